import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { GevinstError } from '../../server/errors.ts';
import { unreadableFile } from '../unreadableFile.ts';

const CHUNK = 1 << 20;

/** Bytes that can be read from the start as often as needed: a file, or an entry of an archive. */
export interface Bytes {
  /** The file's or entry's name, without folders. */
  name: string;
  /** The number that the open file has in this process; absent for an entry of an archive. */
  fd?: number;
  /** null where it is not known before all has been read. */
  size: number | null;
  /**
   * All bytes from the start, in chunks of which each is the reader's own.
   * @param onBytes told how many more bytes of the file on disk have been used
   */
  chunks(onBytes?: (bytes: number) => void): AsyncIterable<Buffer>;
  /** A part of it, for formats that have their index at the end; absent where only a stream is to be had. */
  slice?(start: number, end: number): Promise<Buffer>;
}

/** The bytes of an open file. */
export function fileBytes(handle: FileHandle, path: string, size: number): Bytes {
  return {
    name: basename(path),
    fd: handle.fd,
    size,
    async *chunks(onBytes = () => {}) {
      // What is written to the file from now on is for the next time.
      for (let position = 0; position < size; ) {
        const length = Math.min(CHUNK, size - position);
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, position);
        if (bytesRead === 0) throw becameShorter();
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
        onBytes(bytesRead);
      }
    },
    async slice(start, end) {
      const buffer = Buffer.allocUnsafe(end - start);
      let done = 0;
      while (done < buffer.length) {
        const { bytesRead } = await handle.read(buffer, done, buffer.length - done, start + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return buffer.subarray(0, done);
    },
  };
}

/** What a file says that lost its end between two readings. */
export function becameShorter(): GevinstError {
  return unreadableFile(
    'became-shorter',
    'It became shorter while it was read. Load it again when it is whole.',
    {},
  );
}
