import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { unreadableFile } from '../unreadableFile.ts';
import type { Bytes } from './bytes.ts';
import { Limit } from './limit.ts';

/** What a gzip file holds, unpacked as it is read. @throws GevinstError `unreadable-file` when read and damaged */
export function gunzipped(file: Bytes): Bytes {
  return {
    name: file.name.replace(/\.gz$/i, ''),
    size: null,
    async *chunks(onBytes) {
      const limit = new Limit(file.size);
      const unpacked = pipeline(Readable.from(file.chunks(onBytes)), createGunzip(), () => {});
      try {
        for await (const chunk of unpacked) {
          limit.add(chunk.length);
          yield chunk as Buffer;
        }
      } catch (error) {
        throw told(error);
      }
    },
  };
}

function told(error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!code.startsWith('Z_')) return error;
  const what = code === 'Z_BUF_ERROR' ? 'ends too early: it is cut off' : 'is damaged';
  return unreadableFile('damaged', `The gzip file ${what}.`, {});
}
