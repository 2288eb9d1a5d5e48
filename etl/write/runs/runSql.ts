import { CompiledQuery, sql } from 'kysely';
import type { Db } from '../../../server/warehouse/schema.ts';
import { duration, type RunBatch } from './runBatch.ts';

const INTO =
  'insert into run (robot_id, run_key, started, ended, status, items, seconds, reason_id, load_id) values ';
const REPLACING =
  ' on conflict (robot_id, run_key) do update set started = excluded.started, ended = excluded.ended,' +
  ' status = excluded.status, items = excluded.items, seconds = excluded.seconds,' +
  ' reason_id = excluded.reason_id, load_id = excluded.load_id';

const halves = new Int32Array(2);
const whole = new BigInt64Array(halves.buffer);

/** A run's key as decimal digits. */
export function keyText(batch: RunBatch, at: number): string {
  halves[0] = batch.keyLo[at] ?? 0;
  halves[1] = batch.keyHi[at] ?? 0;
  return `${whole[0]}`;
}

/**
 * Inserts runs. The values are integers of our own making and stand in the statement as they are: both engines read
 * them faster than they take thousands of bound parameters.
 * @param replace whether a run that is there takes the new content; if not, one that is there is an error
 */
export async function insertRuns(
  trx: Db,
  batch: RunBatch,
  places: Uint32Array,
  loadId: number,
  replace: boolean,
): Promise<void> {
  let text = INTO;
  for (let i = 0; i < places.length; i++) {
    const at = places[i] ?? 0;
    const started = batch.started[at] ?? Number.NaN;
    const ended = batch.ended[at] ?? 0;
    const reason = batch.reason[at];
    text += `${i === 0 ? '' : ','}(${batch.robot[at]},${keyText(batch, at)},${Number.isNaN(started) ? 'null' : started},${ended},${batch.status[at]},${batch.items[at]},${duration(started, ended)},${reason === 0 ? 'null' : reason},${loadId})`;
  }
  await trx.executeQuery(CompiledQuery.raw(replace ? text + REPLACING : text));
}

export interface StoredRun {
  started: number | null;
  ended: number;
  status: number;
  items: number;
  reason_id: number | null;
  load_id: number;
}

/** The runs of one robot that are there already, by key. */
export async function storedRuns(
  trx: Db,
  robot: number,
  keys: readonly string[],
): Promise<Map<string, StoredRun>> {
  const rows = await trx
    .selectFrom('run')
    .select(sql<string>`cast(run_key as text)`.as('key'))
    .select(['started', 'ended', 'status', 'items', 'reason_id', 'load_id'])
    .where('robot_id', '=', robot)
    .where(sql<boolean>`run_key in (${sql.raw(keys.join(','))})`)
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
}
