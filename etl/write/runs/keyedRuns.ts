import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../server/warehouse/schema.ts';
import { WITHDRAWN } from '../../../server/warehouse/status.ts';
import { ByCount } from '../byCount.ts';
import { duration, type RunBatch } from './runBatch.ts';
import {
  byRobot,
  keyOf,
  type OwnLoad,
  type RunStore,
  type RunTally,
  rowKeyOf,
  type StoredRun,
  supersedes,
} from './runStore.ts';

const CHUNK = 500;
const UNIQUE_VIOLATION = '23505';
const ROW = sql`(${0}, ${0}, ${0}, ${0}, ${0}, ${0}, ${0}, ${0}, ${0})`;
const REPLACING = sql`
  on conflict (robot_id, run_key) do update set started = excluded.started, ended = excluded.ended,
    status = excluded.status, items = excluded.items, seconds = excluded.seconds,
    reason_id = excluded.reason_id, load_id = excluded.load_id`;

/** Runs on PostgreSQL, where the table's primary key says which are there. */
export class KeyedRuns implements RunStore {
  readonly #add: ByCount<unknown>;
  readonly #replace: ByCount<unknown>;
  readonly #stored: ByCount<StoredRun & { key: string }>;
  /** Whether the last runs were all new. New runs are inserted unseen; looking each up would cost as much again. */
  #allNew = true;

  constructor(
    private readonly trx: Db,
    private readonly load: OwnLoad,
    private readonly tally: RunTally,
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

  async write(batch: RunBatch, places: Uint32Array): Promise<void> {
    for (let at = 0; at < places.length; at += CHUNK) {
      const chunk = places.subarray(at, at + CHUNK);
      if (!(this.#allNew && (await this.#inserted(batch, chunk)))) await this.#merge(batch, chunk);
    }
  }

  async withdraw(batch: RunBatch, places: Uint32Array): Promise<void> {
    for (let at = 0; at < places.length; at += CHUNK) {
      for (const [robot, own] of byRobot(batch, places.subarray(at, at + CHUNK))) {
        const all = await this.#storedOf(robot, batch, own);
        for (const place of own) {
          const key = keyOf(batch, place);
          const stored = all.get(`${key}`);
          if (!stored || stored.reason_id === WITHDRAWN) continue;
          await this.trx
            .updateTable('run')
            .set({ reason_id: WITHDRAWN, load_id: this.load.id })
            .where('robot_id', '=', robot)
            .where('run_key', '=', key)
            .execute();
          this.tally.withdrawn(batch, place, stored, rowKeyOf(batch, place));
        }
      }
    }
  }

  /** Inserts runs as new. False, and nothing is written, when any of them is there. */
  async #inserted(batch: RunBatch, places: Uint32Array): Promise<boolean> {
    await sql`savepoint new_runs`.execute(this.trx);
    try {
      await this.#add.run(places.length, this.#parameters(batch, places));
    } catch (error) {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
      await sql`rollback to savepoint new_runs`.execute(this.trx);
      return false;
    }
    await sql`release savepoint new_runs`.execute(this.trx);
    for (const place of places) this.tally.added(batch, place);
    return true;
  }

  /** Looks up which runs are there, and writes those that are new or changed. */
  async #merge(batch: RunBatch, places: Uint32Array): Promise<void> {
    const written: number[] = [];
    let found = 0;
    for (const [robot, own] of byRobot(batch, places)) {
      const stored = await this.#storedOf(robot, batch, own);
      found += stored.size;
      for (const place of own) if (this.#takes(batch, place, stored)) written.push(place);
    }
    if (written.length > 0) {
      await this.#replace.run(written.length, this.#parameters(batch, Uint32Array.from(written)));
    }
    this.#allNew = found === 0;
  }

  async #storedOf(robot: number, batch: RunBatch, places: Uint32Array): Promise<Map<string, StoredRun>> {
    const keys = Array.from(places, (place) => keyOf(batch, place));
    const { rows } = await this.#stored.run(keys.length, [robot, ...keys]);
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Whether a run is to be written, given what is stored; tells the tally either way. */
  #takes(batch: RunBatch, place: number, all: Map<string, StoredRun>): boolean {
    const stored = all.get(`${keyOf(batch, place)}`);
    if (!stored) this.tally.added(batch, place);
    else if (supersedes(batch, place, stored, this.load)) {
      this.tally.replaced(batch, place, stored, rowKeyOf(batch, place));
    } else {
      this.tally.duplicate();
      return false;
    }
    return true;
  }

  #parameters(batch: RunBatch, places: Uint32Array): unknown[] {
    const { robot, started, ended, status, items, reason } = batch.columns;
    const parameters = new Array<unknown>(places.length * 9);
    let next = 0;
    for (const place of places) {
      const from = started[place] ?? Number.NaN;
      const to = ended[place] ?? 0;
      parameters[next++] = robot[place];
      parameters[next++] = keyOf(batch, place);
      parameters[next++] = Number.isNaN(from) ? null : from;
      parameters[next++] = to;
      parameters[next++] = status[place];
      parameters[next++] = items[place];
      parameters[next++] = duration(from, to);
      parameters[next++] = reason[place] || null;
      parameters[next++] = this.load.id;
    }
    return parameters;
  }
}

function insertion(count: number, conflict: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into run (robot_id, run_key, started, ended, status, items, seconds, reason_id, load_id)
    values ${sql.join(Array(count).fill(ROW))}${conflict}`;
}
