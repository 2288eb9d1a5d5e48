import { ROLES } from '../domain/codes.ts';
import type { Db } from '../warehouse/schema.ts';

/** A benefit that uses some measure. */
export interface MeasureUser {
  benefit: string;
  project: string;
  name: string;
  archived: string | null;
}

/** The benefits of any project that use each of the measures named, by name; those that were set aside too. */
export async function measureUsers(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly MeasureUser[]>> {
  const users = new Map(codes.map((code): [string, MeasureUser[]] => [code, []]));
  if (codes.length === 0) return users;
  const rows = await db
    .selectFrom('benefit')
    .leftJoin('benefit_card', 'benefit_card.benefit', 'benefit.benefit')
    .selectAll('benefit')
    .select('benefit_card.archived')
    .where((e) => e.or(ROLES.map((role) => e(`benefit.${role}`, 'in', codes))))
    .orderBy('benefit.name')
    .orderBy('benefit.benefit')
    .execute();
  for (const row of rows) {
    const { benefit, project, name, archived } = row;
    for (const code of new Set(ROLES.map((role) => row[role]))) {
      users.get(code ?? '')?.push({ benefit, project, name, archived });
    }
  }
  return users;
}
