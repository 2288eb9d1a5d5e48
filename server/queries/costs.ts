import type { Db } from '../warehouse/schema.ts';

/** Costs of one project or all, in a stable order. */
export async function costs(db: Db, project?: string) {
  let query = db
    .selectFrom('cost')
    .selectAll()
    .orderBy('project')
    .orderBy('from_day')
    .orderBy('to_day')
    .orderBy('category')
    .orderBy('payer')
    .orderBy('note')
    .orderBy('occurrence');
  if (project !== undefined) query = query.where('project', '=', project);
  return query.execute();
}
