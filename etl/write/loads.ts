import type { Insertable } from 'kysely';
import type { Refusal } from '../../server/contract/loads.ts';
import type { Db, Schema } from '../../server/warehouse/schema.ts';
import { upsert } from './upsert.ts';

export async function nextLoadId(trx: Db): Promise<number> {
  const row = await trx
    .selectFrom('load')
    .select((e) => e.fn.max('load_id').as('last'))
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** The first load of a file with this digest that has not been undone; null when there is none. */
export async function firstLoadOf(trx: Db, sha256: string): Promise<number | null> {
  const row = await trx
    .selectFrom('load')
    .select((e) => e.fn.min('load_id').as('first'))
    .where('sha256', '=', sha256)
    .where('status', '=', 'loaded')
    .where('undone', 'is', null)
    .executeTakeFirst();
  return row?.first ?? null;
}

/** Records a load and the rows it refused. */
export async function recordLoad(
  trx: Db,
  load: Insertable<Schema['load']>,
  refusals: readonly Refusal[],
): Promise<void> {
  await trx.insertInto('load').values(load).execute();
  const records = refusals.map((refusal, seq) => ({
    load_id: load.load_id,
    seq,
    line: refusal.line,
    column_name: refusal.column,
    value: refusal.value,
    code: refusal.code,
    expected: refusal.expected,
  }));
  await upsert(trx, 'refusal', ['load_id', 'seq'], records);
}
