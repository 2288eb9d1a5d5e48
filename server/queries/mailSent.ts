import type { Db } from '../warehouse/schema.ts';

/** The mail of some kinds that has been sent; `sent` in epoch seconds. */
export async function mailSent(db: Db, kinds: readonly string[]) {
  return db.selectFrom('reminder').selectAll().where('kind', 'in', kinds).execute();
}
