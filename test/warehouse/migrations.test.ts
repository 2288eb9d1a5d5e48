import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines, type TestWarehouse } from '../support/databases.ts';

const FACTS = ['run', 'run_day', 'run_month'];
/** What keeps runs unique on SQLite, and what numbers them; PostgreSQL has a primary key for both. */
const OF_SQLITE = (name: string) => name === 'run_index' || name.startsWith('run_index.');
/** What each engine calls the same kind of column. */
const KINDS: Record<string, string> = {
  int4: 'integer',
  int8: 'bigint',
  float8: 'double precision',
};

let warehouses: TestWarehouse[];
beforeAll(async () => {
  warehouses = await Promise.all(engines.map(({ open }) => open()));
});
afterAll(async () => {
  await Promise.all(warehouses.map((w) => w.close()));
});

async function columns({ db }: TestWarehouse): Promise<Record<string, string[]>> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: false });
  const entries = tables
    .filter(({ name }) => !name.startsWith('gevinst_') && !OF_SQLITE(name))
    .map(({ name, columns }): [string, string[]] => [
      name,
      columns
        .filter((c) => c.name !== 'run_id')
        .map((c) => {
          const kind = KINDS[c.dataType.toLowerCase()] ?? c.dataType.toLowerCase();
          return `${c.name} ${kind}${c.isNullable ? '?' : ''}`;
        }),
    ]);
  return Object.fromEntries(entries.sort());
}

describe('both engines', () => {
  test('have the same tables with the same columns, of the same kinds, null in the same places', async () => {
    const [sqlite, postgres] = await Promise.all(warehouses.map(columns));
    expect(sqlite).toEqual(postgres);
    expect(Object.keys(sqlite ?? {})).toEqual(expect.arrayContaining(['project', 'measurement', ...FACTS]));
  });

  test('have the same primary keys', async () => {
    const keys = async (query: ReturnType<typeof sql<{ table: string; column: string }>>, i: number) =>
      (await query.execute((warehouses[i] as TestWarehouse).db)).rows
        .map((r) => `${r.table}.${r.column}`)
        .filter((name) => !OF_SQLITE(name) && !name.startsWith('run.'))
        .sort();
    const sqlite = await keys(
      sql`select m.name as "table", c.name as "column" from sqlite_master m, pragma_table_info(m.name) c
        where m.type = 'table' and c.pk > 0 and m.name not like 'gevinst_%'`,
      0,
    );
    const postgres = await keys(
      sql`select t.relname as "table", a.attname as "column" from pg_index i
        join pg_class t on t.oid = i.indrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = any (i.indkey)
        where i.indisprimary and t.relnamespace = 'public'::regnamespace and t.relname not like 'gevinst_%'`,
      1,
    );
    expect(sqlite).toEqual(postgres);
  });
});

describe('PostgreSQL: the facts can be distributed by robot', () => {
  const postgres = () => (warehouses[1] as TestWarehouse).db;

  test.each(FACTS)('every unique key of %s has the robot in it', async (table) => {
    const { rows } = await sql<{ index: string; columns: string[] }>`
      select i.indexrelid::regclass::text as index, array_agg(a.attname::text) as columns
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indisunique and i.indrelid = ${table}::regclass group by 1`.execute(postgres());
    expect(rows.length).toBeGreaterThan(0);
    for (const { columns } of rows) expect(columns).toContain('robot_id');
  });

  test('no foreign key leads to a fact, nor from a fact to a table that stays local', async () => {
    const { rows } = await sql<{ from: string; to: string }>`
      select conrelid::regclass::text as "from", confrelid::regclass::text as "to"
      from pg_constraint where contype = 'f'`.execute(postgres());
    expect(rows.length).toBeGreaterThan(0);
    const local = ['load', 'refusal', 'state'];
    expect(rows.filter(({ to }) => FACTS.includes(to))).toEqual([]);
    expect(rows.filter(({ from, to }) => FACTS.includes(from) && local.includes(to))).toEqual([]);
  });
});
