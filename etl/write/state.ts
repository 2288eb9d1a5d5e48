import { sql } from 'kysely';
import type { Db } from '../../server/warehouse/schema.ts';

/**
 * Moves the counter that tells readers that the warehouse has changed. It is the first statement of every load, so
 * that a second writer waits here until the first is done, on either engine.
 */
export async function moveVersion(trx: Db): Promise<void> {
  await trx
    .updateTable('state')
    .set({ value: sql`cast(cast(value as bigint) + 1 as text)` })
    .where('name', '=', 'version')
    .execute();
}

/** The 16 secret bytes that key the hash of transaction ids. */
export async function hashKey(db: Db): Promise<Uint8Array> {
  const row = await db
    .selectFrom('state')
    .select('value')
    .where('name', '=', 'hash_key')
    .executeTakeFirstOrThrow();
  return Buffer.from(row.value, 'hex');
}
