import { sql } from 'kysely';
import type { Db, Schema } from '../../server/warehouse/schema.ts';
import type { Replaced } from './replaced.ts';
import type { DbRecord } from './upsert.ts';

/** Gives the rows of one of the small tables the content and the load that they had before. */
export async function restoreRows(
  trx: Db,
  { target, targetKey }: { target: keyof Schema; targetKey: readonly string[] },
  replaced: readonly Replaced[],
): Promise<void> {
  for (const row of replaced) {
    if (row.table_name !== target) continue;
    const key = JSON.parse(row.row_key) as (string | number)[];
    const content = { ...(JSON.parse(row.content) as DbRecord), load_id: row.load_id };
    const changes = Object.entries(content)
      .filter(([column]) => !targetKey.includes(column))
      .map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
    const wanted = targetKey.map((column, i) => sql`${sql.ref(column)} = ${key[i]}`);
    await sql`
      update ${sql.table(target)} set ${sql.join(changes)}
      where ${sql.join(wanted, sql` and `)}`.execute(trx);
  }
}
