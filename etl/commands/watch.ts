import { existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { GevinstError } from '../../server/errors.ts';
import { maskCpr } from '../../server/privacy.ts';
import { userName } from '../../server/userName.ts';
import { engineOf } from '../../server/warehouse/dialect.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import { destinationNamed } from '../destination.ts';
import { loadPaths } from '../load.ts';
import { zoneNamed } from '../time/zone.ts';
import { type WatchedFile, watchFolder } from '../watch.ts';
import { signalled } from './signalled.ts';

export interface WatchCommandOptions {
  db: string;
  source?: string;
  queue?: string;
  zone?: string;
  createRobots: boolean;
  project?: string;
  municipality?: string;
  every: string;
  settle: string;
  json: boolean;
}

/** `gevinst watch FOLDER`: until it is interrupted. */
export async function runWatch(folder: string, options: WatchCommandOptions): Promise<void> {
  const { json, source, zone } = options;
  const everyMs = milliseconds('--every', options.every);
  const settleMs = milliseconds('--settle', options.settle);
  const load = {
    ...options,
    by: userName(),
    keepRefused: true,
    zone: zone === undefined ? undefined : zoneNamed(zone),
  };
  if (engineOf(options.db) === 'sqlite') requireOutside(folder, options.db, 'The warehouse');
  if (source !== undefined) {
    const { kind } = await destinationNamed(source);
    if (kind === 'mapping') requireOutside(folder, source, 'The mapping file');
  }
  await (await openWarehouse(options.db, { create: true })).destroy();
  await watchFolder(folder, {
    everyMs,
    settleMs,
    signal: signalled(),
    async load(paths) {
      const db = await openWarehouse(options.db, { create: true });
      try {
        return await loadPaths(db, paths, load);
      } finally {
        await db.destroy();
      }
    },
    onStart: () => process.stdout.write(json ? '' : `Watching ${maskCpr(folder)} (Ctrl-C stops it)\n`),
    onFile: (file) => process.stdout.write(`${json ? JSON.stringify(answer(file)) : line(file)}\n`),
    onTrouble: (message) => process.stderr.write(`gevinst: ${message}\n`),
  });
}

/** What lies in the folder would be taken for a file to load, and moved. */
function requireOutside(folder: string, path: string, what: string): void {
  if (!existsSync(folder) || !existsSync(dirname(path))) return;
  if (realpathSync(dirname(path)) !== realpathSync(folder)) return;
  throw new GevinstError(
    'bad-parameter',
    `${what} ${path} must not lie in the folder that is watched. Keep it elsewhere.`,
  );
}

function milliseconds(option: string, text: string): number {
  const seconds = Number(text.replace(',', '.'));
  if (text.trim() !== '' && seconds >= 0.1 && seconds <= 86_400) return seconds * 1000;
  throw new GevinstError(
    'bad-parameter',
    `${option} ${text}: expected a number of seconds from 0.1 to 86400.`,
  );
}

/** The keys of a line of `--json`. */
function answer({ results: _, destiny, ...file }: WatchedFile) {
  return { time: new Date().toISOString(), status: destiny === 'done' ? 'loaded' : 'failed', ...file };
}

const whole = new Intl.NumberFormat('da-DK');

function line({ file, tables, error, read, kept, duplicate, refused, movedTo }: WatchedFile): string {
  const counts = [
    `${whole.format(read)} read`,
    `${whole.format(kept)} kept`,
    `${whole.format(duplicate)} already there`,
    `${whole.format(refused)} refused`,
  ].join(', ');
  const what =
    error === null ? `${file} → ${tables.join(', ')}: ${counts}` : `${file}: nothing was loaded. ${error}`;
  return `${what} (now ${movedTo})`;
}
