import type { Db } from '../warehouse/schema.ts';

/** The departments that benefits' cards say gain by them, by benefit; a department's code stands for its name. */
export async function gainingDepartments(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('benefit_card')
    .leftJoin('department', 'department.department', 'benefit_card.department')
    .select((e) => [
      'benefit_card.benefit',
      e.fn.coalesce('department.name', 'benefit_card.department').as('name'),
    ])
    .where('benefit_card.department', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ benefit, name }) => (name ? [[benefit, name] as const] : [])));
}
