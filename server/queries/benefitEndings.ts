import type { Db } from '../warehouse/schema.ts';

/** When the follow-up of benefits was ended, and why they went otherwise than planned; of one project or all. */
export async function benefitEndings(db: Db, project?: string) {
  let query = db
    .selectFrom('benefit_card')
    .innerJoin('benefit', 'benefit.benefit', 'benefit_card.benefit')
    .select(['benefit_card.benefit', 'benefit_card.closed', 'benefit_card.deviation']);
  if (project !== undefined) query = query.where('benefit.project', '=', project);
  return query.execute();
}
