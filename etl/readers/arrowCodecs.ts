import { CompressionType, compressionRegistry } from 'apache-arrow';
import { decompressZstd } from 'hyparquet-compressors';
import { Limit } from './limit.ts';

const LZ4_MAGIC = 0x184d2204;
const [BLOCK_SUMS, CONTENT_SIZE, DICTIONARY] = [0x10, 0x08, 0x01] as const;
const STORED = 0x80000000;

/** Lets Arrow read the compressed columns that Feather files have unless asked otherwise. */
export function registerCodecs(): void {
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: lz4Frame });
  compressionRegistry.set(CompressionType.ZSTD, { decode: (input) => decompressZstd(input) });
}

/** What an LZ4 frame holds. @throws RangeError when it is damaged; GevinstError `too-large` */
function lz4Frame(input: Uint8Array): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  if (view.getUint32(0, true) !== LZ4_MAGIC) throw new RangeError('no LZ4 frame');
  const flags = view.getUint8(4);
  let at = 7 + (flags & CONTENT_SIZE ? 8 : 0) + (flags & DICTIONARY ? 4 : 0);
  const output = new Output(input.length);
  for (;;) {
    const word = view.getUint32(at, true);
    at += 4;
    if (word === 0) return output.bytes();
    const end = at + (word & ~STORED);
    if (end > input.length) throw new RangeError('cut off');
    if (word & STORED) output.add(input.subarray(at, end));
    else lz4Block(input.subarray(at, end), output);
    at = end + (flags & BLOCK_SUMS ? 4 : 0);
  }
}

/** A block copies from what has been unpacked before, also in earlier blocks. */
function lz4Block(input: Uint8Array, output: Output): void {
  let at = 0;
  const next = () => {
    const byte = input[at++];
    if (byte === undefined) throw new RangeError('cut off');
    return byte;
  };
  const lengthFrom = (first: number) => {
    let length = first;
    if (first < 15) return length;
    for (;;) {
      const more = next();
      length += more;
      if (more < 255) return length;
    }
  };
  while (at < input.length) {
    const token = next();
    const literals = lengthFrom(token >> 4);
    if (at + literals > input.length) throw new RangeError('cut off');
    output.add(input.subarray(at, at + literals));
    at += literals;
    if (at === input.length) return;
    const back = next() | (next() << 8);
    output.repeat(back, lengthFrom(token & 15) + 4);
  }
}

/** Bytes that grow. */
class Output {
  #bytes: Uint8Array;
  #length = 0;
  readonly #limit: Limit;

  constructor(packed: number) {
    this.#bytes = new Uint8Array(packed * 4);
    this.#limit = new Limit(packed);
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  add(bytes: Uint8Array): void {
    this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Again what stands so far back; it may run into what it writes. */
  repeat(back: number, length: number): void {
    if (back === 0 || back > this.#length) throw new RangeError('copies from before the start');
    this.#grow(length);
    const bytes = this.#bytes;
    for (let i = 0; i < length; i++, this.#length++) bytes[this.#length] = bytes[this.#length - back] ?? 0;
  }

  #grow(by: number): void {
    this.#limit.add(by);
    const needed = this.#length + by;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
