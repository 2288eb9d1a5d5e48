import type { Texts } from '../write/runs/sipHash.ts';

/** The transaction ids of a batch, for who hashes them later. */
export type Ids = Texts;

const USUAL_LENGTH = 40;

export function idsOf(capacity: number): Ids {
  return { bytes: new Uint8Array(capacity * USUAL_LENGTH), ends: new Int32Array(capacity) };
}

/** Takes ids in place of hashing them: every run's, in the order of the batch. */
export class IdBytes {
  /** No hash yet. */
  readonly hi = 0;
  readonly lo = 0;
  #count = 0;
  #at = 0;
  readonly #encoder = new TextEncoder();

  constructor(private ids: Ids) {}

  /** Gives what was taken, and takes what comes into other arrays. */
  swap(next: Ids): Ids {
    const full = this.ids;
    this.ids = next;
    this.#count = 0;
    this.#at = 0;
    return full;
  }

  hash(text: string): void {
    const bytes = this.#encoder.encode(text);
    this.hashBytes(bytes, 0, bytes.length);
  }

  hashBytes(bytes: Uint8Array, from: number, to: number): void {
    const end = this.#at + to - from;
    if (end > this.ids.bytes.length) {
      const larger = new Uint8Array(end * 2);
      larger.set(this.ids.bytes);
      this.ids.bytes = larger;
    }
    const own = this.ids.bytes;
    for (let i = from, at = this.#at; i < to; i++, at++) own[at] = bytes[i] ?? 0;
    this.#at = end;
    this.ids.ends[this.#count++] = end;
  }
}
