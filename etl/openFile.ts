import { type FileHandle, open } from 'node:fs/promises';
import { GevinstError } from '../server/errors.ts';
import { openCsv } from './readers/csv.ts';
import { type Inspection, inspect } from './readers/inspect.ts';
import type { Rows } from './readers/rows.ts';

export interface OpenFile {
  inspection: Inspection;
  rows: Rows;
  close(): Promise<void>;
}

/**
 * Opens a file and reads its header; the rows come as they are asked for.
 * @param onInspected told the digest and size, also when the file then turns out not to be readable
 * @param onBytes told how many more bytes of the rows have been read
 * @throws GevinstError `unreadable-file`
 */
export async function openFile(
  path: string,
  onInspected: (inspection: Inspection) => void = () => {},
  onBytes: (bytes: number) => void = () => {},
): Promise<OpenFile> {
  const handle = await opened(path);
  try {
    const inspection = await inspect(handle);
    onInspected(inspection);
    return { inspection, rows: await openCsv(handle, inspection, onBytes), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw unreadable(error);
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    throw unreadable(error);
  }
}

/** What the file system says in words of ours; other errors as they are. */
function unreadable(error: unknown): unknown {
  const WORDS: Record<string, string> = {
    EACCES: 'Reading it is not allowed.',
    EPERM: 'Reading it is not allowed.',
    EISDIR: 'It is a folder.',
    ENOENT: 'It is not there.',
    EIO: 'The disk cannot read it.',
  };
  const message = WORDS[(error as NodeJS.ErrnoException).code ?? ''];
  return message ? new GevinstError('unreadable-file', message) : error;
}
