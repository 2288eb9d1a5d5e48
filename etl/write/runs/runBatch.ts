import { COPENHAGEN } from '../../time/zone.ts';

/** Runs a column at a time, so that a million of them are some forty megabytes and nothing to collect. */
export class RunBatch {
  size = 0;
  /** Reasons that no earlier batch of the reader had, in the order of their numbers. */
  reasons: string[] = [];

  /** @param most runs that are put in it, at most as many as its columns have room for */
  private constructor(
    readonly columns: RunColumns,
    private readonly most: number,
  ) {}

  static of(capacity: number): RunBatch {
    return new RunBatch(
      {
        robot: new Int32Array(capacity),
        keyHi: new Int32Array(capacity),
        keyLo: new Int32Array(capacity),
        started: new Float64Array(capacity),
        ended: new Float64Array(capacity),
        day: new Int32Array(capacity),
        status: new Uint8Array(capacity),
        items: new Int32Array(capacity),
        reason: new Int32Array(capacity),
      },
      capacity,
    );
  }

  /** The batch of columns that another thread filled. */
  static from(columns: RunColumns, size: number, reasons: string[], most = columns.robot.length): RunBatch {
    const batch = new RunBatch(columns, most);
    batch.size = size;
    batch.reasons = reasons;
    return batch;
  }

  get isFull(): boolean {
    return this.size === this.most;
  }

  /** Makes room for the next runs. */
  clear(): void {
    this.size = 0;
    this.reasons = [];
  }

  sameKey(a: number, b: number): boolean {
    const { robot, keyHi, keyLo } = this.columns;
    return keyHi[a] === keyHi[b] && keyLo[a] === keyLo[b] && robot[a] === robot[b];
  }
}

export interface RunColumns {
  robot: Int32Array;
  /** The upper and lower half of the hash of the transaction's id. */
  keyHi: Int32Array;
  keyLo: Int32Array;
  /** Epoch seconds; NaN when unknown. */
  started: Float64Array;
  ended: Float64Array;
  /** The Danish day of `ended`, from 1970-01-01. */
  day: Int32Array;
  status: Uint8Array;
  items: Int32Array;
  /** The reader's number of the reason, 0 for none; the writer puts the warehouse's in its place. */
  reason: Int32Array;
}

/** Seconds a run took; null when it is unknown, or when the start is after the end. */
export function duration(started: number, ended: number): number | null {
  const LONGEST = 2_000_000_000;
  const seconds = ended - started;
  return seconds >= 0 && seconds <= LONGEST ? seconds : null;
}

/** The Danish day of an instant, from 1970-01-01. */
export function danishDay(instant: number): number {
  return Math.floor((instant + COPENHAGEN.offset(instant)) / 86_400);
}

/** Copies runs in another order, so that who goes through them in it finds each beside the one before. */
export function copyInOrder(from: RunColumns, order: Uint32Array, to: RunColumns): void {
  for (const name of Object.keys(from) as (keyof RunColumns)[]) {
    const source = from[name];
    const target = to[name];
    for (let i = 0; i < order.length; i++) target[i] = source[order[i] ?? 0] ?? 0;
  }
}
