import type { Db } from '../warehouse/schema.ts';

/** The counter that every write moves: an answer made at one version holds until the next. */
export async function version(db: Db): Promise<string> {
  const row = await db.selectFrom('state').select('value').where('name', '=', 'version').executeTakeFirst();
  return row?.value ?? '0';
}
