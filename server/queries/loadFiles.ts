import type { Db } from '../warehouse/schema.ts';

/** The files of some loads. */
export async function loadFiles(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db.selectFrom('load').select(['load_id', 'file', 'part']).where('load_id', 'in', ids).execute();
}
