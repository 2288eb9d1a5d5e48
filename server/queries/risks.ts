import type { Db } from '../warehouse/schema.ts';

/** A project's risks by name. */
export async function risks(db: Db, project: string) {
  const rows = await db.selectFrom('risk').selectAll().where('project', '=', project).execute();
  // Engines do not agree on the order of æ, ø and å.
  return rows.sort((a, b) => (a.risk < b.risk ? -1 : 1));
}
