import { unreadableFile } from '../unreadableFile.ts';

const GIGABYTE = 1 << 30;
const MOST = 4 * GIGABYTE;
const HARMLESS = 100 << 20;
const MOST_TIMES = 200;

/** @param bytes that all of an archive unpacks to @throws GevinstError `too-large` */
export function checkTotal(bytes: number): void {
  if (bytes <= MOST) return;
  throw unreadableFile(
    'large-unpacked',
    'It unpacks to more than 4 GB. Unpack it, and load its files.',
    {},
    'too-large',
  );
}

/** Stops unpacking what grows beyond any export: a small file may be made to fill a disk or the memory. */
export class Limit {
  #size = 0;

  /** @param packed bytes before unpacking; null when that is not known */
  constructor(private readonly packed: number | null) {}

  /** @throws GevinstError `too-large` */
  add(bytes: number): void {
    this.#size += bytes;
    const times = this.packed === null ? 0 : this.#size / Math.max(this.packed, 1);
    if (this.#size <= MOST && (this.#size <= HARMLESS || times <= MOST_TIMES)) return;
    const limit = this.#size > MOST ? '4 GB' : `${MOST_TIMES} times its size`;
    const message = `It unpacks to more than ${limit}. Unpack it yourself if it is what it should be.`;
    if (this.#size > MOST) throw unreadableFile('large-unpacked', message, {}, 'too-large');
    throw unreadableFile('times-its-size', message, { times: MOST_TIMES }, 'too-large');
  }
}
