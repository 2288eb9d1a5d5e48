import { ROLES, type Role } from '../domain/codes.ts';
import type { Db } from '../warehouse/schema.ts';

/** As which inputs benefits use a measure, those that were set aside not counted. */
export async function measureRoles(db: Db, measure: string): Promise<Role[]> {
  const rows = await db
    .selectFrom('benefit')
    .leftJoin('benefit_card', 'benefit_card.benefit', 'benefit.benefit')
    .selectAll('benefit')
    .where('benefit_card.archived', 'is', null)
    .where((e) => e.or(ROLES.map((role) => e(`benefit.${role}`, '=', measure))))
    .execute();
  return ROLES.filter((role) => rows.some((row) => row[role] === measure));
}
