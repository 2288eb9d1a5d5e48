import { access, lstat, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { GevinstError } from '../../server/errors.ts';
import type { Seen } from './settling.ts';

/** Where a file ends: beside those that were loaded, or beside those that someone must look at. */
export type Destiny = 'done' | 'failed';

/** Names of files that are still being written, and of what systems leave in folders. */
const IGNORED =
  /^(\.|~\$|thumbs\.db$|desktop\.ini$)|\.(tmp|part|crdownload|filepart|(db|sqlite3?)-(wal|shm|journal))$/i;

/** A folder that files land in, with those beneath it that they are moved to. */
export class WatchedFolder {
  private constructor(readonly path: string) {}

  /** @throws GevinstError `unreadable-file` when it is no folder, or nothing can be made in it */
  static async open(path: string): Promise<WatchedFolder> {
    try {
      await readdir(path);
      await mkdir(join(path, 'done'), { recursive: true });
      await mkdir(join(path, 'failed'), { recursive: true });
    } catch (error) {
      throw new GevinstError('unreadable-file', `Cannot watch ${path}: ${reasonOf(error)}`, { path });
    }
    return new WatchedFolder(path);
  }

  /** The files that lie in it now; those beneath its folders are not of it. */
  async files(): Promise<Seen[]> {
    const names = (await readdir(this.path)).filter((name) => !IGNORED.test(name)).sort();
    const seen = await Promise.all(names.map((name) => this.look(name)));
    return seen.filter((file) => file !== null);
  }

  /** What a file is now; null when it is none, or has gone. */
  async look(name: string): Promise<Seen | null> {
    try {
      const found = await lstat(join(this.path, name));
      const isLink = found.isSymbolicLink();
      return found.isFile() || isLink ? { name, size: found.size, modified: found.mtimeMs, isLink } : null;
    } catch {
      return null;
    }
  }

  pathOf(name: string): string {
    return join(this.path, name);
  }

  /**
   * Moves a file away, under another name where its own is taken, with texts beside it.
   * @param beside by the ending that is put after the file's name
   * @returns where it is now, from the folder
   */
  async move(
    name: string,
    destiny: Destiny,
    beside: Readonly<Record<string, string>>,
    now: Date,
  ): Promise<string> {
    await mkdir(join(this.path, destiny), { recursive: true });
    const free = await this.#freeName(name, destiny, now);
    for (const [ending, text] of Object.entries(beside)) {
      await writeFile(join(this.path, destiny, `${free}${ending}`), text);
    }
    await rename(join(this.path, name), join(this.path, destiny, free));
    return `${destiny}/${free}`;
  }

  async #freeName(name: string, destiny: Destiny, now: Date): Promise<string> {
    const ending = extname(name);
    const stem = name.slice(0, name.length - ending.length);
    const time = stamp(now);
    for (let n = 0; ; n++) {
      const tried = n === 0 ? name : `${stem}-${time}${n === 1 ? '' : `-${n}`}${ending}`;
      if (!(await isThere(join(this.path, destiny, tried)))) return tried;
    }
  }
}

/** Local time, as part of a file's name. */
function stamp(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Why something with a file or folder did not go, as a sentence. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const WORDS: Record<string, string> = {
    ENOENT: 'it is not there.',
    ENOTDIR: 'it is no folder.',
    EEXIST: 'a file is where the folder done or failed should be. Move it away.',
    EACCES: 'the rights to read it and to move files in it are missing.',
    EPERM: 'the rights to read it and to move files in it are missing.',
    EROFS: 'it can only be read; files that are loaded must be moved.',
    EISDIR: 'a folder is where the text beside it should be. Move it away.',
    EBUSY: 'another program has it open.',
    ENOSPC: 'the disk is full.',
  };
  return WORDS[code ?? ''] ?? `${message}.`;
}
