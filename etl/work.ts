/** So much of a file's work is done before its transaction is: what comes then cannot be measured. */
const UNTIL_COMMIT = 0.98;

/**
 * How much of a load's work is done, in the bytes of its files: rows that wait to be written in large batches are only
 * part done when they are read.
 */
export class Work {
  /** Bytes of the files that are in the warehouse, or have failed. */
  #ended = 0;
  /** Of the file at hand. */
  #size = 0;
  #read = 0;
  #written = 0;
  /** Which part of the work reading is. */
  #reading = 1;
  #batch = { from: 0, to: 0 };
  #told = 0;

  /** @param onChange told how many bytes' worth of work is done */
  constructor(private readonly onChange: (done: number) => void = () => {}) {}

  begin(size: number): void {
    this.#size = size;
    this.#read = 0;
    this.#written = 0;
    this.#reading = 1;
  }

  /** That the file is done with, whatever came of it. */
  end(): void {
    this.#ended += this.#size;
    this.begin(0);
    this.onChange(this.#ended);
  }

  /** That so many more bytes have been read. */
  read(bytes: number): void {
    this.#read = Math.min(this.#size, this.#read + bytes);
    this.#tell();
  }

  /** That what is read is written in batches from now on, and reading is this part of the work. */
  writesInBatches(reading: number): void {
    this.#reading = reading;
  }

  /** That a batch is to be written: so many bytes of those that are read, or all that are not written. */
  batch(bytes = Number.POSITIVE_INFINITY): void {
    const from = this.#written;
    this.#batch = { from, to: Math.max(from, Math.min(this.#read, from + bytes)) };
  }

  /** That so much of the batch is written, of 1. */
  wrote(share: number): void {
    const { from, to } = this.#batch;
    this.#written = from + (to - from) * share;
    this.#tell();
  }

  #tell(): void {
    const done = this.#read * this.#reading + this.#written * (1 - this.#reading);
    // What was read for the header, before it was known how the rows are written, counted as whole.
    this.#told = Math.max(this.#told, this.#ended + done * UNTIL_COMMIT);
    this.onChange(this.#told);
  }
}
