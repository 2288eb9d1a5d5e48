import type { Db } from '../warehouse/schema.ts';

/** Projects with the names of their municipality and department, and how many robots and benefits they have. */
export async function projects(db: Db, project?: string) {
  let query = db
    .selectFrom('project')
    .innerJoin('municipality', 'municipality.municipality', 'project.municipality')
    .leftJoin('department', 'department.department', 'project.department')
    .leftJoin(
      (q) =>
        q
          .selectFrom('robot')
          .select('project')
          .select(q.fn.countAll<number>().as('robots'))
          .groupBy('project')
          .as('r'),
      (join) => join.onRef('r.project', '=', 'project.project'),
    )
    .leftJoin(
      (q) =>
        q
          .selectFrom('benefit')
          .leftJoin('benefit_card', 'benefit_card.benefit', 'benefit.benefit')
          .where('benefit_card.archived', 'is', null)
          .select('project')
          .select(q.fn.countAll<number>().as('benefits'))
          .groupBy('project')
          .as('b'),
      (join) => join.onRef('b.project', '=', 'project.project'),
    )
    .selectAll('project')
    .select([
      'municipality.name as municipality_name',
      'department.name as department_name',
      'r.robots',
      'b.benefits',
    ])
    .orderBy('project.project');
  if (project !== undefined) query = query.where('project.project', '=', project);
  return query.execute();
}

export type ProjectRecord = Awaited<ReturnType<typeof projects>>[number];
