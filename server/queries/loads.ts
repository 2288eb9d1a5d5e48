import type { Db } from '../warehouse/schema.ts';

/** The newest loads. */
export async function loads(db: Db, limit: number) {
  return db.selectFrom('load').selectAll().orderBy('load_id', 'desc').limit(limit).execute();
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
