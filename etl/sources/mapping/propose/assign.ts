import { Fault } from '../../../refusal.ts';
import type { Column } from '../../canonical/column.ts';
import type { TableShape } from '../../canonical/table.ts';
import { type Kind, kindOf } from '../kind.ts';
import { timeKind } from './moments.ts';
import { nameScore } from './names.ts';
import type { Sample, SampleColumn } from './sample.ts';
import { outcomeOf } from './statusWords.ts';

const MOST_JUDGED = 200;
const LEAST_NAME = 0.4;

/** Which of the file's columns each of a table's columns comes from; those that nothing fits are not in it. */
export type Assignment = ReadonlyMap<string, { column: SampleColumn; score: number }>;

/** Gives each of a table's columns the file's column that its name and its cells fit best, each only once. */
export function assign(sample: Sample, table: TableShape): Assignment {
  const pairs = Object.entries(table.columns).flatMap(([name, spec]) => {
    const kind = kindOf(spec);
    return sample.columns.flatMap((column) => {
      const named = nameScore(column.name, name, table);
      if (named < LEAST_NAME) return [];
      const fits = contentScore(column, name, spec, kind);
      return fits < leastContent(kind) ? [] : [{ name, column, score: named * 2 + fits }];
    });
  });
  pairs.sort((a, b) => b.score - a.score);
  const assigned = new Map<string, { column: SampleColumn; score: number }>();
  const taken = new Set<SampleColumn>();
  for (const { name, column, score } of pairs) {
    if (assigned.has(name) || taken.has(column)) continue;
    assigned.set(name, { column, score });
    taken.add(column);
  }
  return assigned;
}

/** A column of words may hold none that we know; one of days, moments or numbers is told by its cells. */
function leastContent(kind: Kind): number {
  return kind === 'text' || kind === 'choice' || kind === 'yes-no' ? 0 : 0.5;
}

/** The share of a column's cells that are what the table's column holds; for codes and text what is likely. */
function contentScore(column: SampleColumn, name: string, spec: Column, kind: Kind): number {
  const cells = column.filled.slice(0, MOST_JUDGED);
  // An empty column is judged by its name.
  if (cells.length === 0) return 0.5;
  const share = (fits: (cell: string) => boolean) => cells.filter(fits).length / cells.length;
  const time = timeKind(column);
  switch (kind) {
    case 'instant':
      return time === 'moment' ? 1 : time === 'day' ? 0.5 : time === 'time' ? 0.5 : 0;
    case 'day':
      return time === 'day' ? 1 : time === 'moment' ? 0.6 : 0;
    case 'choice':
      return share((cell) =>
        name === 'status' ? outcomeOf(cell) !== null : !(spec.parse(cell, null) instanceof Fault),
      );
    case 'text':
      return time === null ? textScore(column, name, spec) : 0;
    default:
      return share((cell) => [',', '.', null].some((sign) => isRead(spec, cell, sign as ',' | '.' | null)));
  }
}

function isRead(spec: Column, cell: string, decimal: ',' | '.' | null): boolean {
  return !(spec.parse(cell, decimal) instanceof Fault);
}

/** A transaction's id is another in each row, or rows would count as one; what names another table's row comes again. */
function textScore({ filled, distinct }: SampleColumn, name: string, spec: Column): number {
  const share = distinct.size / filled.length;
  if (name === 'transaction') return share === 1 ? 1 : share / 2;
  if (spec.refers) return 0.5 + (1 - share) / 2;
  return 0.5;
}
