import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { GevinstError } from '../../server/errors.ts';
import { engineOf } from '../../server/warehouse/dialect.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import { type LoadResult, loadPaths } from '../load.ts';
import { progressBar } from '../progress.ts';
import { loadAnswer, loadNotes, loadText } from './loadText.ts';

export interface LoadCommandOptions {
  db: string;
  source?: string;
  dryRun: boolean;
  json: boolean;
}

/** `gevinst load`: 0 all kept, 1 nothing loaded, 2 loaded with refused rows or failed files. */
export async function runLoad(paths: string[], options: LoadCommandOptions): Promise<number> {
  const { dryRun, source } = options;
  for (const path of paths) requireThere(path);
  const isNew = engineOf(options.db) === 'sqlite' && !existsSync(options.db);
  const db = await openWarehouse(dryRun && isNew ? ':memory:' : options.db, { create: true });
  const bar = progressBar('Loading');
  try {
    const result = await loadPaths(db, paths, {
      by: userName(),
      dryRun,
      source,
      onProgress: (done, total) => bar.update(done, total, 'of the files'),
    });
    bar.stop();
    process.stderr.write(loadNotes(result));
    process.stdout.write(options.json ? `${JSON.stringify(loadAnswer(result))}\n` : loadText(result));
    return exitCode(result);
  } finally {
    bar.stop();
    await db.destroy();
  }
}

/** Before a warehouse is made for files that are not there. */
function requireThere(path: string): void {
  if (existsSync(path)) return;
  throw new GevinstError('unreadable-file', `Cannot read ${path}: it is not there.`, { path });
}

function exitCode({ files, kept, duplicate, refused }: LoadResult): number {
  if (kept + duplicate === 0) return 1;
  return refused > 0 || files.some((file) => file.status === 'failed') ? 2 : 0;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container's user may have no name.
    return 'unknown';
  }
}
