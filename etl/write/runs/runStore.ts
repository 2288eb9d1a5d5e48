import { WITHDRAWN } from '../../../server/warehouse/status.ts';
import type { RunBatch } from './runBatch.ts';

/** A run as the warehouse has it. */
export interface StoredRun {
  started: number | null;
  ended: number;
  status: number;
  items: number;
  reason_id: number | null;
  load_id: number;
}

/** Told what becomes of each run that a store is given. */
export interface RunTally {
  added(batch: RunBatch, place: number): void;
  /** It is there already, and what is there stays. */
  duplicate(): void;
  /**
   * Its content was put in place of what was there.
   * @param rowKey what finds the row again when the load is undone
   */
  replaced(batch: RunBatch, place: number, stored: StoredRun, rowKey: string): void;
  /** What was there is counted no more; `rowKey` as above. */
  withdrawn(batch: RunBatch, place: number, stored: StoredRun, rowKey: string): void;
}

/** The load at hand. */
export interface OwnLoad {
  id: number;
  /** The load in which this very file came first; null for a new one. */
  first: number | null;
}

/** Where runs are kept, each transaction of a robot once. */
export interface RunStore {
  /** @param places of the batch, in the order of the key, and no key twice */
  write(batch: RunBatch, places: Uint32Array): Promise<void>;
  /** Puts those of the runs that are there out of account; `places` as above. */
  withdraw(batch: RunBatch, places: Uint32Array): Promise<void>;
}

/**
 * Whether a run takes the place of what is stored of it: it ended later, or at the same time with other content. That
 * content does not come back from a file that is loaded again, once a later load or the source has replaced it.
 */
export function supersedes(
  { columns }: RunBatch,
  place: number,
  stored: StoredRun,
  { id, first }: OwnLoad,
): boolean {
  const ended = columns.ended[place] ?? 0;
  if (ended !== stored.ended) return ended > stored.ended;
  if (stored.reason_id === WITHDRAWN) return false;
  if (first !== null && stored.load_id > first && stored.load_id !== id) return false;
  return !(
    Object.is(columns.started[place], stored.started ?? Number.NaN) &&
    columns.status[place] === stored.status &&
    columns.items[place] === stored.items &&
    columns.reason[place] === (stored.reason_id ?? 0)
  );
}

/** The places of each robot's runs, which stand together. */
export function* byRobot(
  { columns }: RunBatch,
  places: Uint32Array,
): Generator<[robot: number, Uint32Array]> {
  const { robot } = columns;
  for (let from = 0; from < places.length; ) {
    const id = robot[places[from] ?? 0] ?? 0;
    let to = from;
    while (to < places.length && robot[places[to] ?? 0] === id) to++;
    yield [id, places.subarray(from, to)];
    from = to;
  }
}

const halves = new Int32Array(2);
const whole = new BigInt64Array(halves.buffer);

/** What finds a run again where robot and key do. */
export function rowKeyOf(batch: RunBatch, place: number): string {
  return `${batch.columns.robot[place]}:${keyOf(batch, place)}`;
}

/** A run's key as one number. */
export function keyOf({ columns }: RunBatch, place: number): bigint {
  halves[0] = columns.keyLo[place] ?? 0;
  halves[1] = columns.keyHi[place] ?? 0;
  return whole[0] ?? 0n;
}
