import { type Kysely, SqliteAdapter } from 'kysely';
import type { Engine } from './dialect.ts';

/** Which engine an open database runs on. */
export function engineName<T>(db: Kysely<T>): Engine {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';
}
