import { COPENHAGEN } from '../../time/zone.ts';

/** Runs a column at a time, so that a quarter of a million of them are a few megabytes and nothing to collect. */
export class RunBatch {
  size = 0;
  readonly robot: Int32Array;
  /** The upper and lower half of the hash of the transaction's id. */
  readonly keyHi: Int32Array;
  readonly keyLo: Int32Array;
  /** Epoch seconds; NaN when unknown. */
  readonly started: Float64Array;
  readonly ended: Float64Array;
  /** The Danish day of `ended`, from 1970-01-01. */
  readonly day: Int32Array;
  readonly status: Uint8Array;
  readonly items: Int32Array;
  /** 0 for none. */
  readonly reason: Int32Array;

  constructor(readonly capacity: number) {
    this.robot = new Int32Array(capacity);
    this.keyHi = new Int32Array(capacity);
    this.keyLo = new Int32Array(capacity);
    this.started = new Float64Array(capacity);
    this.ended = new Float64Array(capacity);
    this.day = new Int32Array(capacity);
    this.status = new Uint8Array(capacity);
    this.items = new Int32Array(capacity);
    this.reason = new Int32Array(capacity);
  }

  sameKey(a: number, b: number): boolean {
    return (
      this.keyHi[a] === this.keyHi[b] && this.keyLo[a] === this.keyLo[b] && this.robot[a] === this.robot[b]
    );
  }
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
