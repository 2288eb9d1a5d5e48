import * as z from 'zod/mini';
import type { Db } from '../../../server/warehouse/schema.ts';
import { SEEN } from '../../../server/warehouse/state.ts';

const Progress = z.object({
  /** Epoch seconds of the latest change that has been loaded; null for none. */
  until: z.nullable(z.number()),
  /** Epoch seconds from which rows are wanted at all; null for all that there are. */
  from: z.nullable(z.number()),
  /** Queues of which rows were refused because no robot has them, or several. */
  waiting: z.array(z.string()),
  /** Whether robots were made for queues that none had. */
  made: z.boolean(),
});

/** How far a location has been read. */
export type Progress = z.infer<typeof Progress>;

/** How far a location has been read; null when it has not been, or the record cannot be read. */
export async function readProgress(db: Db, name: string): Promise<Progress | null> {
  const row = await db.selectFrom('state').select('value').where('name', '=', name).executeTakeFirst();
  if (!row) return null;
  try {
    return Progress.parse(JSON.parse(row.value));
  } catch {
    return null;
  }
}

export function writeProgress(db: Db, name: string, progress: Progress): Promise<void> {
  return writeState(db, name, JSON.stringify(progress));
}

/** Notes when a source was last looked at, also where there was nothing new in it. */
export function writeSeen(db: Db, source: string, seconds: number): Promise<void> {
  return writeState(db, `${SEEN}${source}`, String(seconds));
}

async function writeState(db: Db, name: string, value: string): Promise<void> {
  await db
    .insertInto('state')
    .values({ name, value })
    .onConflict((c) => c.column('name').doUpdateSet({ value }))
    .execute();
}
