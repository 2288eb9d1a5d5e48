import type { Db } from '../../server/warehouse/schema.ts';

/** The 16 secret bytes that key the hash of transaction ids. */
export async function hashKey(db: Db): Promise<Uint8Array> {
  const row = await db
    .selectFrom('state')
    .select('value')
    .where('name', '=', 'hash_key')
    .executeTakeFirstOrThrow();
  return Buffer.from(row.value, 'hex');
}
