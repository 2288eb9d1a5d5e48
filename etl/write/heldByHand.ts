import { sql } from 'kysely';
import { BY_HAND } from '../../server/warehouse/byHand.ts';
import type { Db, Schema } from '../../server/warehouse/schema.ts';
import { anyOf, type DbRecord, keyText, MOST_LOOKED_UP, slices } from './upsert.ts';

/**
 * Leaves out the rows that were changed or removed by hand and that the file says no other of than it did before that:
 * what was done by hand is newer then. A file that says something new is newer still, and its row is wanted.
 */
export async function heldByHand(
  trx: Db,
  table: keyof Schema,
  key: readonly string[],
  records: readonly DbRecord[],
): Promise<{ wanted: readonly DbRecord[]; kept: number }> {
  const edited = await trx
    .selectFrom('replaced')
    .select(['row_key', 'content'])
    .where('table_name', '=', table)
    .where('replaced_by', '=', BY_HAND)
    .execute();
  if (edited.length === 0) return { wanted: records, kept: 0 };
  const loaded = new Map(edited.map((row) => [row.row_key, JSON.parse(row.content) as DbRecord]));
  const said = records.filter((record) => {
    const before = loaded.get(keyText(key, record));
    return before !== undefined && saysTheSame(record, before);
  });
  const newer = await loadedSince(trx, table, key, said);
  const held = new Set(said.filter((record) => !newer.has(keyText(key, record))));
  return { wanted: records.filter((record) => !held.has(record)), kept: held.size };
}

/** The keys of those rows that a file has written over or brought back since: the hand's word is no longer there. */
async function loadedSince(
  trx: Db,
  table: keyof Schema,
  key: readonly string[],
  records: readonly DbRecord[],
): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const some of slices(records, MOST_LOOKED_UP)) {
    const { rows } = await sql<DbRecord>`
      select ${sql.join(key.map((column) => sql.ref(column)))} from ${sql.table(table)}
      where load_id <> ${BY_HAND} and ${anyOf(key, some)}`.execute(trx);
    for (const row of rows) keys.add(keyText(key, row));
  }
  return keys;
}

function saysTheSame(record: DbRecord, before: DbRecord): boolean {
  return Object.entries(record).every(
    ([column, value]) => column === 'load_id' || (value ?? null) === (before[column] ?? null),
  );
}
