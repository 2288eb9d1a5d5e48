import type { Db } from '../warehouse/schema.ts';

/** Benefits of one project or all. */
export async function benefits(db: Db, project?: string) {
  let query = db.selectFrom('benefit').selectAll().orderBy('benefit');
  if (project !== undefined) query = query.where('project', '=', project);
  return query.execute();
}

export type BenefitRecord = Awaited<ReturnType<typeof benefits>>[number];
