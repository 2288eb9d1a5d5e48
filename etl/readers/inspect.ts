import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

const CHUNK = 1 << 20;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

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
 * Reads the whole file once, in little memory: its digest, and whether every byte of it is UTF-8. Detection by a
 * sample would be wrong for a file whose first Danish letter comes late.
 */
export async function inspect(file: FileHandle): Promise<Inspection> {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(CHUNK + 3);
  let bytes = 0;
  let utf8 = true;
  let hasNul = false;
  let magic = Buffer.alloc(0);
  let kept = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, kept, CHUNK, bytes);
    if (bytesRead === 0) break;
    const fresh = buffer.subarray(kept, kept + bytesRead);
    hash.update(fresh);
    if (bytes === 0) magic = Buffer.from(fresh.subarray(0, 8));
    hasNul ||= fresh.includes(0);
    bytes += bytesRead;
    const text = buffer.subarray(0, kept + bytesRead);
    const whole = text.length - unfinished(text);
    utf8 &&= isUtf8(text.subarray(0, whole));
    kept = text.length - whole;
    text.copy(buffer, 0, whole);
  }
  utf8 &&= kept === 0;
  return {
    sha256: hash.digest('hex'),
    bytes,
    encoding: utf8 ? 'utf-8' : 'windows-1252',
    bom: magic.subarray(0, 3).equals(BOM) ? 3 : 0,
    hasNul,
    magic,
  };
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
