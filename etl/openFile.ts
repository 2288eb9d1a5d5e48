import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { type Bytes, fileBytes } from './readers/bytes.ts';
import { type Inspection, inspect, isSqlite } from './readers/inspect.ts';
import { unreadableFile } from './unreadableFile.ts';

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
    if (!found.isFile()) throw unreadableFile('not-a-file', notAFile(found), {});
    handle = await open(path);
    const { size } = await handle.stat();
    const bytes = fileBytes(handle, path, size);
    const inspection = await withJournal(path, await inspect(bytes));
    const { close } = handle;
    return { bytes, inspection, close: close.bind(handle) };
  } catch (error) {
    await handle?.close();
    throw unreadable(error);
  }
}

/** The latest rows of a SQLite database that is in use are in a file beside it: they belong to its digest. */
async function withJournal(path: string, inspection: Inspection): Promise<Inspection> {
  if (!isSqlite(inspection)) return inspection;
  const journal = await readFile(`${path}-wal`).catch(() => null);
  if (journal === null || journal.length === 0) return inspection;
  return {
    ...inspection,
    sha256: createHash('sha256').update(inspection.sha256).update(journal).digest('hex'),
  };
}

function notAFile(found: { isDirectory(): boolean }): string {
  return found.isDirectory() ? 'It is a folder.' : 'It is a device or pipe, not a file.';
}

type Why = 'not-allowed' | 'not-a-file' | 'not-there' | 'bad-name' | 'bad-disk';
const WORDS: Readonly<Record<string, readonly [why: Why, message: string]>> = {
  EACCES: ['not-allowed', 'Reading it is not allowed.'],
  EPERM: ['not-allowed', 'Reading it is not allowed.'],
  EISDIR: ['not-a-file', 'It is a folder.'],
  ENOENT: ['not-there', 'It is not there.'],
  ELOOP: ['bad-name', 'It is a link that leads back to itself.'],
  ENAMETOOLONG: ['bad-name', 'Its name is too long.'],
  EIO: ['bad-disk', 'The disk cannot read it.'],
};

/** What the file system says in words of ours; other errors as they are. */
export function unreadable(error: unknown): unknown {
  const told = WORDS[(error as NodeJS.ErrnoException).code ?? ''];
  return told ? unreadableFile(told[0], told[1], {}) : error;
}
