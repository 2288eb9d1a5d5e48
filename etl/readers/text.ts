import type { FileHandle } from 'node:fs/promises';
import { type Inspection, unfinished } from './inspect.ts';
import { windows1252 } from './windows1252.ts';

const CHUNK = 1 << 20;

/** The file's text in chunks, after its byte order mark. A character is never cut in two. */
export async function* textChunks(
  file: FileHandle,
  { encoding, bom }: Pick<Inspection, 'encoding' | 'bom'>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const buffer = Buffer.alloc(CHUNK + 3);
  let position = bom;
  let kept = 0;
  onBytes(bom);
  for (;;) {
    const { bytesRead } = await file.read(buffer, kept, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    const bytes = buffer.subarray(0, kept + bytesRead);
    const whole = encoding === 'utf-8' ? bytes.length - unfinished(bytes) : bytes.length;
    const text = bytes.subarray(0, whole);
    yield encoding === 'utf-8' ? text.toString('utf8') : windows1252(text);
    kept = bytes.length - whole;
    bytes.copy(buffer, 0, whole);
    onBytes(bytesRead);
  }
}
