import { basename, extname } from 'node:path';
import { GevinstError } from '../../../server/errors.ts';
import { maskCpr } from '../../../server/privacy.ts';
import type { Cell } from '../../readers/rows.ts';
import { shortened } from '../../refusal.ts';
import { fold } from './fold.ts';
import { layoutOf } from './header.ts';
import type { TableShape } from './table.ts';
import { TABLES } from './tables/index.ts';

/** The table of a name given by hand: English or Danish; null when there is none. */
export function tableNamed(name: string): TableShape | null {
  return TABLES.find((table) => [table.name, ...table.danish].some((n) => fold(n) === fold(name))) ?? null;
}

/** The table that a file's name says it is: `runs.csv`, `kørsler.csv`, `runs-2024.csv`, `Runs_2024-01.csv`. */
export function tableOfFileName(path: string): TableShape | null {
  const name = basename(path, extname(path));
  const first = fold(/^[^-_.( \d]+/.exec(name)?.[0] ?? name);
  const whole = fold(name);
  return (
    TABLES.find((table) => [table.name, ...table.danish].some((n) => fold(n) === whole)) ??
    TABLES.find((table) => [table.name, ...table.danish].some((n) => fold(n) === first)) ??
    null
  );
}

/**
 * The one table that a header fits: it has all columns that the table requires, and no other.
 * @throws GevinstError `unknown-table`
 */
export function tableOfHeader(header: readonly Cell[]): TableShape {
  const fitting = TABLES.filter((table) => {
    const { missing, ignored, twice } = layoutOf(header, table);
    return missing.length === 0 && ignored.length === 0 && twice === null;
  });
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  const LONGEST_LIST = 300;
  const columns = shortened(maskCpr(header.map((cell) => cell.trim() || '(blank)').join(', ')), LONGEST_LIST);
  throw new GevinstError(
    'unknown-table',
    `Neither the file’s name nor its header tells which table it is. Its columns are ${columns}.${likeliest(header)} Name the file after its table (${allNames()}), describe it in a mapping file (gevinst map), or use --source.`,
  );
}

/** The table that most of the columns are of, and what they lack of it, for who left one out. */
function likeliest(header: readonly Cell[]): string {
  const [best] = TABLES.map((table) => ({ table, ...layoutOf(header, table) })).sort(
    (a, b) => b.at.size - a.at.size || a.missing.length - b.missing.length,
  );
  const isClose = best && best.at.size >= 3 && best.at.size > best.ignored.length;
  if (!isClose) return '';
  const { table, missing } = best;
  const lacks = missing.map((name) => `${name} (${table.columns[name]?.danish[0] ?? name})`).join(', ');
  return ` They look like ${table.name}${lacks === '' ? '' : `, which also needs ${lacks}`}.`;
}

function allNames(): string {
  return TABLES.map((table) => table.name).join(', ');
}
