import type { Told } from '../server/contract/uploads.ts';
import type { Db } from '../server/warehouse/schema.ts';
import { nameOf } from './destination.ts';
import { type FileResult, identity } from './fileResult.ts';
import type { Attempt, LoadContext } from './loadContext.ts';
import { recordResult } from './recordResult.ts';
import { knownLoads } from './write/known.ts';
import { nextLoadId } from './write/loads.ts';

/** What the same file has come to, read in the same way; empty when it is new, or its tables have changed since. */
export function earlierLoads(trx: Db, context: LoadContext, sha256: string) {
  return knownLoads(trx, sha256, keyOf(context));
}

function keyOf({ destination, queue, zone }: LoadContext) {
  return {
    source: destination && nameOf(destination),
    // A mapping of the same name may say something else by now.
    plain: queue === null && zone.isDanish && destination?.kind !== 'mapping',
  };
}

/** Records a load of a file that is in the warehouse already, row for row. */
export async function repeatKnown(
  trx: Db,
  context: LoadContext,
  attempt: Attempt,
  known: Awaited<ReturnType<typeof knownLoads>>,
): Promise<FileResult[]> {
  context.onBytes(attempt.inspection?.bytes ?? 0);
  const results: FileResult[] = [];
  for (const load of known) {
    const result: FileResult = {
      ...identity(attempt, null),
      part: load.part,
      table: load.table_name,
      source: load.source,
      status: 'loaded',
      read: load.rows_read,
      kept: 0,
      duplicate: load.rows_kept + load.rows_duplicate,
      passed: load.rows_passed > 0 ? { 'as-before': load.rows_passed } : {},
      unknownQueues: [],
      masked: load.masked,
      brief: null,
      refused: 0,
      refusals: [],
      ignored: [],
      otherParts: [],
      told: [sameFile(load.load_id)],
      localTimes: null,
      load: await nextLoadId(trx),
    };
    await recordResult(trx, context, attempt, result);
    results.push(result);
  }
  return results;
}

function sameFile(load: number): Told {
  return {
    code: 'same-file',
    values: { load },
    text: `the same file as load ${load}, of which nothing has changed`,
  };
}
