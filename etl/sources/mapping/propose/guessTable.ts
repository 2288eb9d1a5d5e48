import { GevinstError } from '../../../../server/errors.ts';
import { tableOfFileName } from '../../canonical/identify.ts';
import type { TableShape } from '../../canonical/table.ts';
import { TABLES } from '../../canonical/tables/index.ts';
import { assign } from './assign.ts';
import { timeKind } from './moments.ts';
import type { Sample } from './sample.ts';
import { outcomeOf } from './statusWords.ts';

const LEAST = 0.3;
const CLEAR = 0.15;

/** The table that a file most likely is, and whether another is nearly as likely. */
export interface TableGuess {
  table: TableShape;
  /** The other table that it could be; null when there is none. */
  rival: TableShape | null;
}

/**
 * The table that a sample most likely is: by the names of the file and the sheet, else by how many of a table’s
 * columns it has.
 * @param names of the file, and of the sheet or entry
 * @throws GevinstError `unknown-table` when it is like none
 */
export function guessTable(sample: Sample, names: readonly string[]): TableGuess {
  for (const name of names) {
    const named = tableOfFileName(name);
    if (named && likeness(sample, named) >= LEAST) return { table: named, rival: null };
  }
  const [best, second] = TABLES.map((table) => ({ table, score: likeness(sample, table) })).sort(
    (a, b) => b.score - a.score,
  );
  if (!best || best.score < LEAST) {
    const has = sample.header.map((name) => name.trim()).join(', ');
    throw new GevinstError(
      'unknown-table',
      `Its columns are like those of no table: ${has}. Say which table it is with --table (${TABLES.map(({ name }) => name).join(', ')}).`,
    );
  }
  const near = second !== undefined && second.score > best.score - CLEAR;
  return { table: best.table, rival: near ? second.table : null };
}

/** From 0, where a table has none of a file’s columns, to about 2. */
function likeness(sample: Sample, table: TableShape): number {
  const assigned = assign(sample, table);
  const required = Object.keys(table.columns).filter((name) => table.columns[name]?.required);
  const most = 3;
  const has = required.reduce((sum, name) => sum + (assigned.get(name)?.score ?? 0) / most, 0);
  const used = assigned.size / Math.max(1, sample.columns.length);
  const logged = table.name === 'runs' && isLog(sample) ? 0.5 : 0;
  return has / required.length + used / 2 + logged;
}

/** Whether it has moments, and a column of words that say how things went. */
function isLog({ columns }: Sample): boolean {
  const times = columns.some((column) => timeKind(column) === 'moment' || timeKind(column) === 'time');
  return times && columns.some((column) => isStatus(column));
}

const MOST_STATUSES = 30;
const LEAST_KNOWN = 0.6;

/** Whether most cells of a column are words that say how something went. */
export function isStatus({ filled, distinct }: Sample['columns'][number]): boolean {
  if (filled.length === 0 || distinct.size > MOST_STATUSES) return false;
  return filled.filter((cell) => outcomeOf(cell) !== null).length / filled.length >= LEAST_KNOWN;
}
