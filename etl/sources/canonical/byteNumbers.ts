/** Numbers by a few bytes of a file, without making text of them: the codes that a log repeats in every line. */
export class ByteNumbers {
  readonly #slots: Int32Array;
  readonly #entries: { bytes: Uint8Array; number: number }[] = [];

  /** @param most how many are remembered */
  constructor(private readonly most: number) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 4)));
  }

  /** The number of the bytes; −1 when they are not known. */
  get(bytes: Uint8Array, from: number, to: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hashOf(bytes, from, to) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#entries[(slots[slot] ?? 0) - 1];
      if (entry === undefined) return -1;
      if (isSame(entry.bytes, bytes, from, to)) return entry.number;
    }
  }

  /** Remembers bytes that are not known; no more than were agreed. */
  add(bytes: Uint8Array, from: number, to: number, number: number): void {
    if (this.#entries.length >= this.most) return;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOf(bytes, from, to) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#entries.push({ bytes: bytes.slice(from, to), number });
    slots[slot] = this.#entries.length;
  }
}

/** FNV-1a */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isSame(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[from + i]) return false;
  return true;
}
