import { sql } from 'kysely';
import type { Schema, Trx } from '../warehouse/schema.ts';
import { putRow } from './rows.ts';

type Row = Record<string, string | number | null>;

/** Writes a row by hand only if it says something else than what is there: what was loaded stays the load’s. */
export async function putChanged(
  trx: Trx,
  table: keyof Schema,
  key: readonly string[],
  row: Row,
): Promise<void> {
  const matches = sql.join(
    key.map((column) => sql`${sql.ref(column)} = ${row[column] ?? null}`),
    sql` and `,
  );
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${matches}`.execute(trx);
  const current = rows[0];
  if (current && Object.entries(row).every(([column, value]) => current[column] === value)) return;
  await putRow(trx, table, key, row);
}
