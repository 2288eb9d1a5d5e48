import type { StatusFacts } from '../domain/benefitStatus.ts';
import type { Db } from '../warehouse/schema.ts';

/** What the status of each benefit is told by: its last follow-up that was done. */
export async function benefitStatusFacts(db: Db): Promise<(benefit: string) => StatusFacts> {
  const done = await db
    .selectFrom('followup')
    .select(['benefit', 'done', 'status'])
    .where('done', 'is not', null)
    .orderBy('done')
    .orderBy('due')
    .execute();
  const last = new Map(done.map((f) => [f.benefit, { done: f.done ?? '', status: f.status }]));
  return (benefit) => ({ followup: last.get(benefit) ?? null });
}
