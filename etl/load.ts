import { basename } from 'node:path';
import { sql } from 'kysely';
import { GevinstError } from '../server/errors.ts';
import type { Db } from '../server/warehouse/schema.ts';
import { planFiles, type SourceFile } from './files.ts';
import {
  type Attempt,
  type FileResult,
  failed,
  type LoadContext,
  loadFile,
  recordFailure,
} from './loadFile.ts';
import { openFile } from './openFile.ts';
import { maskCpr } from './privacy.ts';
import { tableNamed, tableOfHeader } from './sources/canonical/identify.ts';
import { TABLES } from './sources/canonical/tables/index.ts';

export interface LoadOptions {
  /** Who loads, for the record. */
  by: string;
  /** Tell what would be kept and refused, and write nothing. */
  dryRun?: boolean;
  /** The table of every file, where their names do not tell. */
  source?: string | undefined;
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

/**
 * Loads files, and folders of files, each in one transaction: all its good rows are in, or nothing of it. Tables are
 * loaded after those that their rows name, whatever the order of the paths.
 * @throws GevinstError `unreadable-file` for a path that is not there, `unknown-table`, `warehouse-busy`
 */
export async function loadPaths(db: Db, paths: readonly string[], options: LoadOptions): Promise<LoadResult> {
  const source = options.source === undefined ? null : tableNamed(options.source);
  const { files, skipped } = planFiles(paths, source);
  const known: SourceFile[] = [];
  for (const file of files) {
    const table = file.table ?? (await tableByHeader(file));
    if (table === null && file.inFolder) skipped.push(maskCpr(basename(file.path)));
    else known.push({ ...file, table });
  }
  const rank = ({ table }: SourceFile) => TABLES.findIndex((t) => t.name === table?.name);
  known.sort((a, b) => rank(a) - rank(b));

  const total = known.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  const context: LoadContext = {
    by: options.by,
    now: options.now ?? (() => Math.floor(Date.now() / 1000)),
    onBytes(bytes) {
      done += bytes;
      options.onProgress?.(done, total);
    },
  };
  const results = options.dryRun ? await rehearse(db, known, context) : await loadEach(db, known, context);
  const sum = (count: 'read' | 'kept' | 'duplicate' | 'refused') =>
    results.reduce((n, file) => n + file[count], 0);
  return {
    files: results,
    skipped,
    read: sum('read'),
    kept: sum('kept'),
    duplicate: sum('duplicate'),
    refused: sum('refused'),
    dryRun: options.dryRun ?? false,
  };
}

/** The table that a file's header fits; null when it fits none or several, or cannot be read. */
async function tableByHeader({ path }: SourceFile) {
  try {
    const opened = await openFile(path);
    await opened.close();
    return tableOfHeader(opened.rows.header);
  } catch (error) {
    if (error instanceof GevinstError) return null;
    throw error;
  }
}

async function loadEach(db: Db, files: readonly SourceFile[], context: LoadContext): Promise<FileResult[]> {
  const results: FileResult[] = [];
  for (const file of files) {
    const attempt: Attempt = { started: context.now() };
    try {
      results.push(await db.transaction().execute((trx) => loadFile(trx, file, context, attempt)));
    } catch (thrown) {
      const error = told(thrown);
      await db.transaction().execute((trx) => recordFailure(trx, file, context, attempt, error));
      results.push(failed(file, error));
    }
  }
  return results;
}

/** Loads all files in one transaction, so that each sees those before it, and takes everything back. */
async function rehearse(db: Db, files: readonly SourceFile[], context: LoadContext): Promise<FileResult[]> {
  const trx = await db.startTransaction().execute();
  try {
    const results: FileResult[] = [];
    for (const file of files) {
      await sql`savepoint one_file`.execute(trx);
      try {
        results.push(await loadFile(trx, file, context, { started: context.now() }));
      } catch (thrown) {
        await sql`rollback to savepoint one_file`.execute(trx);
        results.push(failed(file, told(thrown)));
      }
    }
    return results;
  } finally {
    await trx.rollback().execute();
  }
}

/** What went wrong, in words for the user. @throws GevinstError `warehouse-busy`, which no other file would escape */
function told(thrown: unknown): string {
  const { message, code } = thrown as Error & { code?: string };
  if (code?.startsWith('SQLITE_BUSY')) {
    throw new GevinstError(
      'warehouse-busy',
      'Another process is writing to the warehouse. Wait until it is done, and load again.',
    );
  }
  if (thrown instanceof GevinstError) return maskCpr(message);
  return `Something went wrong that should not have: ${maskCpr(message)}`;
}
