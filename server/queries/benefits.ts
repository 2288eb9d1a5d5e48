import type { Db } from '../warehouse/schema.ts';

/** Benefits of one project or all; those that were set aside are in no figure. */
export async function benefits(db: Db, project?: string) {
  let query = db
    .selectFrom('benefit')
    .leftJoin('benefit_card', 'benefit_card.benefit', 'benefit.benefit')
    .selectAll('benefit')
    .where('benefit_card.archived', 'is', null)
    .orderBy('benefit.benefit');
  if (project !== undefined) query = query.where('benefit.project', '=', project);
  return query.execute();
}

export type BenefitRecord = Awaited<ReturnType<typeof benefits>>[number];
