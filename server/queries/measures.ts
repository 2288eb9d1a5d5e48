import type { Db } from '../warehouse/schema.ts';

/** All measures, or those of one project and the further ones named. */
export async function measures(db: Db, project?: string, further: readonly string[] = []) {
  let query = db.selectFrom('measure').selectAll().orderBy('measure');
  if (project !== undefined) {
    query = query.where((e) =>
      further.length === 0
        ? e('project', '=', project)
        : e.or([e('project', '=', project), e('measure', 'in', further)]),
    );
  }
  return query.execute();
}

export type MeasureRecord = Awaited<ReturnType<typeof measures>>[number];
