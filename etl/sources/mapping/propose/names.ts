import { fold } from '../../canonical/fold.ts';
import type { TableShape } from '../../canonical/table.ts';
import { HINTS } from './hints.ts';

const SHORTEST_PART = 4;

/** How well a file’s column name says that it is a table’s column: 0 not at all, 1 it is its very name. */
export function nameScore(header: string, column: string, table: TableShape): number {
  const written = fold(header);
  if (written === '') return 0;
  const own = [column, ...(table.columns[column]?.danish ?? [])].map(fold);
  if (own.includes(written)) return 1;
  const hints = (HINTS[table.name]?.[column] ?? []).map(fold);
  if (hints.includes(written)) return 0.9;
  const words = wordsOf(header);
  const known = [...own, ...hints];
  if (known.some((name) => words.includes(name))) return 0.6;
  return known.some((name) => name.length >= SHORTEST_PART && written.includes(name)) ? 0.4 : 0;
}

/** The words of a name, also where capitals or dots part them. */
function wordsOf(header: string): string[] {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .map(fold)
    .filter((word) => word !== '');
}
