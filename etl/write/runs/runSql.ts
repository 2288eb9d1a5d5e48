import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../server/warehouse/schema.ts';
import { ByCount } from '../byCount.ts';
import { duration, type RunBatch } from './runBatch.ts';

export interface StoredRun {
  started: number | null;
  ended: number;
  status: number;
  items: number;
  reason_id: number | null;
  load_id: number;
}

const ROW = sql`(${0}, ${0}, ${0}, ${0}, ${0}, ${0}, ${0}, ${0}, ${0})`;
const REPLACING = sql`
  on conflict (robot_id, run_key) do update set started = excluded.started, ended = excluded.ended,
    status = excluded.status, items = excluded.items, seconds = excluded.seconds,
    reason_id = excluded.reason_id, load_id = excluded.load_id`;

/** The statements that runs are read and written by. */
export class RunSql {
  readonly #add: ByCount<unknown>;
  readonly #replace: ByCount<unknown>;
  readonly #stored: ByCount<StoredRun & { key: string }>;

  constructor(
    trx: Db,
    private readonly batch: RunBatch,
    private readonly loadId: number,
  ) {
    this.#add = new ByCount(trx, (count) => insertion(count, sql``));
    this.#replace = new ByCount(trx, (count) => insertion(count, REPLACING));
    this.#stored = new ByCount(
      trx,
      (count) => sql`
        select cast(run_key as text) as key, started, ended, status, items, reason_id, load_id
        from run where robot_id = ${0} and run_key in (${sql.join(Array(count).fill(0))})`,
    );
  }

  /** Inserts the runs at these places of the batch. One that is there already is an error. */
  async add(places: Uint32Array): Promise<void> {
    await this.#add.run(places.length, this.#parameters(places));
  }

  /** Inserts the runs, or puts their content in place of what is there. */
  async replace(places: Uint32Array): Promise<void> {
    await this.#replace.run(places.length, this.#parameters(places));
  }

  /** What is there of runs of one robot, by key. */
  async stored(robot: number, places: Uint32Array): Promise<Map<string, StoredRun>> {
    const keys = Array.from(places, (place) => keyOf(this.batch, place));
    const { rows } = await this.#stored.run(keys.length, [robot, ...keys]);
    return new Map(rows.map((row) => [row.key, row]));
  }

  #parameters(places: Uint32Array): unknown[] {
    const { robot, started, ended, status, items, reason } = this.batch;
    const parameters = new Array<unknown>(places.length * 9);
    let next = 0;
    for (const place of places) {
      const from = started[place] ?? Number.NaN;
      const to = ended[place] ?? 0;
      parameters[next++] = robot[place];
      parameters[next++] = keyOf(this.batch, place);
      parameters[next++] = Number.isNaN(from) ? null : from;
      parameters[next++] = to;
      parameters[next++] = status[place];
      parameters[next++] = items[place];
      parameters[next++] = duration(from, to);
      parameters[next++] = reason[place] || null;
      parameters[next++] = this.loadId;
    }
    return parameters;
  }
}

const halves = new Int32Array(2);
const whole = new BigInt64Array(halves.buffer);

/** A run's key as one number. */
export function keyOf(batch: RunBatch, place: number): bigint {
  halves[0] = batch.keyLo[place] ?? 0;
  halves[1] = batch.keyHi[place] ?? 0;
  return whole[0] ?? 0n;
}

function insertion(count: number, conflict: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into run (robot_id, run_key, started, ended, status, items, seconds, reason_id, load_id)
    values ${sql.join(Array(count).fill(ROW))}${conflict}`;
}
