import { type FileHandle, open, stat } from 'node:fs/promises';
import { GevinstError } from '../server/errors.ts';
import { type Bytes, fileBytes } from './readers/bytes.ts';
import { type Inspection, inspect } from './readers/inspect.ts';

export interface OpenFile {
  bytes: Bytes;
  inspection: Inspection;
  close(): Promise<void>;
}

/**
 * Opens a file, and reads it once for its digest and encoding.
 * @throws GevinstError `unreadable-file`
 */
export async function openFile(path: string): Promise<OpenFile> {
  let handle: FileHandle | undefined;
  try {
    // Asked before it is opened: a pipe that no one writes to would never open.
    const found = await stat(path);
    if (!found.isFile()) throw new GevinstError('unreadable-file', notAFile(found));
    handle = await open(path);
    const { size } = await handle.stat();
    const bytes = fileBytes(handle, path, size);
    const inspection = await inspect(bytes);
    const { close } = handle;
    return { bytes, inspection, close: close.bind(handle) };
  } catch (error) {
    await handle?.close();
    throw unreadable(error);
  }
}

function notAFile(found: { isDirectory(): boolean }): string {
  return found.isDirectory() ? 'It is a folder.' : 'It is a device or pipe, not a file.';
}

/** What the file system says in words of ours; other errors as they are. */
export function unreadable(error: unknown): unknown {
  const WORDS: Record<string, string> = {
    EACCES: 'Reading it is not allowed.',
    EPERM: 'Reading it is not allowed.',
    EISDIR: 'It is a folder.',
    ENOENT: 'It is not there.',
    ELOOP: 'It is a link that leads back to itself.',
    ENAMETOOLONG: 'Its name is too long.',
    EIO: 'The disk cannot read it.',
  };
  const message = WORDS[(error as NodeJS.ErrnoException).code ?? ''];
  return message ? new GevinstError('unreadable-file', message) : error;
}
