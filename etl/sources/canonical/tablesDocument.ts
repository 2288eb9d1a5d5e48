import type { Column } from './column.ts';
import type { TableShape } from './table.ts';
import { TABLES } from './tables/index.ts';

const INTRODUCTION = `# The tables of a bundle

A bundle is a folder of CSV files, one for each table; each may also come alone, later, and again. A row that comes
again, by its key, is updated when it says something new, and otherwise left as it is.

- **Files.** The name tells the table, in English or Danish: \`runs.csv\`, \`Kørsler.csv\`, \`runs-2024-01.csv\`. Otherwise
  the header does, when it fits one table only.
- **Headers.** English or Danish, in any order; case, spaces, underscores and the spelling of æ ø å do not matter.
- **Text** is UTF-8, UTF-16 with its mark, or else Windows-1252. Cells are separated by \`;\`, \`,\` or tabs; cells with line
  breaks are quoted. Titles above the header, each alone in its row, are passed over, and told.
- **Numbers.** With \`;\` the decimal sign is a comma and points group thousands: \`1.234\` is 1234, and \`12.5\` is refused.
  With \`,\` it is a point. \`kr.\` and \`%\` may stand beside a number, and a minus behind øre: \`1.234,50-\`. In a workbook
  numbers are as it holds them; a cell that shows \`62 %\` is 62, and one that shows \`0751\` keeps its zero.
  A time or a duration is no number: 12 minutes and 30 seconds are \`12,5\`.
- **Days** are \`2026-03-31\`, \`31-03-2026\`, \`31.03.2026\`, \`31/03/2026\`, \`31/3-2026\` or \`31. marts 2026\`, of the years 1970
  to 2100. A month \`2026-03\` or \`marts 2026\`, week \`2026-W03\` or \`uge 3, 2026\`, or quarter \`2026K1\`
  or \`1. kvartal 2026\` stands for its first day, or in \`to\` and the like for its last; so does a cell of a workbook that
  shows a month, \`mar-26\`.
- **Moments** are \`2026-03-31T08:15:00Z\`, with an offset, or without one in Danish time, also as \`31-03-2026 08.15\`.
- **Codes** are the same only when they are so letter for letter, in case and zeros too; those that nearly are, are told.
- **Personal numbers** (CPR) are masked in all text, and refused in codes.

A row that cannot be read is refused with its line, column and what was expected; the others are kept. A file that
lacks a column it must have is not loaded at all.
`;

/** The tables and their columns as Markdown, from the very definitions that files are read by. */
export function tablesDocument(): string {
  return [INTRODUCTION, ...TABLES.map(section)].join('\n');
}

function section({ name, danish, about, key, columns }: TableShape): string {
  const rows = Object.entries(columns).map(([column, spec]) => row(column, spec, key.includes(column)));
  const codes = Object.entries(columns).flatMap(([column, spec]) => codeList(column, spec));
  return [
    `## ${name}`,
    '',
    `${about} In Danish: ${danish.join(', ')}.`,
    '',
    '| column | Danish | holds | |',
    '|---|---|---|---|',
    ...rows,
    '',
    ...codes,
  ].join('\n');
}

function row(name: string, { danish, holds, required }: Column, inKey: boolean): string {
  const need = inKey ? 'key' : required ? 'required' : '';
  return `| \`${name}\` | ${danish.join(', ')} | ${holds} | ${need} |`;
}

function codeList(column: string, { codes }: Column): string[] {
  if (!codes) return [];
  const names = Object.entries(codes).map(([code, danish]) => `\`${code}\` (${danish.join(', ')})`);
  return [`Codes of \`${column}\`: ${names.join(' · ')}`, ''];
}
