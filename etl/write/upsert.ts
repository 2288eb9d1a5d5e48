import { sql } from 'kysely';
import type { Db, Schema } from '../../server/warehouse/schema.ts';

export type DbRecord = Readonly<Record<string, string | number | null>>;

const MOST_PARAMETERS = 30_000;

/**
 * Writes rows that have no key twice; a row that is there and differs takes the new content and the new `load_id`,
 * one that is equal is left as it is. Gives how many were added or changed.
 */
export async function upsert(
  db: Db,
  table: keyof Schema,
  key: readonly string[],
  records: readonly DbRecord[],
): Promise<number> {
  const [first] = records;
  if (!first) return 0;
  const columns = Object.keys(first);
  const content = columns.filter((column) => !key.includes(column) && column !== 'load_id');
  const to = (column: string) => sql.ref(`${table}.${column}`);
  const proposed = (column: string) => sql.ref(`excluded.${column}`);
  const changes = columns
    .filter((column) => !key.includes(column))
    .map((column) => sql`${sql.ref(column)} = ${proposed(column)}`);
  const differs = content.map((column) => sql`${to(column)} is distinct from ${proposed(column)}`);
  const conflict =
    content.length > 0
      ? sql`do update set ${sql.join(changes)} where ${sql.join(differs, sql` or `)}`
      : sql`do nothing`;
  const inOne = Math.floor(MOST_PARAMETERS / columns.length);
  let written = 0;
  for (let at = 0; at < records.length; at += inOne) {
    const values = records
      .slice(at, at + inOne)
      .map((record) => sql`(${sql.join(columns.map((column) => record[column] ?? null))})`);
    const { rows } = await sql`
      insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(values)}
      on conflict (${sql.join(key.map((column) => sql.ref(column)))}) ${conflict}
      returning 1 as written`.execute(db);
    written += rows.length;
  }
  return written;
}
