import type { Db } from '../warehouse/schema.ts';

/** All robots, or those of one project and the further ones named. */
export async function robots(db: Db, project?: string, further: readonly string[] = []) {
  let query = db.selectFrom('robot').selectAll().orderBy('robot');
  if (project !== undefined) {
    query = query.where((e) =>
      further.length === 0
        ? e('project', '=', project)
        : e.or([e('project', '=', project), e('robot', 'in', further)]),
    );
  }
  return query.execute();
}

export type RobotRecord = Awaited<ReturnType<typeof robots>>[number];
