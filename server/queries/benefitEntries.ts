import type { Db } from '../warehouse/schema.ts';

/** Every benefit that is not set aside, with its project and municipality. */
export async function benefitEntries(db: Db) {
  return db
    .selectFrom('benefit')
    .innerJoin('project', 'project.project', 'benefit.project')
    .innerJoin('municipality', 'municipality.municipality', 'project.municipality')
    .leftJoin('benefit_card', 'benefit_card.benefit', 'benefit.benefit')
    .select([
      'benefit.benefit',
      'benefit.name',
      'benefit.method',
      'benefit.type',
      'project.project',
      'project.name as projectName',
      'municipality.name as municipalityName',
    ])
    .where('benefit_card.archived', 'is', null)
    .orderBy('project.name')
    .orderBy('project.project')
    .orderBy('benefit.name')
    .orderBy('benefit.benefit')
    .execute();
}

/** A project's benefits that were set aside, by name. */
export async function archivedBenefits(db: Db, project: string) {
  return db
    .selectFrom('benefit')
    .innerJoin('benefit_card', 'benefit_card.benefit', 'benefit.benefit')
    .select(['benefit.benefit', 'benefit.name'])
    .where('benefit.project', '=', project)
    .where('benefit_card.archived', 'is not', null)
    .orderBy('benefit.name')
    .orderBy('benefit.benefit')
    .execute();
}
