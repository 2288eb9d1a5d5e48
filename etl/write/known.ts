import { BY_HAND } from '../../server/warehouse/byHand.ts';
import type { Db } from '../../server/warehouse/schema.ts';

/**
 * The loads that have put all rows of this very file into the warehouse, when the warehouse still says what the file
 * does: nothing of it was refused, taken out again or changed by hand, and no later load has changed its tables. Else
 * none.
 */
export async function knownLoads(
  trx: Db,
  sha256: string,
  { source, plain }: { source: string | null; plain: boolean },
) {
  if (!plain) return [];
  const same = await trx
    .selectFrom('load')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('status', '=', 'loaded')
    .orderBy('load_id')
    .execute();
  const loads = together(same);
  const [first] = loads;
  if (!first) return [];
  const sound = loads.every(
    (load) => load.rows_refused === 0 && load.undone === null && (source === null || load.source === source),
  );
  if (!sound) return [];
  const tables = loads.map((load) => load.table_name ?? '');
  // Which robot a queue's rows are of is said there.
  if (loads.some((load) => load.source !== load.table_name)) tables.push('robots');
  const last = loads.reduce((most, load) => Math.max(most, load.load_id), 0);
  const changed = await trx
    .selectFrom('load')
    .select('load_id')
    .where((e) =>
      e.or([
        e.and([e('load_id', '>', last), e('rows_kept', '>', 0), e('table_name', 'in', tables)]),
        e('undone', '>=', first.started),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return changed || (await changedByHand(trx, loads)) ? [] : loads;
}

/** Whether rows of theirs have been changed or removed by hand: reading the file again tells how many it leaves. */
async function changedByHand(trx: Db, loads: readonly { load_id: number }[]): Promise<boolean> {
  const edited = await trx
    .selectFrom('replaced')
    .select('row_key')
    .where('replaced_by', '=', BY_HAND)
    .where(
      'load_id',
      'in',
      loads.map((load) => load.load_id),
    )
    .limit(1)
    .executeTakeFirst();
  return edited !== undefined;
}

interface OfFile {
  load_id: number;
  part: string | null;
  rows_kept: number;
  rows_duplicate: number;
}

/** The first loads of the file that found rows: one for each of its tables, numbered one after the other. */
function together<T extends OfFile>(same: readonly T[]): T[] {
  const start = same.findIndex((load) => load.rows_kept > 0 || load.rows_duplicate > 0);
  const loads: T[] = [];
  for (const load of same.slice(Math.max(start, 0))) {
    const last = loads.at(-1);
    if (last && (load.load_id !== last.load_id + 1 || loads.some(({ part }) => part === load.part))) break;
    if (start >= 0) loads.push(load);
  }
  return loads;
}
