import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import {
  type Dialect,
  type Driver,
  PostgresDialect,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from 'kysely';
import { GevinstError } from '../errors.ts';
import { EmbeddedAdapter } from './engine.ts';

/** 'GVST': marks a SQLite file as a Gevinst warehouse. */
const APPLICATION_ID = 0x47565354;
const BUSY_TIMEOUT_MS = 15_000;

export type Engine = 'sqlite' | 'postgres';

/** Which engine a `--db` value names: a postgres URL, or else a path to a SQLite file. */
export function engineOf(database: string): Engine {
  return /^postgres(ql)?:\/\//.test(database) ? 'postgres' : 'sqlite';
}

/** The Kysely dialect for a database. `create` allows a new SQLite file; without it a missing file is an error. */
export async function dialectOf(database: string, create: boolean): Promise<Dialect> {
  return engineOf(database) === 'postgres' ? postgresDialect(database) : sqliteDialect(database, create);
}

function sqliteDialect(path: string, create: boolean): Dialect {
  if (path !== ':memory:') checkSqliteFile(path, create);
  try {
    const database = new SQLite(path, { timeout: BUSY_TIMEOUT_MS });
    if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      database.pragma(`application_id = ${APPLICATION_ID}`);
    }
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    database.pragma('cache_size = -65536');
    database.pragma('temp_store = MEMORY');
    return new EmbeddedDialect(database);
  } catch (error) {
    throw new GevinstError('not-a-warehouse', `Cannot open ${path}: ${(error as Error).message}.`, { path });
  }
}

class EmbeddedDialect extends SqliteDialect {
  constructor(private readonly database: SQLite.Database) {
    super({ database: keepingStatements(database) });
  }

  /** SQLite itself takes a transaction back when its disk is full; a second time is an error that would hide the first. */
  override createDriver(): Driver {
    const driver = super.createDriver();
    const rollback = driver.rollbackTransaction.bind(driver);
    driver.rollbackTransaction = async (connection) => {
      if (this.database.inTransaction) await rollback(connection);
    };
    return driver;
  }

  override createAdapter(): EmbeddedAdapter {
    return new EmbeddedAdapter(this.database);
  }
}

const MOST_STATEMENTS = 100;

/** Kysely prepares a statement each time it runs one; SQLite need not, and a load runs few of them very often. */
function keepingStatements(database: SQLite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const known = kept.get(text);
      if (known) return known;
      if (kept.size >= MOST_STATEMENTS) kept.clear();
      const statement = database.prepare<unknown[]>(text) as SqliteStatement;
      kept.set(text, statement);
      return statement;
    },
  };
}

/** Reads the header by hand, so that a file that is not ours is never opened for writing. */
function checkSqliteFile(path: string, create: boolean): void {
  if (!existsSync(path)) {
    if (create) return;
    throw new GevinstError(
      'no-warehouse',
      `There is no warehouse at ${path}. Load some data first (gevinst load PATH --db ${path}), or name another with --db.`,
      { path },
    );
  }
  const size = statSync(path);
  if (size.isDirectory()) {
    throw new GevinstError('not-a-warehouse', `${path} is a folder, not a Gevinst warehouse.`, { path });
  }
  if (size.size === 0 && create) return;
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  readSync(file, header, 0, 100, 0);
  closeSync(file);
  if (
    header.toString('latin1', 0, 16) !== 'SQLite format 3\0' ||
    header.readUInt32BE(68) !== APPLICATION_ID
  ) {
    throw new GevinstError(
      'not-a-warehouse',
      `${path} is not a Gevinst warehouse, and was left untouched. Name another file with --db.`,
      { path },
    );
  }
}

async function postgresDialect(url: string): Promise<Dialect> {
  const { default: pg } = await import('pg');
  const types = {
    // Sums and counts come as bigint or numeric text; every one we read fits a double exactly.
    getTypeParser(oid: number, format?: 'text' | 'binary') {
      const BIGINT = 20;
      const NUMERIC = 1700;
      if (oid === BIGINT || oid === NUMERIC) return Number;
      return pg.types.getTypeParser(oid, format as 'text');
    },
  };
  const pool = new pg.Pool({ connectionString: url, max: 10, types: types as never });
  // An idle connection that the server drops must not end the process: the next query opens another.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}
