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
}

/** Where runs are kept, each transaction of a robot once. */
export interface RunStore {
  /** @param places of the batch, in the order of the key, and no key twice */
  write(batch: RunBatch, places: Uint32Array): Promise<void>;
}

/** Whether a run takes the place of what is stored of it: it ended later, or at the same time with other content. */
export function supersedes({ columns }: RunBatch, place: number, stored: StoredRun): boolean {
  const ended = columns.ended[place] ?? 0;
  if (ended !== stored.ended) return ended > stored.ended;
  return !(
    Object.is(columns.started[place], stored.started ?? Number.NaN) &&
    columns.status[place] === stored.status &&
    columns.items[place] === stored.items &&
    columns.reason[place] === (stored.reason_id ?? 0)
  );
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
