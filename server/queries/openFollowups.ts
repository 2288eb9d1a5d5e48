import type { Db } from '../warehouse/schema.ts';

/** Follow-ups that are not done, of benefits that are neither archived nor closed, soonest first; those due by a day, or all. */
export async function openFollowups(db: Db, { by }: { by?: string } = {}) {
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
      'benefit.owner_email',
      'followup.due',
    ])
    .where('followup.done', 'is', null)
    .where('benefit_card.archived', 'is', null)
    .where('benefit_card.closed', 'is', null)
    .orderBy('followup.due')
    .orderBy('benefit.benefit');
  if (by !== undefined) query = query.where('followup.due', '<=', by);
  return query.execute();
}

export type OpenFollowup = Awaited<ReturnType<typeof openFollowups>>[number];
