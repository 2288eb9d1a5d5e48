import { existsSync, statSync } from 'node:fs';
import { userName } from '../../server/userName.ts';
import { engineOf } from '../../server/warehouse/dialect.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import { readEachFile } from '../eachFile.ts';
import { type LoadResult, loadPaths } from '../load.ts';
import { readQueues } from '../newRobots.ts';
import { cannotRead } from '../plan.ts';
import { printable } from '../printable.ts';
import { progressBar, progressLines } from '../progress.ts';
import { zoneNamed } from '../time/zone.ts';
import { loadAnswer, loadNotes, loadText } from './loadText.ts';
import { writeRefused } from './writeRefused.ts';

export interface LoadCommandOptions {
  db: string;
  source?: string;
  queue?: string;
  each?: string;
  queues?: string;
  refused?: string;
  zone?: string;
  createRobots: boolean;
  project?: string;
  municipality?: string;
  dryRun: boolean;
  json: boolean;
  progress: boolean;
}

/** `gevinst load`: 0 all kept, 1 nothing loaded, 2 loaded with refused rows or failed files. */
export async function runLoad(paths: string[], options: LoadCommandOptions): Promise<number> {
  const { dryRun, zone, each } = options;
  for (const path of paths) requireThere(path);
  const isNew = engineOf(options.db) === 'sqlite' && !existsSync(options.db);
  const db = await openWarehouse(dryRun && isNew ? ':memory:' : options.db, { create: true });
  const bar = options.progress ? progressLines() : progressBar('Loading');
  try {
    const result = await loadPaths(db, paths, {
      ...options,
      by: userName(),
      each: each === undefined ? undefined : await readEachFile(each),
      keepRefused: options.refused !== undefined,
      queues: options.queues === undefined ? undefined : await readQueues(options.queues),
      zone: zone === undefined ? undefined : zoneNamed(zone),
      onProgress: (done, total) => bar.update(done, total, 'of the files'),
    });
    bar.stop();
    if (options.refused !== undefined) await writeRefused(options.refused, result);
    process.stderr.write(printable(loadNotes(result)));
    process.stdout.write(
      options.json ? `${JSON.stringify(loadAnswer(result))}\n` : printable(loadText(result)),
    );
    return exitCode(result);
  } finally {
    bar.stop();
    await db.destroy();
  }
}

/** Before a warehouse is made for files that are not there. @throws GevinstError `unreadable-file` */
function requireThere(path: string): void {
  try {
    statSync(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
}

function exitCode({ files, kept, duplicate, refused }: LoadResult): number {
  const isSound = refused === 0 && files.every((file) => file.status === 'loaded');
  if (kept + duplicate > 0) return isSound ? 0 : 2;
  // A template that no one has filled in loads as it is.
  const isUnfilled =
    files.length > 0 &&
    files.every(({ part, read, passed }) => part !== null && read === (passed['not-filled'] ?? 0));
  return isSound && isUnfilled ? 0 : 1;
}
