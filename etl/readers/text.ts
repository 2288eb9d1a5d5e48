import type { Bytes } from './bytes.ts';
import { type Inspection, unfinished } from './inspect.ts';
import { windows1252 } from './windows1252.ts';

/** The text in chunks, after its byte order mark. A character is never cut in two. */
export async function* textChunks(
  source: Bytes,
  { encoding, bom }: Pick<Inspection, 'encoding' | 'bom'>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  let skip = bom;
  for await (const chunk of source.chunks(onBytes)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = encoding === 'utf-8' ? bytes.length - unfinished(bytes) : bytes.length;
    const text = bytes.subarray(Math.min(skip, whole), whole);
    skip -= Math.min(skip, whole);
    rest = Buffer.from(bytes.subarray(whole));
    if (text.length > 0) yield encoding === 'utf-8' ? text.toString('utf8') : windows1252(text);
  }
  if (rest.length > 0) yield rest.toString('utf8');
}
