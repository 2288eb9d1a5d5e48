import type { Db } from '../server/warehouse/schema.ts';
import { moveVersion } from '../server/warehouse/state.ts';
import type { FileResult } from './fileResult.ts';
import type { Attempt, LoadContext } from './loadContext.ts';
import { nextLoadId, recordLoad } from './write/loads.ts';

/** Records what became of one table of a file, with the rows that it had refused. */
export async function recordResult(
  trx: Db,
  context: LoadContext,
  attempt: Attempt,
  result: FileResult,
): Promise<void> {
  const { inspection, started } = attempt;
  await recordLoad(
    trx,
    {
      load_id: result.load ?? 0,
      file: result.file,
      part: result.part,
      source: result.source ?? 'unknown',
      table_name: result.table,
      sha256: inspection?.sha256 ?? null,
      bytes: inspection?.bytes ?? null,
      started,
      finished: context.now(),
      loaded_by: context.by,
      status: result.status,
      rows_read: result.read,
      rows_kept: result.kept,
      rows_duplicate: result.duplicate,
      rows_refused: result.refused,
      rows_passed: Object.values(result.passed).reduce((sum, rows) => sum + rows, 0),
      masked: result.masked,
      error: result.error ?? null,
    },
    result.refusals,
  );
}

/** Records that nothing of a file was loaded, and why. */
export async function recordFailure(
  trx: Db,
  context: LoadContext,
  attempt: Attempt,
  failure: FileResult,
): Promise<void> {
  await moveVersion(trx);
  await recordResult(trx, context, attempt, { ...failure, load: await nextLoadId(trx) });
}
