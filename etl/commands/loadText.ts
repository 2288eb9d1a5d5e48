import type { FileResult } from '../fileResult.ts';
import type { LoadResult } from '../load.ts';

const SHOWN = 10;
const whole = new Intl.NumberFormat('da-DK');

/** What a load did, in the agreed keys of `--json`. */
export function loadAnswer({ files, read, kept, duplicate, refused, dryRun }: LoadResult) {
  const shown = files.map(({ refusedCsv: _, ...file }) => file);
  return { files: shown, read, kept, duplicate, refused, dryRun };
}

/**
 * What a load did, to read: a line for each file, sheet or entry, and the first rows that it refused. Sheets without
 * rows, of which a template that is filled in has many, are counted in one line of their file.
 */
export function loadText(result: LoadResult): string {
  const lines = result.files.flatMap((file, i) => {
    const next = result.files[i + 1];
    const own = isEmptyPart(file) ? [] : [fileLine(file), ...queueLines(file), ...refusalLines(file)];
    return next?.file === file.file ? own : [...own, ...emptyLines(result.files, file.file)];
  });
  if (result.files.length === 0) lines.push('There is no table to load.');
  if (result.dryRun) lines.push('This was a dry run: nothing was written.');
  return `${lines.join('\n')}\n`;
}

/** Whether it is a sheet or entry that has its columns, and nothing in them. */
function isEmptyPart({ part, status, read }: FileResult): boolean {
  return part !== null && status === 'loaded' && read === 0;
}

function emptyLines(files: readonly FileResult[], name: string): string[] {
  const empty = files.filter((file) => file.file === name && isEmptyPart(file)).length;
  if (empty === 0) return [];
  const kind = /\.xls[xm]$/i.test(name) ? 'sheet' : 'table';
  return [`${name}: ${whole.format(empty)} ${empty === 1 ? `${kind} was` : `${kind}s were`} empty`];
}

/** What was passed over, for stderr. */
export function loadNotes(result: LoadResult): string {
  const ignored = result.files.flatMap((file) => [
    ...file.ignored.map((column) => `${named(file)}: the column “${column}” is not known and was not read`),
    ...file.otherParts.map((part) => `${file.file}: “${part}” is no table, and was passed over`),
    ...file.told
      .filter(({ code }) => code !== 'same-file' || !isEmptyPart(file))
      .map(({ text }) => `${named(file)}: ${text}`),
  ]);
  const skipped = result.skipped.map((file) => `${file}: not a table, passed over`);
  return [...ignored, ...skipped].map((note) => `gevinst: ${note}\n`).join('');
}

/** The file, and its sheet or entry. */
function named({ file, part }: FileResult): string {
  return part === null ? file : `${file} (${part})`;
}

const PASSED: Record<string, string> = {
  'not-final': 'not finished yet',
  retried: 'retried later',
  'not-filled': 'not filled in',
  deleted: 'deleted',
  'child-run': 'part of another run',
  'other-event': 'other events',
  'no-end': 'given up without an end, so on no day',
  'as-before': 'not counted, as before',
  'by-where': 'left out by the mapping’s where',
  'by-status': 'left out by the mapping’s statuses',
};

function fileLine(result: FileResult): string {
  const { table, source, status, error, read, kept, duplicate, refused, passed, masked } = result;
  if (status === 'failed') return `${named(result)}: nothing was loaded. ${error}`;
  const counts = [
    `${whole.format(read)} read`,
    `${whole.format(kept)} kept`,
    `${whole.format(duplicate)} already there`,
    `${whole.format(refused)} refused`,
    ...Object.entries(passed).map(([why, rows]) => `${whole.format(rows)} ${PASSED[why] ?? why}`),
  ];
  if (masked > 0) counts.push(`${whole.format(masked)} personal number${masked === 1 ? '' : 's'} masked`);
  const as = source === table ? table : `${table} (read as ${source})`;
  return `${named(result)} → ${as}: ${counts.join(', ')}`;
}

function queueLines({ unknownQueues, source }: FileResult): string[] {
  if (unknownQueues.length === 0 || source === 'runs') return [];
  const queues = unknownQueues
    .slice(0, SHOWN)
    .map(({ queue, rows }) => `    ${queue}: ${whole.format(rows)} rows`);
  const more = unknownQueues.length - queues.length;
  if (more > 0) queues.push(`    and ${whole.format(more)} more`);
  return [
    '  No robot has these queues. Say which robot has them (robots.queue), or use --create-robots:',
    ...queues,
  ];
}

function refusalLines(result: FileResult): string[] {
  const { refusals, refused } = result;
  const lines = refusals.slice(0, SHOWN).map(({ line, column, value, expected }) => {
    const where = column === null ? `${named(result)}:${line}` : `${named(result)}:${line} ${column}`;
    return `  ${where}: ${value === null ? '' : `“${value}” — `}expected ${expected}`;
  });
  if (refused > lines.length) lines.push(`  and ${whole.format(refused - lines.length)} more`);
  return lines;
}
