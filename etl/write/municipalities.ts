import type { Db } from '../../server/warehouse/schema.ts';
import { type DbRecord, upsert } from './upsert.ts';

/** Adds the municipalities that are new. */
export async function addMunicipalities(
  trx: Db,
  named: readonly { municipality: string; name: string }[],
): Promise<void> {
  const distinct = new Map<string, DbRecord>(
    named.map(({ municipality, name }) => [municipality, { municipality, name }]),
  );
  await upsert(trx, 'municipality', ['municipality'], [...distinct.values()]);
}
