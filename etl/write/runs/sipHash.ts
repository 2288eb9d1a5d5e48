/**
 * SipHash-2-4: a 64-bit hash that without its key tells nothing about the text, and that nobody can aim. Its 64-bit
 * words are pairs of 32-bit integers, kept in local variables because every run is hashed; `hi` and `lo` hold the
 * last hash. See Aumasson and Bernstein, “SipHash: a fast short-input PRF”.
 */
export class SipHash {
  hi = 0;
  lo = 0;
  readonly #key: Int32Array;
  #bytes: Uint8Array = new Uint8Array(256);
  readonly #encoder = new TextEncoder();

  /** @param key 16 bytes */
  constructor(key: Uint8Array) {
    const view = new DataView(key.buffer, key.byteOffset, 16);
    this.#key = Int32Array.of(...[0, 4, 8, 12].map((at) => view.getInt32(at, true)));
  }

  /** Hashes the text's UTF-8 bytes. */
  hash(text: string): void {
    this.#hash(this.#encode(text));
  }

  /** Hashes bytes as they are. */
  hashBytes(bytes: Uint8Array, from: number, to: number): void {
    const length = to - from;
    if (this.#bytes.length < length + 8) this.#bytes = new Uint8Array(length * 2 + 8);
    const own = this.#bytes;
    for (let i = 0; i < length; i++) own[i] = bytes[from + i] ?? 0;
    this.#hash(length);
  }

  /** Hashes so many bytes of the buffer. */
  #hash(length: number): void {
    const bytes = this.#bytes;
    const [k0l = 0, k0h = 0, k1l = 0, k1h = 0] = this.#key;
    let v0l = k0l ^ 0x70736575;
    let v0h = k0h ^ 0x736f6d65;
    let v1l = k1l ^ 0x6e646f6d;
    let v1h = k1h ^ 0x646f7261;
    let v2l = k0l ^ 0x6e657261;
    let v2h = k0h ^ 0x6c796765;
    let v3l = k1l ^ 0x79746573;
    let v3h = k1h ^ 0x74656462;
    const words = (length >> 3) + 1;
    bytes.fill(0, length, words * 8 - 1);
    bytes[words * 8 - 1] = length;
    for (let word = 0; word <= words; word++) {
      const ending = word === words;
      const at = word * 8;
      const ml = ending
        ? 0
        : (bytes[at] ?? 0) |
          ((bytes[at + 1] ?? 0) << 8) |
          ((bytes[at + 2] ?? 0) << 16) |
          ((bytes[at + 3] ?? 0) << 24);
      const mh = ending
        ? 0
        : (bytes[at + 4] ?? 0) |
          ((bytes[at + 5] ?? 0) << 8) |
          ((bytes[at + 6] ?? 0) << 16) |
          ((bytes[at + 7] ?? 0) << 24);
      v3l ^= ml;
      v3h ^= mh;
      if (ending) v2l ^= 0xff;
      for (let rounds = ending ? 4 : 2; rounds > 0; rounds--) {
        let sum = (v0l + v1l) | 0;
        v0h = (v0h + v1h + (sum >>> 0 < v0l >>> 0 ? 1 : 0)) | 0;
        v0l = sum;
        let high = v1h;
        v1h = ((v1h << 13) | (v1l >>> 19)) ^ v0h;
        v1l = ((v1l << 13) | (high >>> 19)) ^ v0l;
        high = v0h;
        v0h = v0l;
        v0l = high;
        sum = (v2l + v3l) | 0;
        v2h = (v2h + v3h + (sum >>> 0 < v2l >>> 0 ? 1 : 0)) | 0;
        v2l = sum;
        high = v3h;
        v3h = ((v3h << 16) | (v3l >>> 16)) ^ v2h;
        v3l = ((v3l << 16) | (high >>> 16)) ^ v2l;
        sum = (v0l + v3l) | 0;
        v0h = (v0h + v3h + (sum >>> 0 < v0l >>> 0 ? 1 : 0)) | 0;
        v0l = sum;
        high = v3h;
        v3h = ((v3h << 21) | (v3l >>> 11)) ^ v0h;
        v3l = ((v3l << 21) | (high >>> 11)) ^ v0l;
        sum = (v2l + v1l) | 0;
        v2h = (v2h + v1h + (sum >>> 0 < v2l >>> 0 ? 1 : 0)) | 0;
        v2l = sum;
        high = v1h;
        v1h = ((v1h << 17) | (v1l >>> 15)) ^ v2h;
        v1l = ((v1l << 17) | (high >>> 15)) ^ v2l;
        high = v2h;
        v2h = v2l;
        v2l = high;
      }
      v0l ^= ml;
      v0h ^= mh;
    }
    this.lo = v0l ^ v1l ^ v2l ^ v3l;
    this.hi = v0h ^ v1h ^ v2h ^ v3h;
  }

  /** Puts the text's bytes in the buffer, with room for the padding of the last word. */
  #encode(text: string): number {
    if (this.#bytes.length < text.length * 3 + 8) this.#bytes = new Uint8Array(text.length * 6 + 8);
    const bytes = this.#bytes;
    for (let i = 0; i < text.length; i++) {
      const char = text.charCodeAt(i);
      if (char > 127) return this.#encoder.encodeInto(text, bytes).written;
      bytes[i] = char;
    }
    return text.length;
  }
}
