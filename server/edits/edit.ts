import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { GevinstError } from '../errors.ts';
import { embedded } from '../warehouse/engine.ts';
import type { Db, Trx } from '../warehouse/schema.ts';
import { moveVersion } from '../warehouse/state.ts';

/** Who edits, and when (epoch seconds). */
export interface Editor {
  by: string;
  at: number;
}

const PATIENCE_MS = 15_000;
const PAUSE_MS = 100;

/**
 * Makes one edit in a transaction of its own: all of it or nothing, after which every answer is worked out anew. While
 * another process writes to the SQLite file it waits without keeping the server from answering.
 * @throws GevinstError `warehouse-busy` when that takes over fifteen seconds, and what `change` throws
 */
export async function edit<T>(db: Db, change: (trx: Trx) => Promise<T>): Promise<T> {
  const giveUp = Date.now() + PATIENCE_MS;
  // The engine's own waiting would hold this process's only thread.
  if (embedded(db)) await sql`pragma busy_timeout = 20`.execute(db);
  for (;;) {
    try {
      return await db.transaction().execute(async (trx) => {
        await moveVersion(trx);
        return change(trx);
      });
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > giveUp) {
        throw new GevinstError(
          'warehouse-busy',
          'The warehouse is being written to by another program. Nothing was changed: try again in a moment.',
        );
      }
      await pause(PAUSE_MS);
    }
  }
}

function isBusy(error: unknown): boolean {
  return String((error as { code?: string }).code).startsWith('SQLITE_BUSY');
}
