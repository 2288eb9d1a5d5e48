import type { Section } from './badFile.ts';
import { FILES } from './cases.ts';
import { MOVING } from './movingCases.ts';
import { PATHS } from './pathCases.ts';
import { INTERRUPTED, KILLED, WAREHOUSES } from './warehouseCases.ts';

interface Kind {
  title: string;
  gets: string;
}

const ALL: readonly Section<Kind>[] = [
  ...FILES,
  MOVING,
  PATHS,
  { ...WAREHOUSES, cases: [...WAREHOUSES.cases, KILLED, INTERRUPTED] },
];

/** Every kind of bad input that is tried. */
export const KINDS: readonly Kind[] = ALL.flatMap((section) => section.cases);

/** What comes of bad input, as docs/bad-input.md has it. */
export function badInputDocument(): string {
  return `# Bad input

What goes wrong with files, and what you get. Each line is tried by a test, on SQLite and, where the database matters,
on PostgreSQL.

- A file is loaded whole, but for the rows that are refused; or nothing of it is loaded. It is never half in.
- A refused row is told with its line, its column, what stood there and what was expected. The others are kept. Where
  several records of a JSON file start on one line, it is also told which it is: record 17.
- Loading the same file again changes nothing, so: correct it and load it again.
- \`gevinst load\` ends with 0 when all was kept, 1 when nothing was loaded, 2 when rows were refused or files failed.
- No message holds a personal number.

${ALL.map(section).join('\n')}`;
}

function section({ heading, cases }: Section<Kind>): string {
  const rows = cases.map(({ title, gets }) => `| ${cell(title)} | ${cell(gets)} |`);
  return [`## ${heading}`, '', '| what it is | what you get |', '|---|---|', ...rows, ''].join('\n');
}

function cell(text: string): string {
  return text.replace(/[\\|*_<>`[\]]/g, '\\$&');
}
