import type { Db } from '../warehouse/schema.ts';

/** Every rate, oldest first. */
export async function rates(db: Db) {
  return db.selectFrom('rate').selectAll().orderBy('rate').orderBy('valid_from').execute();
}
