import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { GevinstError } from '../errors.ts';
import { OneAtATime } from '../uploads/oneAtATime.ts';
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
/** PostgreSQL's word for a lock that was not had in time. */
const LOCK_NOT_AVAILABLE = '55P03';
const queues = new WeakMap<Db, OneAtATime>();

/**
 * Makes one edit in a transaction of its own: all of it or nothing, after which every answer is worked out anew. While
 * another process writes it waits without keeping the server from answering.
 * @throws GevinstError `warehouse-busy` when that takes over fifteen seconds, and what `change` throws
 */
export async function edit<T>(db: Db, change: (trx: Trx) => Promise<T>): Promise<T> {
  const giveUp = Date.now() + PATIENCE_MS;
  const queue = queues.get(db) ?? new OneAtATime();
  queues.set(db, queue);
  // They wait for each other in the database anyway; there each would hold a connection that answers need.
  return queue.run(() => persistently(db, change, giveUp));
}

async function persistently<T>(db: Db, change: (trx: Trx) => Promise<T>, giveUp: number): Promise<T> {
  const isEmbedded = embedded(db) !== null;
  // The engine's own waiting would hold this process's only thread.
  if (isEmbedded) await sql`pragma busy_timeout = 20`.execute(db);
  for (;;) {
    try {
      return await db.transaction().execute(async (trx) => {
        if (!isEmbedded) await sql`set local lock_timeout = '200ms'`.execute(trx);
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
  const code = String((error as { code?: string }).code);
  return code.startsWith('SQLITE_BUSY') || code === LOCK_NOT_AVAILABLE;
}
