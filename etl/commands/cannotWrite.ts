import { GevinstError } from '../../server/errors.ts';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'writing there is not allowed',
  EPERM: 'writing there is not allowed',
  EROFS: 'the disk may only be read',
  ENOSPC: 'the disk is full',
};

/** What kept a file from being written, in words for the user; other errors as they are. */
export function cannotWrite(path: string, error: unknown): unknown {
  const why = WORDS[(error as NodeJS.ErrnoException).code ?? ''];
  return why ? new GevinstError('cannot-write', `Cannot write ${path}: ${why}.`, { path }) : error;
}
