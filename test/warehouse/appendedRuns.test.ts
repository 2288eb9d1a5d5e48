import { join } from 'node:path';
import { Kysely, Migrator, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { dialectOf } from '../../server/warehouse/dialect.ts';
import { migrations } from '../../server/warehouse/migrations/index.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import type { Db, Schema } from '../../server/warehouse/schema.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

const folder = tempFolder();
afterAll(() => folder.remove());
const LOADED = { by: 'test', now: () => 1_748_736_000 };
const BUNDLE = {
  projects: 'project;name;municipality\nP1;Et;Vejle',
  robots: 'robot;project;name\nR1;P1;Et\nR2;P1;To',
};
const HEADER = 'robot;transaction;ended;status';
const lines = Array.from({ length: 500 }, (_, i) => `R${1 + (i % 2)};${i};2024-01-01 08:00;success`);

/** A warehouse as the first version of the tables had it. */
async function openFirst(path: string): Promise<Db> {
  const db = new Kysely<Schema>({ dialect: await dialectOf(path, true) });
  const first = { '0001-star': migrations['0001-star'] as (typeof migrations)[string] };
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => first },
    migrationTableName: 'gevinst_migration',
    migrationLockTableName: 'gevinst_migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  return db;
}

test('a SQLite warehouse of the first tables keeps its runs, and knows them when they come again', async () => {
  const load = (db: Db, name: string, rows: string[]) =>
    loadPaths(db, [writeBundle(join(folder.path, name), { runs: [HEADER, ...rows].join('\n') })], LOADED);
  const now = await openWarehouse(join(folder.path, 'now.db'), { create: true });
  await loadPaths(now, [writeBundle(join(folder.path, 'bundle'), BUNDLE)], LOADED);
  await load(now, 'all', lines);
  await now.destroy();

  const path = join(folder.path, 'first.db');
  const first = await openFirst(path);
  await sql`attach ${join(folder.path, 'now.db')} as now`.execute(first);
  for (const table of ['state', 'municipality', 'project', 'robot', 'run_day', 'run_month']) {
    await sql`insert into ${sql.table(table)} select * from now.${sql.ref(table)}`.execute(first);
  }
  const columns = sql.raw('robot_id, run_key, started, ended, status, items, seconds, reason_id, load_id');
  await sql`insert into run (${columns}) select ${columns} from now.run`.execute(first);
  await first.destroy();

  const migrated = await openWarehouse(path);
  const later = lines.map((line) => line.replace('success', 'abandoned')).slice(0, 10);
  expect(await load(migrated, 'again', [...lines, 'R1;ny;2024-01-02 08:00;success'])).toMatchObject({
    kept: 1,
    duplicate: 500,
  });
  expect(await load(migrated, 'changed', later)).toMatchObject({ kept: 10, duplicate: 0 });
  const { rows } = await sql<{ runs: number }>`
    select count(*) as runs from run union all select sum(runs) from run_month`.execute(migrated);
  expect(rows).toEqual([{ runs: 501 }, { runs: 501 }]);
  await migrated.destroy();
});
