import type SQLite from 'better-sqlite3';
import { type RawBuilder, sql } from 'kysely';
import { embedded } from '../../../server/warehouse/engine.ts';
import type { Db } from '../../../server/warehouse/schema.ts';
import { WITHDRAWN } from '../../../server/warehouse/status.ts';
import type { Replaced } from '../replaced.ts';
import { entriesOf, KEYED, type KeyedRow } from './rebuildIndex.ts';
import { Rollups } from './rollups.ts';
import { danishDay, duration } from './runBatch.ts';
import { RunIndex } from './runIndex.ts';
import type { StoredRun } from './runStore.ts';

type Content = Omit<StoredRun, 'load_id'>;

const AT_ONCE = 100_000;

/** Takes a load's runs out, and puts back what they replaced; the rollups follow. Gives how many runs left. */
export async function undoRuns(trx: Db, loadId: number, restored: readonly Replaced[]): Promise<number> {
  const rollups = new Rollups();
  const database = embedded(trx);
  const removed = database
    ? undoAppended(database, loadId, restored, rollups)
    : await undoKeyed(trx, loadId, restored, rollups);
  await rollups.write(trx);
  return removed;
}

function count(rollups: Rollups, sign: 1 | -1, robot: number, run: Content): void {
  if (run.reason_id === WITHDRAWN) return;
  const seconds = duration(run.started ?? Number.NaN, run.ended);
  rollups.count(sign, robot, danishDay(run.ended), run.status, run.items, seconds);
}

function undoAppended(
  database: SQLite.Database,
  loadId: number,
  restored: readonly Replaced[],
  rollups: Rollups,
): number {
  const index = new RunIndex(database);
  const back = new Map(restored.map((row) => [Number(row.row_key), row]));
  const gone = new Map<number, Set<number>>();
  const runs = database.prepare(
    `select robot_id, ${KEYED} from run where load_id = ? and run_id > ? order by run_id limit ${AT_ONCE}`,
  );
  for (let last = 0; ; ) {
    const rows = runs.all(loadId, last) as (KeyedRow & { robot_id: number })[];
    for (const row of rows) {
      count(rollups, -1, row.robot_id, row);
      const ids = gone.get(row.robot_id) ?? new Set();
      gone.set(row.robot_id, ids.add(row.run_id));
    }
    last = rows.at(-1)?.run_id ?? 0;
    if (rows.length < AT_ONCE) break;
  }
  const update = database.prepare(
    'update run set started = ?, ended = ?, status = ?, items = ?, seconds = ?, reason_id = ?, load_id = ? where run_id = ?',
  );
  for (const [runId, row] of back) {
    const { started, ended, status, items, reason_id } = JSON.parse(row.content) as Content;
    const seconds = duration(started ?? Number.NaN, ended);
    update.run(started, ended, status, items, seconds, reason_id, row.load_id, runId);
  }
  const select = database.prepare(`select ${KEYED} from run where run_id = ?`);
  let removed = 0;
  for (const [robot, ids] of gone) {
    index.remove(robot, (runId) => ids.has(runId));
    const again = [...ids].filter((id) => back.has(id)).map((id) => select.get(id) as KeyedRow);
    for (const row of again) count(rollups, 1, robot, row);
    if (again.length > 0) index.add(robot, entriesOf(again), index.segments(robot));
    removed += ids.size - again.length;
  }
  database.prepare('delete from run where load_id = ?').run(loadId);
  return removed;
}

async function undoKeyed(
  trx: Db,
  loadId: number,
  restored: readonly Replaced[],
  rollups: Rollups,
): Promise<number> {
  let after: RawBuilder<unknown> = sql``;
  let found = 0;
  for (;;) {
    const { rows } = await sql<Content & { robot_id: number; key: string }>`
      select robot_id, cast(run_key as text) as key, started, ended, status, items, reason_id
      from run where load_id = ${loadId}${after} order by robot_id, run_key limit ${sql.lit(AT_ONCE)}`.execute(
      trx,
    );
    for (const row of rows) count(rollups, -1, row.robot_id, row);
    found += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) break;
    after = sql` and (robot_id, run_key) > (${last.robot_id}, cast(${last.key} as bigint))`;
  }
  for (const row of restored) {
    const [robot = '', key = ''] = row.row_key.split(':');
    const content = JSON.parse(row.content) as Content;
    await trx
      .updateTable('run')
      .set({
        ...content,
        seconds: duration(content.started ?? Number.NaN, content.ended),
        load_id: row.load_id,
      })
      .where('robot_id', '=', Number(robot))
      .where('run_key', '=', BigInt(key))
      .execute();
    count(rollups, 1, Number(robot), content);
  }
  await trx.deleteFrom('run').where('load_id', '=', loadId).execute();
  return found - restored.length;
}
