import type SQLite from 'better-sqlite3';
import { type Entries, emptyEntries, type RunIndex } from './runIndex.ts';
import { RunPrint } from './runPrint.ts';
import { sortRuns } from './sortRuns.ts';

/** A row of `run` with its key in two halves. */
export interface KeyedRow {
  run_id: number;
  hi: number;
  lo: number;
  started: number | null;
  ended: number;
  status: number;
  items: number;
  reason_id: number | null;
}

/** What a `KeyedRow` is selected by. */
export const KEYED =
  'run_id, run_key >> 32 as hi, run_key & 4294967295 as lo, started, ended, status, items, reason_id';

/** Makes the index of runs that were written before there was one. */
export function rebuildIndex(database: SQLite.Database, index: RunIndex): void {
  const some = (table: string) => database.prepare(`select 1 from ${table} limit 1`).get() !== undefined;
  if (some('run_index') || !some('run')) return;
  const robots = database.prepare('select distinct robot_id from run').pluck().all() as number[];
  const runs = database.prepare(`select ${KEYED} from run where robot_id = ?`);
  for (const robot of robots) index.add(robot, entriesOf(runs.all(robot) as KeyedRow[]), []);
}

/** The index entries of rows of one robot. */
export function entriesOf(rows: readonly KeyedRow[]): Entries {
  const keyHi = Int32Array.from(rows, ({ hi }) => hi);
  const keyLo = Int32Array.from(rows, ({ lo }) => lo | 0);
  const order = sortRuns({ robot: new Int32Array(rows.length), keyHi, keyLo }, rows.length);
  const entries = emptyEntries(rows.length);
  const print = new RunPrint();
  for (const [at, place] of order.entries()) {
    const row = rows[place];
    if (!row) continue;
    entries.hi[at] = row.hi;
    entries.lo[at] = row.lo | 0;
    entries.runIds[at] = row.run_id;
    print.of(row.started ?? Number.NaN, row.ended, row.status, row.items, row.reason_id ?? 0);
    entries.prints[at * 2] = print.hi;
    entries.prints[at * 2 + 1] = print.lo;
  }
  return entries;
}
