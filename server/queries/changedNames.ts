import type { Db } from '../warehouse/schema.ts';

/** What a project’s benefits are called, also those that were set aside, and all measures with their units, by code. */
export async function changedNames(db: Db, project: string) {
  const benefits = await db
    .selectFrom('benefit')
    .select(['benefit', 'name'])
    .where('project', '=', project)
    .execute();
  const measures = await db.selectFrom('measure').select(['measure', 'name', 'unit']).execute();
  return {
    benefits: new Map(benefits.map(({ benefit, name }) => [benefit, name])),
    measures: new Map(measures.map(({ measure, ...named }) => [measure, named])),
  };
}
