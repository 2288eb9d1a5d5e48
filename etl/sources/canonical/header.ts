import { GevinstError } from '../../../server/errors.ts';
import { maskCpr } from '../../../server/privacy.ts';
import type { Cell } from '../../readers/rows.ts';
import { unreadableFile } from '../../unreadableFile.ts';
import { fold } from './fold.ts';
import type { TableShape } from './table.ts';

/** Where a table's columns are in a file. */
export interface Layout {
  /** The place of each column that the file has, from 0. */
  at: ReadonlyMap<string, number>;
  /** Headers that the table does not know; their cells are not read. */
  ignored: string[];
  missing: string[];
  /** Two headers that mean one column. */
  twice: { column: string; one: string; other: string } | null;
}

/** Columns of the template that say so themselves, and why rows were refused: they are not loaded, and need not be told of. */
const FOR_PEOPLE = /\(læses ikke\)$|^afvist (på linje|i kolonne|fordi)$/i;

export function layoutOf(header: readonly Cell[], table: TableShape): Layout {
  const names = namesOf(table);
  const at = new Map<string, number>();
  const ignored: string[] = [];
  let twice: Layout['twice'] = null;
  for (const [place, cell] of header.entries()) {
    if (cell.trim() === '' || FOR_PEOPLE.test(cell.trim())) continue;
    const column = names.get(fold(cell));
    if (column === undefined) {
      ignored.push(maskCpr(cell.trim()));
      continue;
    }
    const earlier = at.get(column);
    if (earlier !== undefined) {
      const [one = '', other = ''] = [header[earlier] ?? '', cell].map((name) => maskCpr(name.trim()));
      twice ??= { column, one, other };
    } else at.set(column, place);
  }
  const missing = Object.keys(table.columns).filter((name) => table.columns[name]?.required && !at.has(name));
  return { at, ignored, missing, twice };
}

/** @throws GevinstError `missing-column` unless the file has every column that the table requires, and each once */
export function requiredLayout(header: readonly Cell[], table: TableShape): Layout {
  const layout = layoutOf(header, table);
  if (layout.twice) {
    const { column, one, other } = layout.twice;
    const message = `The columns “${one}” and “${other}” are both ${column}. Expected one of them.`;
    throw unreadableFile('column-twice', message, { column, one, other });
  }
  if (layout.missing.length === 0) return layout;
  const lacking = layout.missing
    .map((name) => `${name} (${table.columns[name]?.danish[0] ?? 'no Danish name'})`)
    .join(', ');
  const has = header.map((cell) => maskCpr(cell.trim())).join(', ');
  throw new GevinstError(
    'missing-column',
    `The table ${table.name} needs the column${layout.missing.length > 1 ? 's' : ''} ${lacking}. The file has: ${has}.`,
    {
      table: table.name,
      column: layout.missing[0] ?? null,
      lacking: layout.missing.join(', '),
      lackingDanish: layout.missing.map((name) => table.columns[name]?.danish[0] ?? name).join(', '),
      count: layout.missing.length,
      has,
    },
  );
}

/** Every name of a table's columns, evened out; the English ones come first. */
function namesOf(table: TableShape): Map<string, string> {
  const names = new Map<string, string>();
  for (const name of Object.keys(table.columns)) names.set(fold(name), name);
  for (const [name, column] of Object.entries(table.columns)) {
    for (const alias of column.danish) if (!names.has(fold(alias))) names.set(fold(alias), name);
  }
  return names;
}
