import type { LoadResult } from '../load.ts';
import type { FileResult } from '../loadFile.ts';

const SHOWN = 10;
const whole = new Intl.NumberFormat('da-DK');

/** What a load did, in the agreed keys of `--json`. */
export function loadAnswer({ files, read, kept, duplicate, refused, dryRun }: LoadResult) {
  return { files: files.map(({ ignored: _, ...file }) => file), read, kept, duplicate, refused, dryRun };
}

/** What a load did, to read: a line for each file, and the first rows that it refused. */
export function loadText(result: LoadResult): string {
  const lines = result.files.flatMap((file) => [fileLine(file), ...refusalLines(file)]);
  if (result.files.length === 0) lines.push('There is no table to load.');
  if (result.dryRun) lines.push('This was a dry run: nothing was written.');
  return `${lines.join('\n')}\n`;
}

/** What was passed over, for stderr. */
export function loadNotes(result: LoadResult): string {
  const ignored = result.files.flatMap((file) =>
    file.ignored.map((column) => `${file.file}: the column “${column}” is not known and was not read`),
  );
  const skipped = result.skipped.map((file) => `${file}: not a table, passed over`);
  return [...ignored, ...skipped].map((note) => `gevinst: ${note}\n`).join('');
}

function fileLine({ file, table, status, error, read, kept, duplicate, refused }: FileResult): string {
  if (status === 'failed') return `${file}: nothing was loaded. ${error}`;
  const counts = [
    `${whole.format(read)} read`,
    `${whole.format(kept)} kept`,
    `${whole.format(duplicate)} already there`,
    `${whole.format(refused)} refused`,
  ];
  return `${file} → ${table}: ${counts.join(', ')}`;
}

function refusalLines({ file, refusals, refused }: FileResult): string[] {
  const lines = refusals.slice(0, SHOWN).map(({ line, column, value, expected }) => {
    const where = column === null ? `${file}:${line}` : `${file}:${line} ${column}`;
    return `  ${where}: ${value === null ? '' : `“${value}” — `}expected ${expected}`;
  });
  if (refused > lines.length) lines.push(`  and ${whole.format(refused - lines.length)} more`);
  return lines;
}
