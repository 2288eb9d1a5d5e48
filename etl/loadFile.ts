import { GevinstError } from '../server/errors.ts';
import { maskCpr } from '../server/privacy.ts';
import type { Db } from '../server/warehouse/schema.ts';
import { moveVersion } from '../server/warehouse/state.ts';
import { type FileResult, identity } from './fileResult.ts';
import type { Attempt, LoadContext } from './loadContext.ts';
import { loadRows } from './loadRows.ts';
import { openFile } from './openFile.ts';
import { type Opened, openParts } from './openParts.ts';
import { partsOfFile } from './partsOfFile.ts';
import type { Rows } from './readers/rows.ts';
import { recordResult } from './recordResult.ts';
import { refusedRows } from './refusedRows.ts';
import { earlierLoads, repeatKnown } from './repeatKnown.ts';

/** Loads one file inside a transaction: all its good rows, and the record of the load. What it throws ends the load. */
export async function loadFile(trx: Db, context: LoadContext, attempt: Attempt): Promise<FileResult[]> {
  await moveVersion(trx);
  const file = await openFile(attempt.path);
  try {
    attempt.inspection = file.inspection;
    const known = await earlierLoads(trx, context, file.inspection.sha256);
    if (known.length > 0) return await repeatKnown(trx, context, attempt, known);
    const parts = await partsOfFile(attempt.path, file);
    const { opened, others } = await openParts(parts, context, attempt);
    const results: FileResult[] = [];
    for (const one of opened) {
      attempt.part = one.part;
      attempt.destination = one.destination;
      results.push(await loadPart(trx, context, attempt, one));
    }
    results[0]?.otherParts.push(...others.map(({ name }) => maskCpr(name)));
    return results;
  } finally {
    await file.close();
  }
}

/** Loads the rows of a connection inside a transaction, and the record of the load. */
export async function loadTable(
  trx: Db,
  context: LoadContext,
  attempt: Attempt,
  rows: Rows,
): Promise<FileResult[]> {
  const { destination, onBytes } = context;
  if (!destination) throw new GevinstError('unknown-source', 'It is not said what the rows are.');
  await moveVersion(trx);
  attempt.destination = destination;
  const part = { name: attempt.path, place: null, rows: async () => rows };
  return [await loadPart(trx, context, attempt, { part, rows, destination, onBytes })];
}

async function loadPart(
  trx: Db,
  context: LoadContext,
  attempt: Attempt,
  opened: Opened,
): Promise<FileResult> {
  const { part, rows, destination, onBytes } = opened;
  const load = await loadRows(
    trx,
    { name: part.name, sha256: attempt.inspection?.sha256 ?? null, rows, destination, onBytes },
    context,
    attempt.started,
  );
  const { counts, refusals, ignored, told, localTimes, loadId } = load;
  const result: FileResult = {
    ...identity(attempt, destination),
    status: 'loaded',
    ...counts,
    refused: refusals.count,
    refusals: refusals.list(),
    ignored,
    otherParts: [],
    told,
    localTimes,
    load: loadId,
  };
  if (context.keepRefused && refusals.count > 0) {
    const said = destination.kind === 'mapping' ? (destination.mapping.separator ?? undefined) : undefined;
    result.refusedCsv = await refusedRows(part, result.refusals, said);
  }
  await recordResult(trx, context, attempt, result);
  return result;
}
