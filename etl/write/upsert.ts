import { sql } from 'kysely';
import { BY_HAND } from '../../server/warehouse/byHand.ts';
import type { Db, Schema } from '../../server/warehouse/schema.ts';
import { type Replaced, rememberReplaced } from './replaced.ts';

export type DbRecord = Readonly<Record<string, string | number | null>>;

/** How many rows were added or changed, and how many of those had been entered by hand. */
export interface Written {
  written: number;
  overHand: number;
}

const MOST_PARAMETERS = 30_000;
/** SQLite nests conditions at most a thousand deep. */
export const MOST_LOOKED_UP = 200;

/** What only a person enters, and no file says: it belongs to the content beside which it was entered. */
const BY_HAND_ONLY: Partial<Record<keyof Schema, readonly string[]>> = {
  measurement: ['counted'],
  followup: ['value'],
};

/**
 * Writes rows that have no key twice; a row that is there and differs takes the new content and the new `load_id`,
 * and what it was is kept in `replaced`; one that is equal is left as it is. A row that was entered by hand
 * is no exception.
 */
export async function upsert(
  db: Db,
  table: keyof Schema,
  key: readonly string[],
  records: readonly DbRecord[],
): Promise<Written> {
  const [first] = records;
  if (!first) return { written: 0, overHand: 0 };
  const columns = Object.keys(first);
  const present: DbRecord[] = [];
  let written = 0;
  for (const some of slices(records, Math.floor(MOST_PARAMETERS / columns.length))) {
    const added = await insert(db, table, key, columns, some);
    written += added.size;
    if (added.size < some.length) present.push(...some.filter((record) => !added.has(keyText(key, record))));
  }
  let overHand = 0;
  for (const some of slices(present, MOST_LOOKED_UP)) {
    const changed = await change(db, table, key, columns, some);
    written += changed.written;
    overHand += changed.overHand;
  }
  return { written, overHand };
}

/** Some at a time. */
export function* slices<T>(all: readonly T[], size: number): Generator<readonly T[]> {
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
): Promise<Written> {
  const content = columns.filter((column) => !key.includes(column) && column !== 'load_id');
  if (content.length === 0) return { written: 0, overHand: 0 };
  const byHand = BY_HAND_ONLY[table] ?? [];
  const { rows } = await sql<DbRecord>`
    select ${refs([...columns, ...byHand])} from ${sql.table(table)} where ${anyOf(key, records)}`.execute(
    db,
  );
  const stored = new Map(rows.map((row) => [keyText(key, row), row]));
  const before = (record: DbRecord) => stored.get(keyText(key, record));
  const changed = records.filter((record) =>
    content.some((column) => (record[column] ?? null) !== (before(record)?.[column] ?? null)),
  );
  if (changed.length === 0) return { written: 0, overHand: 0 };
  const changes = columns
    .filter((column) => !key.includes(column))
    .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  changes.push(...byHand.map((column) => sql`${sql.ref(column)} = null`));
  await sql`
    insert into ${sql.table(table)} (${refs(columns)}) values ${values(columns, changed)}
    on conflict (${refs(key)}) do update set ${sql.join(changes)}`.execute(db);
  const replaced = changed.flatMap((record) => replacedBy(table, key, record, before(record)) ?? []);
  await rememberReplaced(db, replaced);
  const overHand = replaced.filter(({ load_id }) => load_id === BY_HAND).length;
  return { written: changed.length, overHand };
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
export function keyText(key: readonly string[], record: DbRecord): string {
  return JSON.stringify(key.map((column) => record[column]));
}

/** That a row's key is that of one of some records. */
export function anyOf(key: readonly string[], records: readonly DbRecord[]) {
  const wanted = records.map(
    (record) =>
      sql`(${sql.join(
        key.map((column) => sql`${sql.ref(column)} = ${record[column]}`),
        sql` and `,
      )})`,
  );
  return sql`(${sql.join(wanted, sql` or `)})`;
}

function refs(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql.ref(column)));
}

function values(columns: readonly string[], records: readonly DbRecord[]) {
  return sql.join(
    records.map((record) => sql`(${sql.join(columns.map((column) => record[column] ?? null))})`),
  );
}
