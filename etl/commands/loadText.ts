import type { LoadResult } from '../load.ts';
import type { FileResult } from '../loadFile.ts';

const SHOWN = 10;
const whole = new Intl.NumberFormat('da-DK');

/** What a load did, in the agreed keys of `--json`. */
export function loadAnswer({ files, read, kept, duplicate, refused, dryRun }: LoadResult) {
  return { files, read, kept, duplicate, refused, dryRun };
}

/** What a load did, to read: a line for each file, and the first rows that it refused. */
export function loadText(result: LoadResult): string {
  const lines = result.files.flatMap((file) => [fileLine(file), ...queueLines(file), ...refusalLines(file)]);
  if (result.files.length === 0) lines.push('There is no table to load.');
  if (result.dryRun) lines.push('This was a dry run: nothing was written.');
  return `${lines.join('\n')}\n`;
}

/** What was passed over, for stderr. */
export function loadNotes(result: LoadResult): string {
  const ignored = result.files.flatMap((file) => [
    ...file.ignored.map((column) => `${named(file)}: the column “${column}” is not known and was not read`),
    ...file.otherParts.map((part) => `${file.file}: “${part}” is no table, and was passed over`),
    ...file.told.map(({ text }) => `${named(file)}: ${text}`),
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
  deleted: 'deleted',
  'child-run': 'part of another run',
  'other-event': 'other events',
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
