import { sql } from 'kysely';
import { type ErrorDetail, GevinstError } from '../server/errors.ts';
import type { Db } from '../server/warehouse/schema.ts';
import { moveVersion } from '../server/warehouse/state.ts';
import { smallTable, TABLES } from './sources/canonical/tables/index.ts';
import { handMadeOn, type Way } from './write/handMade.ts';
import { takeReplaced } from './write/replaced.ts';
import { restoreRows } from './write/restore.ts';
import { undoRuns } from './write/runs/undoRuns.ts';

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
  try {
    return await undone(db, loadId, by, now());
  } catch (error) {
    throw isReferred(error) ? await stillReferred(db, loadId) : error;
  }
}

function undone(db: Db, loadId: number, by: string, at: number): Promise<UndoResult> {
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
    for (const { name } of TABLES.toReversed()) {
      const table = smallTable(name);
      if (!table) continue;
      await restoreRows(trx, table, back);
      const { numAffectedRows } = await sql`
        delete from ${sql.table(table.target)} where load_id = ${loadId}`.execute(trx);
      removed += Number(numAffectedRows ?? 0);
    }
    await trx.updateTable('load').set({ undone: at, undone_by: by }).where('load_id', '=', loadId).execute();
    // What had no rows of its own had none in common.
    const alsoIn = later
      .filter(
        (other) => load.rows_kept > 0 && other.table_name === load.table_name && other.rows_duplicate > 0,
      )
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

async function stillReferred(db: Db, loadId: number): Promise<GevinstError> {
  const because = (why: string, details: ErrorDetail) =>
    new GevinstError('cannot-undo', `Load ${loadId} cannot be undone: ${why}`, { load: loadId, ...details });
  const byHand = await handMadeOn(db, loadId);
  if (byHand) {
    const { way, names } = byHand;
    return because(BY_HAND[way](names.map((name) => NAMES[name] ?? name).join(', ')), {
      why: way,
      what: names.join(','),
    });
  }
  const MOST_NAMED = 5;
  const later = (await laterLoads(db, loadId)).filter(({ rows_kept }) => rows_kept > 0);
  const named = later.slice(-MOST_NAMED).map(({ load_id, file }) => `${load_id} (${file})`);
  const loads = named.reverse().join(', ');
  return because(`rows of later loads refer to its rows. Undo those first, the newest first: ${loads}.`, {
    why: 'later',
    what: loads,
  });
}

const NAMES: Readonly<Record<string, string>> = {
  followups: 'follow-ups',
  links: 'benefit maps',
  deviations: 'explained deviations',
};

/** What stands in the way, and what to do about it. */
const BY_HAND: Readonly<Record<Way, (names: string) => string>> = {
  plans: () =>
    'a plan has been approved for one of its projects, and those are never removed. Keep the project, and set its stage to retired instead.',
  kept: (names) =>
    `${names} that were entered or changed by hand in Gevinst belong to its projects, and those are never removed. Keep the projects: archive the benefits that are not to count, or load a corrected file.`,
  choose: (names) =>
    `${names} that were changed by hand in Gevinst name its rows. Choose others there first, or load a corrected file.`,
  remove: (names) =>
    `${names} that were entered or changed by hand in Gevinst refer to its rows. Remove those there first.`,
};
