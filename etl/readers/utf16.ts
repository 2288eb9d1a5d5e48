import type { Bytes } from './bytes.ts';
import { type Inspection, inspect } from './inspect.ts';

type Utf16 = 'utf-16le' | 'utf-16be';

/** Which UTF-16 a text is in that says so by its byte order mark, as those of Excel and PowerShell do; null for none. */
function utf16Of({ magic }: Inspection): Utf16 | null {
  if (magic[0] === 0xff && magic[1] === 0xfe) return 'utf-16le';
  return magic[0] === 0xfe && magic[1] === 0xff ? 'utf-16be' : null;
}

/** A file as it is, or in UTF-8 where it is UTF-16, and what there is to know of it then. */
export async function asUtf8(
  file: Bytes,
  inspection: Inspection,
): Promise<{ bytes: Bytes; inspection: Inspection }> {
  const encoding = utf16Of(inspection);
  if (encoding === null) return { bytes: file, inspection };
  const bytes: Bytes = {
    name: file.name,
    size: null,
    async *chunks(onBytes) {
      const decoder = new TextDecoder(encoding);
      for await (const chunk of file.chunks(onBytes)) {
        const text = decoder.decode(chunk, { stream: true });
        if (text !== '') yield Buffer.from(text);
      }
      const rest = decoder.decode();
      if (rest !== '') yield Buffer.from(rest);
    },
  };
  return { bytes, inspection: await inspect(bytes) };
}
