import { basename } from 'node:path';
import type { Refusal } from '../server/contract/loads.ts';
import type { Db } from '../server/warehouse/schema.ts';
import type { SourceFile } from './files.ts';
import { openFile } from './openFile.ts';
import { maskCpr } from './privacy.ts';
import type { Inspection } from './readers/inspect.ts';
import { Refusals } from './refusal.ts';
import { requiredLayout } from './sources/canonical/header.ts';
import { tableOfHeader } from './sources/canonical/identify.ts';
import { loadRuns } from './sources/canonical/loadRuns.ts';
import { loadTable } from './sources/canonical/loadTable.ts';
import { smallTable } from './sources/canonical/tables/index.ts';
import { nextLoadId, recordLoad } from './write/loads.ts';
import { moveVersion } from './write/state.ts';

export interface FileResult {
  file: string;
  /** null when neither the file's name nor its header tells which table it is. */
  table: string | null;
  status: 'loaded' | 'failed';
  read: number;
  kept: number;
  duplicate: number;
  refused: number;
  /** The first 10,000 of the refused rows. */
  refusals: Refusal[];
  /** Columns that the table does not have. */
  ignored: string[];
  error?: string;
}

export interface LoadContext {
  by: string;
  /** Epoch seconds of the load. */
  now(): number;
  onBytes(bytes: number): void;
}

/** Where a file is in its load, so that a failure can tell of it. */
export interface Attempt {
  started: number;
  inspection?: Inspection;
}

/** Loads one file inside a transaction: all its good rows, and the record of the load. What it throws ends the load. */
export async function loadFile(
  trx: Db,
  file: SourceFile,
  context: LoadContext,
  attempt: Attempt,
): Promise<FileResult> {
  await moveVersion(trx);
  const opened = await openFile(
    file.path,
    (inspection) => {
      attempt.inspection = inspection;
    },
    context.onBytes,
  );
  try {
    const { rows, inspection } = opened;
    const table = file.table ?? tableOfHeader(rows.header);
    const layout = requiredLayout(rows.header, table);
    const refusals = new Refusals();
    const loadId = await nextLoadId(trx);
    const loading = { trx, rows, refusals, loadId, now: attempt.started };
    const small = smallTable(table.name);
    const counts = small ? await loadTable(loading, small, layout) : await loadRuns(loading, layout);
    const list = refusals.list();
    await recordLoad(
      trx,
      {
        load_id: loadId,
        file: fileName(file.path),
        source: table.name,
        sha256: inspection.sha256,
        bytes: inspection.bytes,
        started: attempt.started,
        finished: context.now(),
        loaded_by: context.by,
        status: 'loaded',
        rows_read: counts.read,
        rows_kept: counts.kept,
        rows_duplicate: counts.duplicate,
        rows_refused: refusals.count,
        error: null,
      },
      list,
    );
    return {
      file: fileName(file.path),
      table: table.name,
      status: 'loaded',
      ...counts,
      refused: refusals.count,
      refusals: list,
      ignored: layout.ignored,
    };
  } finally {
    await opened.close();
  }
}

/** Records that nothing of a file was loaded, and why. */
export async function recordFailure(
  trx: Db,
  file: SourceFile,
  context: LoadContext,
  { started, inspection }: Attempt,
  error: string,
): Promise<void> {
  await moveVersion(trx);
  const load = {
    load_id: await nextLoadId(trx),
    file: fileName(file.path),
    source: file.table?.name ?? 'unknown',
    sha256: inspection?.sha256 ?? null,
    bytes: inspection?.bytes ?? null,
    started,
    finished: context.now(),
    loaded_by: context.by,
    status: 'failed' as const,
    rows_read: 0,
    rows_kept: 0,
    rows_duplicate: 0,
    rows_refused: 0,
    error,
  };
  await recordLoad(trx, load, []);
}

export function failed(file: SourceFile, error: string): FileResult {
  return {
    file: fileName(file.path),
    table: file.table?.name ?? null,
    status: 'failed',
    read: 0,
    kept: 0,
    duplicate: 0,
    refused: 0,
    refusals: [],
    ignored: [],
    error,
  };
}

/** The name a file goes by in the warehouse: without its folders, and without personal numbers. */
function fileName(path: string): string {
  return maskCpr(basename(path));
}
