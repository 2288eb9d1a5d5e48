import { sql } from 'kysely';
import type { QueueSaid } from '../server/contract/uploads.ts';
import { type ErrorCode, type ErrorDetail, GevinstError } from '../server/errors.ts';
import { maskCpr } from '../server/privacy.ts';
import type { Db } from '../server/warehouse/schema.ts';
import { type EachFile, saidOf } from './eachFile.ts';
import { type FileResult, failed } from './fileResult.ts';
import type { Attempt, LoadContext } from './loadContext.ts';
import { loadFile, loadTable } from './loadFile.ts';
import { newRobotsOf } from './newRobots.ts';
import { planFiles } from './plan.ts';
import type { Rows } from './readers/rows.ts';
import { recordFailure } from './recordResult.ts';
import type { RunSource } from './sources/source.ts';
import { COPENHAGEN, type Zone } from './time/zone.ts';
import { Work } from './work.ts';

export interface LoadOptions {
  /** Who loads, for the record. */
  by: string;
  /** Tell what would be kept and refused, and write nothing. */
  dryRun?: boolean;
  /** What every file is: a table, a robot platform or a mapping file, where their names and columns do not tell. */
  source?: string | undefined;
  /** The queue of files that do not say theirs. */
  queue?: string | undefined;
  /** What single files are, by their paths, where it is another thing than the others are. */
  each?: EachFile | undefined;
  /** What times without an offset are in; Danish time when it is left out. */
  zone?: Zone | undefined;
  /** Make a robot for each queue that is not known. */
  createRobots?: boolean;
  /** The project of the robots that are made; each its own when it is left out. */
  project?: string | undefined;
  /** The municipality of the projects that are made; the warehouse's only one when it is left out. */
  municipality?: string | undefined;
  /** What single queues are that no robot has, by their names. */
  queues?: Readonly<Record<string, QueueSaid>> | undefined;
  /** Also give the refused rows as they stand in the file. */
  keepRefused?: boolean;
  onProgress?: (doneBytes: number, totalBytes: number) => void;
  /** Epoch seconds; the clock when it is left out. */
  now?: () => number;
}

export interface LoadResult {
  files: FileResult[];
  /** Files of a folder that are no tables. */
  skipped: string[];
  read: number;
  kept: number;
  duplicate: number;
  refused: number;
  dryRun: boolean;
}

/** One load of the transaction that it is part of. */
type Load = (trx: Db, context: LoadContext, attempt: Attempt) => Promise<FileResult[]>;

/**
 * Loads files, and folders of files, each in one transaction: all its good rows are in, or nothing of it. Tables are
 * loaded after those that their rows name, whatever the order of the paths.
 * @throws GevinstError `unreadable-file` for a path that is not there, `unknown-source`, `bad-mapping`, `warehouse-busy`
 */
export async function loadPaths(db: Db, paths: readonly string[], options: LoadOptions): Promise<LoadResult> {
  const said = await saidOf(options);
  const { files, skipped } = await planFiles(paths, (path) => said(path).destination);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const work = new Work((done) => options.onProgress?.(Math.round(done), total));
  const context: LoadContext = {
    ...contextOf(options),
    destination: null,
    work,
    onBytes: (bytes) => work.read(bytes),
  };
  const attempts = files.map(({ path, bytes }): Attempt => ({ path, bytes, started: context.now() }));
  const load: Load = (trx, shared, attempt) => loadFile(trx, { ...shared, ...said(attempt.path) }, attempt);
  const results = await loadAll(db, attempts, load, context, options);
  return summed(results, skipped, options);
}

/** Takes a load back that would only record that all was there: a connection is asked often, and nearly always in vain. */
class NothingNew {
  readonly results: FileResult[];

  constructor(results: readonly FileResult[]) {
    this.results = results.map((result) => ({ ...result, load: null }));
  }
}

/**
 * Loads rows that come from a connection, in one transaction, as the file of that name would be. Where nothing of them
 * is new nothing is written.
 * @throws GevinstError `warehouse-busy`
 */
export async function loadRows(
  db: Db,
  { file, source, rows }: { file: string; source: RunSource; rows: Rows },
  options: LoadOptions,
): Promise<LoadResult> {
  const context: LoadContext = {
    ...contextOf({ ...options, keepRefused: false }),
    destination: { kind: 'runs', source },
    work: new Work(),
    onBytes() {},
  };
  const attempts = [{ path: file, bytes: 0, started: context.now() }];
  const load: Load = async (trx, _context, attempt) => {
    const results = await loadTable(trx, context, attempt, rows);
    if (results.every(({ kept, refused }) => kept + refused === 0)) throw new NothingNew(results);
    return results;
  };
  return summed(await loadAll(db, attempts, load, context, options), [], options);
}

