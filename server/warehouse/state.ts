import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** The state's rows of when a source was last looked at, in epoch seconds, begin so; its name follows. */
export const SEEN = 'seen:';

/**
 * Moves the counter that tells readers that the warehouse has changed. It is the first statement of every load and edit, so
 * that a second writer waits here until the first is done, on either engine.
 */
export async function moveVersion(trx: Db): Promise<void> {
  await trx
    .updateTable('state')
    .set({ value: sql`cast(cast(value as bigint) + 1 as text)` })
    .where('name', '=', 'version')
    .execute();
}
