import { Fault } from '../../refusal.ts';
import type { Column } from '../canonical/column.ts';

/** What the cells of a column are, as far as it matters for reading and writing them. */
export type Kind =
  | 'choice'
  | 'yes-no'
  | 'instant'
  | 'day'
  | 'kroner'
  | 'percent'
  | 'count'
  | 'number'
  | 'text';

/** The kind of a canonical column, told by what its own parser makes of examples. */
export function kindOf(column: Column): Kind {
  const reads = (cell: string) => {
    const value = column.parse(cell, '.');
    return value instanceof Fault ? null : value;
  };
  if (column.codes) return 'choice';
  if (reads('ja') === 1) return 'yes-no';
  if (reads('1970-01-01T00:01:00Z') === 60) return 'instant';
  if (/^2026-/.test(`${reads('2026K1')}`) && reads('2026K1') !== '2026K1') return 'day';
  if (reads('50') === 0.5) return 'percent';
  if (reads('50') === 5000) return 'kroner';
  if (reads('50') === 50) return reads('1.5') === null ? 'count' : 'number';
  return 'text';
}
