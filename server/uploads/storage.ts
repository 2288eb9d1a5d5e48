import { createWriteStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LARGEST_FILE } from '../contract/actions.ts';
import { GevinstError } from '../errors.ts';

/** How long files that nobody asks for are kept, in milliseconds. */
export const KEPT_MS = 60 * 60 * 1000;

const LONGEST_NAME = 120;
const PREFIX = 'gevinst-uploads-';

/** A folder of this process's own for what is uploaded. */
export function uploadFolder(): string {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** Removes what processes that died have left: files with personal data are not to lie about. */
export function removeLeftBehind(): void {
  for (const name of readdirSync(tmpdir())) {
    const path = join(tmpdir(), name);
    if (name.startsWith(PREFIX) && isLeftBehind(path, name)) rmSync(path, { recursive: true, force: true });
  }
}

function isLeftBehind(path: string, name: string): boolean {
  const owner = Number(name.slice(PREFIX.length).split('-')[0]);
  const found = statSync(path, { throwIfNoEntry: false });
  // The folder changes with every upload, and none is kept for longer than this.
  if (!owner || !found || Date.now() - found.mtimeMs < 2 * KEPT_MS) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/**
 * The base name that a file is stored under: never a path, never hidden, nothing that any disk refuses. Its ending is
 * kept, because formats are told by it.
 */
export function safeName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '_').replace(/^[.\s-]+|[.\s]+$/g, '');
  const ending = /(\.[A-Za-z0-9]{1,10}){0,2}$/.exec(clean)?.[0] ?? '';
  const stem = [...clean.slice(0, clean.length - ending.length)].slice(0, LONGEST_NAME).join('');
  return `${stem === '' ? 'fil' : stem}${ending}`;
}

/**
 * Writes what is sent to a new file in a new folder, which is gone again when it fails; gives its bytes.
 * @throws GevinstError `too-large`, `cannot-write`, `bad-parameter` when it is not sent to its end
 */
export async function store(
  input: Readable,
  folder: string,
  name: string,
  declared: number,
): Promise<number> {
  if (declared > LARGEST_FILE) throw tooLarge();
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > LARGEST_FILE ? tooLarge() : null, chunk);
    },
  });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await pipeline(input, counter, createWriteStream(join(folder, name), { flags: 'wx', mode: 0o600 }));
    return bytes;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw told(error as NodeJS.ErrnoException);
  }
}

function tooLarge(): GevinstError {
  return new GevinstError(
    'too-large',
    'The file is larger than 4 GB. Load it with gevinst load on the server, or split it.',
  );
}

function told(error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new GevinstError(
      'cannot-write',
      'The server’s disk has no room for the file. Make room, and send it again.',
    );
  }
  if (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET') {
    return new GevinstError('bad-parameter', 'The file was not sent to its end. Send it again.');
  }
  return error;
}
