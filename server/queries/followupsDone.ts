import type { Db } from '../warehouse/schema.ts';

/** Follow-ups that were done from one day to another, both included, oldest first; not of benefits that are set aside. */
export async function followupsDone(db: Db, from: string, to: string) {
  return db
    .selectFrom('followup')
    .innerJoin('benefit', 'benefit.benefit', 'followup.benefit')
    .innerJoin('project', 'project.project', 'benefit.project')
    .leftJoin('benefit_card', 'benefit_card.benefit', 'benefit.benefit')
    .where('benefit_card.archived', 'is', null)
    .select([
      'project.project',
      'project.name as project_name',
      'benefit.benefit',
      'benefit.name',
      'benefit.owner',
      'followup.done',
      'followup.status',
    ])
    .where('followup.done', '>=', from)
    .where('followup.done', '<=', to)
    .orderBy('followup.done')
    .orderBy('benefit.benefit')
    .orderBy('followup.due')
    .execute();
}
