import type SQLite from 'better-sqlite3';
import { type Kysely, SqliteAdapter } from 'kysely';
import type { Engine } from './dialect.ts';

/** The adapter of an open SQLite warehouse, which leads back to its file. */
export class EmbeddedAdapter extends SqliteAdapter {
  constructor(readonly database: SQLite.Database) {
    super();
  }
}

/** Which engine an open database runs on. */
export function engineName<T>(db: Kysely<T>): Engine {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';
}

/**
 * SQLite itself, for what is done a million times; null on PostgreSQL. Its statements are part of the transaction that
 * is open on it.
 */
export function embedded<T>(db: Kysely<T>): SQLite.Database | null {
  const { adapter } = db.getExecutor();
  return adapter instanceof EmbeddedAdapter ? adapter.database : null;
}
