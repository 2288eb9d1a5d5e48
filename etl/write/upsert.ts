import { sql } from 'kysely';
import type { Db, Schema } from '../../server/warehouse/schema.ts';
import { type Replaced, rememberReplaced } from './replaced.ts';

export type DbRecord = Readonly<Record<string, string | number | null>>;

const MOST_PARAMETERS = 30_000;
/** SQLite nests conditions at most a thousand deep. */
const MOST_LOOKED_UP = 200;

/**
 * Writes rows that have no key twice; a row that is there and differs takes the new content and the new `load_id`,
 * and what it was is kept in `replaced`; one that is equal is left as it is. Gives how many were added or changed.
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
  const present: DbRecord[] = [];
  let written = 0;
  for (const some of slices(records, Math.floor(MOST_PARAMETERS / columns.length))) {
    const added = await insert(db, table, key, columns, some);
    written += added.size;
    if (added.size < some.length) present.push(...some.filter((record) => !added.has(keyText(key, record))));
  }
  for (const some of slices(present, MOST_LOOKED_UP)) written += await change(db, table, key, columns, some);
  return written;
}

function* slices<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

/** Inserts the rows whose key is not there, and gives their keys. */
async function insert(
  db: Db,
  table: keyof Schema,
  key: readonly string[],
  columns: readonly string[],
  records: readonly DbRecord[],
): Promise<Set<string>> {
  const { rows } = await sql<DbRecord>`
    insert into ${sql.table(table)} (${refs(columns)}) values ${values(columns, records)}
    on conflict (${refs(key)}) do nothing returning ${refs(key)}`.execute(db);
  return new Set(rows.map((row) => keyText(key, row)));
}

/** Gives the rows that are there and differ their new content. */
async function change(
  db: Db,
  table: keyof Schema,
  key: readonly string[],
  columns: readonly string[],
  records: readonly DbRecord[],
): Promise<number> {
  const content = columns.filter((column) => !key.includes(column) && column !== 'load_id');
  if (content.length === 0) return 0;
  const wanted = records.map(
    (record) =>
      sql`(${sql.join(
        key.map((column) => sql`${sql.ref(column)} = ${record[column]}`),
        sql` and `,
      )})`,
  );
  const { rows } = await sql<DbRecord>`
    select ${refs(columns)} from ${sql.table(table)} where ${sql.join(wanted, sql` or `)}`.execute(db);
  const stored = new Map(rows.map((row) => [keyText(key, row), row]));
  const before = (record: DbRecord) => stored.get(keyText(key, record));
  const changed = records.filter((record) =>
    content.some((column) => (record[column] ?? null) !== (before(record)?.[column] ?? null)),
  );
  if (changed.length === 0) return 0;
  const changes = columns
    .filter((column) => !key.includes(column))
    .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  await sql`
    insert into ${sql.table(table)} (${refs(columns)}) values ${values(columns, changed)}
    on conflict (${refs(key)}) do update set ${sql.join(changes)}`.execute(db);
  const replaced = changed.flatMap((record) => replacedBy(table, key, record, before(record)) ?? []);
  await rememberReplaced(db, replaced);
  return changed.length;
}

/** What is kept of a row that another load had written; null for one of the same load, or that carries none. */
function replacedBy(
  table: string,
  key: readonly string[],
  record: DbRecord,
  before: DbRecord | undefined,
): Replaced | null {
  const [earlier, load] = [before?.load_id, record.load_id];
  if (typeof earlier !== 'number' || typeof load !== 'number' || earlier === load) return null;
  const { load_id: _, ...content } = before ?? {};
  return {
    table_name: table,
    row_key: keyText(key, record),
    replaced_by: load,
    load_id: earlier,
    content: JSON.stringify(content),
  };
}

/** A row's key as text, as `replaced` has it. */
function keyText(key: readonly string[], record: DbRecord): string {
  return JSON.stringify(key.map((column) => record[column]));
}

function refs(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql.ref(column)));
}

function values(columns: readonly string[], records: readonly DbRecord[]) {
  return sql.join(
    records.map((record) => sql`(${sql.join(columns.map((column) => record[column] ?? null))})`),
  );
}
