import type { Db } from '../warehouse/schema.ts';

/** A project's facts as they are edited, its department by name; undefined if there is no such project. */
export async function projectFacts(db: Db, project: string) {
  return db
    .selectFrom('project')
    .leftJoin('department', 'department.department', 'project.department')
    .select([
      'project.name',
      'project.municipality',
      'department.name as department',
      'project.field',
      'project.technology',
      'project.stage',
      'project.started',
      'project.live',
      'project.ended',
      'project.owner',
      'project.owner_email as ownerEmail',
      'project.contact',
      'project.goal',
      'project.summary',
    ])
    .where('project.project', '=', project)
    .executeTakeFirst();
}

/** Departments of a municipality, in order of their names. */
export async function departmentsOf(db: Db, municipality: string) {
  return db
    .selectFrom('department')
    .select(['department', 'name'])
    .where('municipality', '=', municipality)
    .orderBy('name')
    .orderBy('department')
    .execute();
}

/** Everyone that owns a benefit or a project, with the address last given. */
export async function owners(db: Db) {
  const rows = await db
    .selectFrom('benefit')
    .select(['owner', 'owner_email as ownerEmail'])
    .where('owner', 'is not', null)
    .unionAll(
      db.selectFrom('project').select(['owner', 'owner_email as ownerEmail']).where('owner', 'is not', null),
    )
    .execute();
  const byName = new Map<string, string | null>();
  for (const { owner, ownerEmail } of rows) {
    if (owner !== null) byName.set(owner, ownerEmail ?? byName.get(owner) ?? null);
  }
  return [...byName].map(([owner, ownerEmail]) => ({ owner, ownerEmail }));
}
