import type { Db } from '../warehouse/schema.ts';

/** Changes by hand in a project, newest first; of one subject, or of one of its things. */
export async function changes(db: Db, project: string, subject?: string, key?: string) {
  let query = db.selectFrom('change').selectAll().where('project', '=', project);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (key !== undefined) query = query.where('subject_key', '=', key);
  return query.orderBy('change_id', 'desc').execute();
}

export type ChangeRecord = Awaited<ReturnType<typeof changes>>[number];

/** One change by its number. */
export async function changeRecord(db: Db, change: number): Promise<ChangeRecord | undefined> {
  return db.selectFrom('change').selectAll().where('change_id', '=', change).executeTakeFirst();
}
