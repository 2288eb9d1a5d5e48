import { nameOf, openWarehouse } from '../../server/warehouse/open.ts';

/** `gevinst migrate`: opening a warehouse brings it up to date; an existing one only. */
export async function runMigrate({ db: database }: { db: string }): Promise<void> {
  const db = await openWarehouse(database);
  await db.destroy();
  process.stdout.write(`${nameOf(database)} is up to date\n`);
}
