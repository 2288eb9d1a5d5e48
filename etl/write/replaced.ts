import type { Insertable } from 'kysely';
import type { Db, Schema } from '../../server/warehouse/schema.ts';

export type Replaced = Insertable<Schema['replaced']>;

const IN_ONE = 1_000;

/** Keeps what rows were before this load put other content in their place. */
export async function rememberReplaced(trx: Db, replaced: readonly Replaced[]): Promise<void> {
  for (let at = 0; at < replaced.length; at += IN_ONE) {
    await trx
      .insertInto('replaced')
      .values(replaced.slice(at, at + IN_ONE))
      .execute();
  }
}

/**
 * Takes a load out of the chains of what replaced what, and gives what its rows are to be again: those that still say
 * what the load wrote. Where a later load has written over a row, that load will bring back what was before both.
 */
export async function takeReplaced(trx: Db, loadId: number): Promise<Replaced[]> {
  const before = await trx.selectFrom('replaced').selectAll().where('replaced_by', '=', loadId).execute();
  const keyOf = (row: Replaced) => `${row.table_name} ${row.row_key}`;
  const earlier = new Map(before.map((row) => [keyOf(row), row]));
  const later = await trx.selectFrom('replaced').selectAll().where('load_id', '=', loadId).execute();
  await trx
    .deleteFrom('replaced')
    .where((e) => e.or([e('replaced_by', '=', loadId), e('load_id', '=', loadId)]))
    .execute();
  const relinked: Replaced[] = [];
  for (const row of later) {
    const first = earlier.get(keyOf(row));
    if (!first) continue;
    // What was entered by hand before is nothing that a file said.
    if (row.replaced_by !== first.load_id) {
      relinked.push({ ...row, load_id: first.load_id, content: first.content });
    }
    earlier.delete(keyOf(row));
  }
  await rememberReplaced(trx, relinked);
  return [...earlier.values()];
}
