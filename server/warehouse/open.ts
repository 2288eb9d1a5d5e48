import { randomBytes } from 'node:crypto';
import { Kysely, Migrator, sql } from 'kysely';
import { GevinstError } from '../errors.ts';
import { dialectOf } from './dialect.ts';
import { migrations } from './migrations/index.ts';
import type { Db, Schema } from './schema.ts';

const MIGRATION_TABLE = 'gevinst_migration';

/**
 * Opens a warehouse and brings it up to this version's tables.
 * @param database a SQLite path, `:memory:`, or a postgres URL
 * @param create whether a missing SQLite file may be made
 * @throws GevinstError `no-warehouse`, `not-a-warehouse` or `newer-warehouse`; the database is then untouched
 */
export async function openWarehouse(database: string, { create = false } = {}): Promise<Db> {
  const db = new Kysely<Schema>({ dialect: await dialectOf(database, create) });
  try {
    await migrate(db, database);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function migrate(db: Db, database: string): Promise<void> {
  const applied = await appliedMigrations(db, database);
  const unknown = applied.filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new GevinstError(
      'newer-warehouse',
      `${nameOf(database)} was written by a newer version of Gevinst (${unknown.join(', ')}). Update Gevinst, or name another warehouse with --db. Nothing was changed.`,
      { applied: unknown.join(', ') },
    );
  }
  if (applied.length === Object.keys(migrations).length) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  await db
    .insertInto('state')
    .values([
      { name: 'version', value: '0' },
      { name: 'hash_key', value: randomBytes(16).toString('hex') },
    ])
    .onConflict((c) => c.column('name').doNothing())
    .execute();
}

async function appliedMigrations(db: Db, database: string): Promise<string[]> {
  let tables: string[];
  try {
    tables = (await db.introspection.getTables({ withInternalKyselyTables: true })).map((t) => t.name);
  } catch (error) {
    throw new GevinstError(
      'not-a-warehouse',
      `Cannot open ${nameOf(database)}: ${(error as Error).message}.`,
    );
  }
  if (!tables.includes(MIGRATION_TABLE)) {
    if (tables.length === 0) return [];
    throw new GevinstError(
      'not-a-warehouse',
      `${nameOf(database)} holds other tables and is no Gevinst warehouse; it was left untouched. Name an empty database with --db.`,
    );
  }
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(MIGRATION_TABLE)} order by name`.execute(db);
  return rows.map((row) => row.name);
}

/** A database as it may be named in a message: a URL without its password. */
export function nameOf(database: string): string {
  return database.replace(/\/\/([^:@/]*):[^@]*@/, '//$1:…@');
}
