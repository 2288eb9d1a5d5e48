import { readSync } from 'node:fs';
import { becameShorter } from '../readers/bytes.ts';
import type { RawLines } from '../readers/rows.ts';
import type { Layout } from '../sources/canonical/header.ts';
import { RunLines } from '../sources/canonical/runLines.ts';
import type { Lookups } from '../sources/canonical/runReader.ts';
import type { Misread } from '../sources/source.ts';
import type { RunBatch } from '../write/runs/runBatch.ts';

const CHUNK = 1 << 22;

/** A CSV file of runs as its lines are read. */
export interface RunFile {
  raw: RawLines;
  layout: Layout;
  /** The last epoch second that a run may end in. */
  latest: number;
}

/** Told of the reading as it goes. */
export interface RunFileReading {
  refuse(line: number, misread: Misread): void;
  /** How many more bytes have been read. */
  onBytes(bytes: number): void;
}

/**
 * Reads a file of runs, a batch at a time: each `next` fills the batch that it is given. Gives false when the file is
 * at its end, also when the batch still has runs.
 */
export class RunFileReader {
  readonly #lines: RunLines;
  readonly #file: number;
  /** Where the file ended when its load began. */
  readonly #end: number;
  /** The memory that every part of the file is read into. */
  #memory = Buffer.alloc(0);
  /** What of it has been read, and up to where that has been gone through. */
  #bytes = this.#memory;
  #at = 0;
  #position: number;
  #last = false;

  constructor(
    { raw, layout, latest }: RunFile,
    lookups: Lookups,
    private readonly reading: RunFileReading,
  ) {
    this.#file = raw.fd;
    this.#end = raw.bytes;
    this.#position = raw.start;
    this.#lines = new RunLines(raw, layout, lookups, latest, reading.refuse);
    reading.onBytes(raw.start);
  }

  get read(): number {
    return this.#lines.read;
  }

  /** How many bytes of the file have been gone through. */
  get done(): number {
    return this.#position - (this.#bytes.length - this.#at);
  }

  next(batch: RunBatch): boolean {
    while (!batch.isFull) {
      this.#at = this.#lines.push(this.#bytes, this.#at, this.#last, batch);
      if (batch.isFull) return true;
      if (this.#last) return false;
      this.#fill();
    }
    return true;
  }

  #fill(): void {
    const rest = this.#bytes.subarray(this.#at);
    const length = Math.min(CHUNK, this.#end - this.#position);
    if (rest.length + length > this.#memory.length)
      this.#memory = Buffer.allocUnsafe(rest.length * 2 + CHUNK);
    this.#memory.set(rest);
    const read = length === 0 ? 0 : readSync(this.#file, this.#memory, rest.length, length, this.#position);
    if (read === 0 && length > 0) throw becameShorter();
    this.#position += read;
    this.#last = this.#position === this.#end;
    this.#bytes = this.#memory.subarray(0, rest.length + read);
    this.#at = 0;
    this.reading.onBytes(read);
  }
}
