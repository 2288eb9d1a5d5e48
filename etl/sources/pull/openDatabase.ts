import { type Dialect, Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import type { DatabaseLocation } from './connector.ts';
import { sqlServer } from './sqlServer.ts';

const CONNECT_MS = 15_000;
const QUERY_MS = 300_000;

/** Another system's database, of which nothing is known until it has been looked at. */
export type Foreign = Kysely<unknown>;

/**
 * Opens another system's database to read from it.
 * @throws GevinstError `bad-parameter` where it is SQL Server, and no password is given
 */
export async function openDatabase({ kind, given }: DatabaseLocation): Promise<Foreign> {
  return new Kysely({ dialect: await dialectOf(kind, given) });
}

async function dialectOf(kind: DatabaseLocation['kind'], given: string): Promise<Dialect> {
  switch (kind) {
    case 'sqlite':
      return sqlite(given);
    case 'mssql':
      return sqlServer(given, { connectMs: CONNECT_MS, queryMs: QUERY_MS });
    case 'postgres':
      return postgres(given);
  }
}

async function sqlite(path: string): Promise<Dialect> {
  const { default: SQLite } = await import('better-sqlite3');
  const database = new SQLite(path, { readonly: true, fileMustExist: true, timeout: CONNECT_MS });
  return new SqliteDialect({ database });
}

async function postgres(url: string): Promise<Dialect> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: QUERY_MS,
    query_timeout: QUERY_MS + CONNECT_MS,
    application_name: 'gevinst pull',
  });
  // A connection that the server drops is told of by the query that misses it.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}
