import { sql } from 'kysely';
import { BY_HAND } from '../warehouse/byHand.ts';
import type { Schema, Trx } from '../warehouse/schema.ts';

type Table = keyof Schema;
type Row = Readonly<Record<string, string | number | null>>;

/** Tables whose rows carry the load that wrote them. */
const LOADED: ReadonlySet<Table> = new Set([
  'project',
  'rate',
  'measure',
  'measurement',
  'benefit',
  'target',
  'cost',
  'risk',
  'link',
  'followup',
]);

/**
 * Writes one row by hand, whether it is there or not. Undoing the load that wrote it before leaves it as it is then; and
 * what that load had written is kept, so that a file that still says the same does not write over it.
 */
export async function putRow(trx: Trx, table: Table, key: readonly string[], row: Row): Promise<void> {
  await keepLoaded(trx, table, key, row);
  const record = LOADED.has(table) ? { ...row, load_id: BY_HAND } : row;
  const columns = Object.keys(record);
  const changed = columns.filter((column) => !key.includes(column));
  const conflict =
    changed.length === 0
      ? sql`do nothing`
      : sql`do update set ${sql.join(changed.map((c) => sql`${sql.ref(c)} = ${sql.ref(`excluded.${c}`)}`))}`;
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((c) => sql.ref(c)))})
    values (${sql.join(Object.values(record))})
    on conflict (${sql.join(key.map((c) => sql.ref(c)))}) ${conflict}`.execute(trx);
}

/** Takes one row out, if it is there. A file that still says what it said does not bring it back. */
export async function removeRow(trx: Trx, table: Table, key: readonly string[], row: Row): Promise<void> {
  await keepLoaded(trx, table, key, row);
  await sql`delete from ${sql.table(table)} where ${matches(key, row)}`.execute(trx);
}

async function keepLoaded(trx: Trx, table: Table, key: readonly string[], row: Row): Promise<void> {
  if (!LOADED.has(table)) return;
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} where ${matches(key, row)}`.execute(trx);
  const { load_id, ...content } = rows[0] ?? {};
  if (typeof load_id !== 'number' || load_id === BY_HAND) return;
  const loaded = { load_id, content: JSON.stringify(content) };
  await trx
    .insertInto('replaced')
    .values({
      table_name: table,
      row_key: JSON.stringify(key.map((c) => row[c])),
      replaced_by: BY_HAND,
      ...loaded,
    })
    .onConflict((c) => c.columns(['table_name', 'row_key', 'replaced_by']).doUpdateSet(loaded))
    .execute();
}

function matches(key: readonly string[], row: Row) {
  const wanted = key.map((c) => sql`${sql.ref(c)} = ${row[c] ?? null}`);
  return sql.join(wanted, sql` and `);
}
