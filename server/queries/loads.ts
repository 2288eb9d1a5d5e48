import type { Db } from '../warehouse/schema.ts';
import { SEEN } from '../warehouse/state.ts';

/** The newest loads. */
export async function loads(db: Db, limit: number) {
  return db.selectFrom('load').selectAll().orderBy('load_id', 'desc').limit(limit).execute();
}

export async function loadCount(db: Db): Promise<number> {
  const row = await db
    .selectFrom('load')
    .select((e) => e.fn.countAll<number>().as('loads'))
    .executeTakeFirstOrThrow();
  return Number(row.loads);
}

export async function load(db: Db, id: number) {
  return db.selectFrom('load').selectAll().where('load_id', '=', id).executeTakeFirst();
}

/** The rows that a load refused, in the file's order. */
export async function refusals(db: Db, id: number) {
  return db.selectFrom('refusal').selectAll().where('load_id', '=', id).orderBy('seq').execute();
}

/** How often and when each kind of data was last loaded. */
export async function freshness(db: Db) {
  return db
    .selectFrom('load')
    .select('source')
    .select((e) => [
      e.fn.countAll<number>().as('loads'),
      e.fn.max('started').as('last_loaded'),
      e.fn.sum<number>('rows_kept').as('rows'),
    ])
    .where('status', '=', 'loaded')
    .where('undone', 'is', null)
    .groupBy('source')
    .orderBy('source')
    .execute();
}

/** When sources that are looked at by themselves were so last, in epoch seconds, whether there was anything new or not. */
export async function seenSources(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('state').selectAll().where('name', 'like', `${SEEN}%`).execute();
  return new Map(rows.map(({ name, value }) => [name.slice(SEEN.length), Number(value)]));
}
