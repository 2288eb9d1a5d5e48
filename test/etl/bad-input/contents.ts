import { sql } from 'kysely';
import type { Db } from '../../../server/warehouse/schema.ts';

/** What says how the warehouse is and who loaded it, not what it holds. */
const BOOKS = /^(load|refusal|replaced|state|change|sqlite_.*|gevinst_.*)$/;
/** What follows from rows of other tables. */
const DERIVED = /^(municipality|reason|run_.+)$/;

/** All rows of a warehouse's tables, as text. */
export type Contents = ReadonlyMap<string, readonly string[]>;

/** Everything that loads write, but for the record of the loads themselves. */
export async function contentsOf(db: Db): Promise<Contents> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const contents = new Map<string, string[]>();
  for (const { name, isView } of tables) {
    if (isView || BOOKS.test(name)) continue;
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
    contents.set(name, rows.map((row) => JSON.stringify(row)).sort());
  }
  return contents;
}

/** How many rows of files there are more than before. */
export function rowsAdded(before: Contents, after: Contents): number {
  let added = 0;
  for (const [table, rows] of after) {
    if (!DERIVED.test(table)) added += rows.length - (before.get(table)?.length ?? 0);
  }
  return added;
}

/** A column's values in the order of their text. */
export async function columnOf(db: Db, table: string, column: string): Promise<unknown[]> {
  const { rows } = await sql<{ value: unknown }>`
    select ${sql.ref(column)} as value from ${sql.table(table)}`.execute(db);
  return rows.map(({ value }) => value).sort((a, b) => (String(a) < String(b) ? -1 : 1));
}
