import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Bytes } from './bytes.ts';

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const MAGIC = 8;

export interface Inspection {
  sha256: string;
  bytes: number;
  encoding: 'utf-8' | 'windows-1252';
  /** Bytes before the text. */
  bom: number;
  hasNul: boolean;
  /** The file's first bytes, which tell other formats from text. */
  magic: Buffer;
}

/**
 * Reads all of it once, in little memory: its digest, and whether every byte of it is UTF-8. Detection by a sample
 * would be wrong for a file whose first Danish letter comes late.
 */
export async function inspect(source: Bytes): Promise<Inspection> {
  const hash = createHash('sha256');
  let bytes = 0;
  let utf8 = true;
  let hasNul = false;
  let magic = Buffer.alloc(0);
  let rest = Buffer.alloc(0);
  // A file cut off within a letter is UTF-8 when other letters were.
  let hasLetters = false;
  for await (const chunk of source.chunks()) {
    hash.update(chunk);
    if (magic.length < MAGIC) magic = Buffer.concat([magic, chunk.subarray(0, MAGIC - magic.length)]);
    hasNul ||= chunk.includes(0);
    bytes += chunk.length;
    if (!utf8) continue;
    const text = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = text.length - unfinished(text);
    utf8 = isUtf8(text.subarray(0, whole));
    hasLetters ||= !isAscii(text.subarray(0, whole));
    rest = Buffer.from(text.subarray(whole));
  }
  return {
    sha256: hash.digest('hex'),
    bytes,
    encoding: utf8 && (rest.length === 0 || hasLetters) ? 'utf-8' : 'windows-1252',
    bom: magic.subarray(0, 3).equals(BOM) ? 3 : 0,
    hasNul,
    magic,
  };
}

/** Whether it is a SQLite database. */
export function isSqlite({ magic }: Pick<Inspection, 'magic'>): boolean {
  return magic.toString('latin1').startsWith('SQLite f');
}

/** How many bytes at the end start a UTF-8 character that is not finished there. */
export function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
