import { sql } from 'kysely';
import { GevinstError } from '../server/errors.ts';
import type { Db } from '../server/warehouse/schema.ts';
import { smallTable, TABLES } from './sources/canonical/tables/index.ts';
import { takeReplaced } from './write/replaced.ts';
import { restoreRows } from './write/restore.ts';
import { undoRuns } from './write/runs/undoRuns.ts';
import { moveVersion } from './write/state.ts';

export interface UndoResult {
  load: number;
  file: string;
  /** Rows that left. */
  removed: number;
  /** Rows that are again what they were before the load. */
  restored: number;
  /** Later loads that had some of the same rows, and whose files are to be loaded again if they still hold. */
  alsoIn: { load: number; file: string }[];
}

/**
 * Takes back a load, in one transaction: its rows leave, what they replaced comes back, and the sums follow. The record
 * of the load stays, and says when and by whom it was undone.
 * @throws GevinstError `not-found`, `cannot-undo` for a load of which nothing is there, or whose rows others refer to
 */
export async function undoLoad(
  db: Db,
  loadId: number,
  { by, now = () => Math.floor(Date.now() / 1000) }: { by: string; now?: () => number },
): Promise<UndoResult> {
  return db.transaction().execute(async (trx) => {
    await moveVersion(trx);
    const load = await trx.selectFrom('load').selectAll().where('load_id', '=', loadId).executeTakeFirst();
    if (!load) throw new GevinstError('not-found', `There is no load ${loadId}.`, { load: loadId });
    if (load.status === 'failed')
      throw new GevinstError('cannot-undo', `Nothing of load ${loadId} was kept.`);
    if (load.undone !== null)
      throw new GevinstError('cannot-undo', `Load ${loadId} has been undone already.`);
    const later = await laterLoads(trx, loadId);
    const back = await takeReplaced(trx, loadId);
    const ofRuns = back.filter((row) => row.table_name === 'run');
    let removed = await undoRuns(trx, loadId, ofRuns);
    try {
      for (const { name } of TABLES.toReversed()) {
        const table = smallTable(name);
        if (!table) continue;
        await restoreRows(trx, table, back);
        const { numAffectedRows } = await sql`
          delete from ${sql.table(table.target)} where load_id = ${loadId}`.execute(trx);
        removed += Number(numAffectedRows ?? 0);
      }
    } catch (error) {
      throw isReferred(error) ? stillReferred(loadId, later) : error;
    }
    await trx
      .updateTable('load')
      .set({ undone: now(), undone_by: by })
      .where('load_id', '=', loadId)
      .execute();
    const alsoIn = later
      .filter((other) => other.table_name === load.table_name && other.rows_duplicate > 0)
      .map(({ load_id, file }) => ({ load: load_id, file }));
    return { load: loadId, file: load.file, removed, restored: back.length, alsoIn };
  });
}

function isReferred(error: unknown): boolean {
  const FOREIGN_KEY_VIOLATION = '23503';
  const { code } = error as { code?: string };
  return code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || code === FOREIGN_KEY_VIOLATION;
}

/** The loads after it whose rows are there. */
async function laterLoads(trx: Db, loadId: number) {
  return trx
    .selectFrom('load')
    .select(['load_id', 'file', 'table_name', 'rows_kept', 'rows_duplicate'])
    .where('load_id', '>', loadId)
    .where('status', '=', 'loaded')
    .where('undone', 'is', null)
    .orderBy('load_id')
    .execute();
}

function stillReferred(
  loadId: number,
  later: readonly { load_id: number; file: string; rows_kept: number }[],
): GevinstError {
  const MOST_NAMED = 5;
  const kept = later.filter(({ rows_kept }) => rows_kept > 0);
  const named = kept.slice(-MOST_NAMED).map(({ load_id, file }) => `${load_id} (${file})`);
  return new GevinstError(
    'cannot-undo',
    `Load ${loadId} cannot be undone: rows of later loads refer to its rows. Undo those first, the newest first: ${named.reverse().join(', ')}.`,
    { load: loadId },
  );
}
