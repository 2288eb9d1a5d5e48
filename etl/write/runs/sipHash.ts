import { sipHashModule } from './sipHashModule.ts';

/** Texts one after the other, and where each ends. */
export interface Texts {
  bytes: Uint8Array;
  ends: Int32Array;
}

interface Exports {
  memory: WebAssembly.Memory;
  hash(key: number, bytes: number, ends: number, hashes: number, count: number): void;
}

const PAGE = 65_536;
const KEY = 16;
/** What is read after the last text. */
const BEYOND = 8;

/**
 * SipHash-2-4: a 64-bit hash that without its key tells nothing about the text, and that nobody can aim; `hi` and `lo`
 * are the halves of the last one. See Aumasson and Bernstein, “SipHash: a fast short-input PRF”.
 */
export class SipHash {
  hi = 0;
  lo = 0;
  readonly #exports: Exports;
  readonly #encoder = new TextEncoder();
  #memory!: Uint8Array;
  #numbers!: Int32Array;

  /** @param key 16 bytes */
  constructor(key: Uint8Array) {
    const instance = new WebAssembly.Instance(sipHashModule());
    this.#exports = instance.exports as unknown as Exports;
    this.#look();
    this.#memory.set(key.subarray(0, KEY));
  }

  /** Hashes the text's UTF-8 bytes. */
  hash(text: string): void {
    const at = this.#roomForOne(text.length * 3);
    this.#hashOne(this.#encoder.encodeInto(text, this.#memory.subarray(at)).written);
  }

  /** Hashes bytes as they are. */
  hashBytes(bytes: Uint8Array, from: number, to: number): void {
    const at = this.#roomForOne(to - from);
    const memory = this.#memory;
    for (let i = from, own = at; i < to; i++, own++) memory[own] = bytes[i] ?? 0;
    this.#hashOne(to - from);
  }

  /** Hashes so many texts, each into its place of the halves. */
  hashAll({ bytes, ends }: Texts, count: number, hi: Int32Array, lo: Int32Array): void {
    const length = ends[count - 1] ?? 0;
    const endsAt = KEY + count * 8;
    const bytesAt = endsAt + count * 4;
    this.#reserve(bytesAt + length);
    this.#memory.set(bytes.subarray(0, length), bytesAt);
    this.#numbers.set(ends.subarray(0, count), endsAt / 4);
    this.#exports.hash(0, bytesAt, endsAt, KEY, count);
    const numbers = this.#numbers;
    for (let i = 0, at = KEY / 4; i < count; i++, at += 2) {
      lo[i] = numbers[at] ?? 0;
      hi[i] = numbers[at + 1] ?? 0;
    }
  }

  /** The memory of a single text begins with its hash and its end. */
  #roomForOne(length: number): number {
    const at = KEY + 12;
    this.#reserve(at + length);
    return at;
  }

  #hashOne(length: number): void {
    const numbers = this.#numbers;
    numbers[(KEY + 8) / 4] = length;
    this.#exports.hash(0, KEY + 12, KEY + 8, KEY, 1);
    this.lo = numbers[KEY / 4] ?? 0;
    this.hi = numbers[KEY / 4 + 1] ?? 0;
  }

  #reserve(length: number): void {
    const lacking = length + BEYOND - this.#memory.length;
    if (lacking <= 0) return;
    this.#exports.memory.grow(Math.ceil(lacking / PAGE));
    this.#look();
  }

  /** Memory that has grown is another buffer. */
  #look(): void {
    this.#memory = new Uint8Array(this.#exports.memory.buffer);
    this.#numbers = new Int32Array(this.#exports.memory.buffer);
  }
}
