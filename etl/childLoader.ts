import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type * as z from 'zod/mini';
import { LoadOutcome, UndoOutcome, type UploadOptions } from '../server/contract/uploads.ts';
import { type ErrorCode, GevinstError } from '../server/errors.ts';
import { maskCpr } from '../server/privacy.ts';
import type { Loader, Watch } from '../server/uploads/loader.ts';
import { type ChildOutput, runItself } from './childProcess.ts';
import { TABLES } from './sources/canonical/tables/index.ts';
import { SOURCES } from './sources/index.ts';

/** Refusals of each table that are shown; all are counted, and the load's own record has more. */
const SHOWN = 50;

/**
 * Loads in a process of its own, as `gevinst load` does: the server's one connection answers meanwhile.
 * @param database a SQLite path or a postgres URL
 */
export function childLoader(database: string): Loader {
  return {
    sources: [
      ...TABLES.map(({ name }) => ({ name, title: null })),
      ...SOURCES.map(({ name, title }) => ({ name, title })),
    ],
    masked: maskCpr,
    preview: (paths, options, watch) => loadGroups(database, paths, options, watch, true),
    load: (paths, options, watch) => loadGroups(database, paths, options, watch, false),
    async undo(load) {
      const output = await runItself(database, ['undo', String(load), '--json']);
      return answerOf(UndoOutcome, output, 'cannot-undo');
    },
  };
}

interface Group {
  paths: string[];
  bytes: number;
  args: string[];
}

/** `gevinst load` takes one source for all its files, so those that are said to be something else are loaded after. */
async function loadGroups(
  database: string,
  paths: readonly string[],
  options: UploadOptions,
  { onProgress, signal }: Watch,
  dryRun: boolean,
): Promise<LoadOutcome> {
  const groups = groupsOf(paths, options);
  const total = groups.reduce((sum, { bytes }) => sum + bytes, 0);
  const outcome: LoadOutcome = { files: [], dryRun };
  let before = 0;
  for (const group of groups) {
    const args = ['load', ...group.paths, ...group.args, '--json', '--progress'];
    if (dryRun) args.push('--dry-run');
    if (options.createRobots) args.push('--create-robots');
    const output = await runItself(database, args, {
      signal,
      onProgress: (done, of) => onProgress(before + (of > 0 ? (done / of) * group.bytes : 0), total),
    });
    const { files } = answerOf(LoadOutcome, output, 'load-failed');
    outcome.files.push(...files.map((file) => ({ ...file, refusals: file.refusals.slice(0, SHOWN) })));
    before += group.bytes;
  }
  return outcome;
}

function groupsOf(paths: readonly string[], options: UploadOptions): Group[] {
  const groups = new Map<string, Group>();
  for (const path of paths) {
    const { source, queue } = options.files?.[basename(path)] ?? {};
    const args = [source && `--source=${source}`, queue && `--queue=${queue}`].filter(
      (arg) => arg !== undefined,
    );
    const group = groups.get(args.join()) ?? { paths: [], bytes: 0, args };
    group.paths.push(path);
    group.bytes += statSync(path).size;
    groups.set(args.join(), group);
  }
  return [...groups.values()].sort((a, b) => a.args.length - b.args.length);
}

/** What the process answered, else what it complained of. @throws GevinstError of the code given */
function answerOf<T>(schema: z.ZodMiniType<T>, { stdout, complaint }: ChildOutput, code: ErrorCode): T {
  const answer = stdout.trim() === '' ? undefined : schema.parse(JSON.parse(stdout));
  if (answer !== undefined) return answer;
  throw new GevinstError(code, maskCpr(complaint) || 'The load ended without saying why.');
}