function contextOf(options: LoadOptions): Omit<LoadContext, 'destination' | 'work' | 'onBytes'> {
  return {
    by: options.by,
    queue: options.queue ?? null,
    zone: options.zone ?? COPENHAGEN,
    newRobots: newRobotsOf(options),
    keepRefused: options.keepRefused ?? false,
    now: options.now ?? (() => Math.floor(Date.now() / 1000)),
  };
}

function summed(files: FileResult[], skipped: string[], { dryRun = false }: LoadOptions): LoadResult {
  const sum = (count: 'read' | 'kept' | 'duplicate' | 'refused') =>
    files.reduce((n, file) => n + file[count], 0);
  return {
    files,
    skipped,
    read: sum('read'),
    kept: sum('kept'),
    duplicate: sum('duplicate'),
    refused: sum('refused'),
    dryRun,
  };
}

function loadAll(
  db: Db,
  attempts: readonly Attempt[],
  load: Load,
  context: LoadContext,
  { dryRun }: LoadOptions,
): Promise<FileResult[]> {
  return dryRun ? rehearse(db, attempts, load, context) : loadEach(db, attempts, load, context);
}

async function loadEach(
  db: Db,
  attempts: readonly Attempt[],
  load: Load,
  context: LoadContext,
): Promise<FileResult[]> {
  const results: FileResult[] = [];
  for (const planned of attempts) {
    const attempt = { ...planned, started: context.now() };
    context.work.begin(attempt.bytes);
    try {
      results.push(...(await db.transaction().execute((trx) => load(trx, context, attempt))));
    } catch (thrown) {
      if (thrown instanceof NothingNew) {
        results.push(...thrown.results);
        continue;
      }
      const failure = failed(attempt, failureOf(thrown));
      await db.transaction().execute((trx) => recordFailure(trx, context, attempt, failure));
      results.push(failure);
    }
    context.work.end();
  }
  return results;
}

/** Loads all in one transaction, so that each sees those before it, and takes everything back. */
async function rehearse(
  db: Db,
  attempts: readonly Attempt[],
  load: Load,
  context: LoadContext,
): Promise<FileResult[]> {
  const trx = await db.startTransaction().execute();
  try {
    const results: FileResult[] = [];
    for (const attempt of attempts) {
      await sql`savepoint one_file`.execute(trx);
      context.work.begin(attempt.bytes);
      try {
        results.push(...(await load(trx, context, attempt)));
      } catch (thrown) {
        await sql`rollback to savepoint one_file`.execute(trx);
        results.push(failed(attempt, failureOf(thrown)));
      }
      context.work.end();
    }
    return results.map((result) => ({ ...result, load: null }));
  } finally {
    await trx.rollback().execute();
  }
}

function failureOf(thrown: unknown): { error: string; errorCode: ErrorCode; errorDetails: ErrorDetail } {
  const error = told(thrown);
  if (!(thrown instanceof GevinstError)) return { error, errorCode: 'internal', errorDetails: {} };
  const details = Object.entries(thrown.details ?? {});
  const masked = details.map(([name, value]) => [name, typeof value === 'string' ? maskCpr(value) : value]);
  return { error, errorCode: thrown.code, errorDetails: Object.fromEntries(masked) };
}

const DISK = {
  SQLITE_FULL: 'The disk is full. Make room, and load again.',
  SQLITE_READONLY: 'The warehouse may not be written to. Change the rights of its file and folder.',
  SQLITE_IOERR:
    'The disk does not take what is written: it is full, or failing. Nothing of the file was kept.',
};

/**
 * What went wrong, in words for the user.
 * @throws GevinstError `warehouse-busy`, `disk-full`, `read-only`, which no other file would escape
 */
function told(thrown: unknown): string {
  const { message, code = '' } = thrown as Error & { code?: string };
  if (code.startsWith('SQLITE_BUSY')) {
    throw new GevinstError(
      'warehouse-busy',
      'Another process is writing to the warehouse. Wait until it is done, and load again.',
    );
  }
  for (const [start, words] of Object.entries(DISK)) {
    if (code.startsWith(start)) throw new GevinstError('cannot-write', words);
  }
  if (thrown instanceof GevinstError) return maskCpr(message);
  return `Something went wrong that should not have: ${maskCpr(message)}`;
}
