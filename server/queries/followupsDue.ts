import type { Db } from '../warehouse/schema.ts';

/**
 * Follow-ups that are not done and due by a day, soonest first; of one project or all. Not of benefits that are set aside or
 * whose follow-up has ended.
 */
export async function followupsDue(db: Db, by: string, project?: string) {
  let query = db
    .selectFrom('followup')
    .innerJoin('benefit', 'benefit.benefit', 'followup.benefit')
    .innerJoin('project', 'project.project', 'benefit.project')
    .leftJoin('benefit_card', 'benefit_card.benefit', 'benefit.benefit')
    .select([
      'project.project',
      'project.name as project_name',
      'benefit.benefit',
      'benefit.name',
      'benefit.owner',
      'followup.due',
    ])
    .where('followup.done', 'is', null)
    .where('followup.due', '<=', by)
    .where('benefit_card.closed', 'is', null)
    .where('benefit_card.archived', 'is', null)
    .orderBy('followup.due')
    .orderBy('benefit.benefit');
  if (project !== undefined) query = query.where('project.project', '=', project);
  return query.execute();
}
