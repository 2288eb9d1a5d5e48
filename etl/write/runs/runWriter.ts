import { sql } from 'kysely';
import type { Db } from '../../../server/warehouse/schema.ts';
import { Rollups } from './rollups.ts';
import { danishDay, duration, RunBatch } from './runBatch.ts';
import { keyOf, RunSql, type StoredRun } from './runSql.ts';
import { sortRuns } from './sortRuns.ts';

/** So many runs are sorted and written together: the more, the fewer times each page of the table is touched. */
const BATCH = 1 << 18;
const CHUNK = 500;

/**
 * Writes runs and their rollups. A run seen again is replaced by a later `ended`, or by other content with the same
 * `ended`; an earlier `ended` and an identical run change nothing. After `finish`, `kept` is the number of runs that
 * carry this load, whatever the order of the file.
 */
export class RunWriter {
  kept = 0;
  duplicate = 0;
  readonly batch = new RunBatch(BATCH);
  readonly #rollups = new Rollups();
  readonly #sql: RunSql;
  /** Whether the last runs were all new. New runs are inserted unseen; looking each up would cost as much again. */
  #allNew = true;

  constructor(
    private readonly trx: Db,
    private readonly loadId: number,
  ) {
    this.#sql = new RunSql(trx, this.batch, loadId);
  }

  get isFull(): boolean {
    return this.batch.size === this.batch.capacity;
  }

  async flush(): Promise<void> {
    const places = this.#latest(sortRuns(this.batch));
    for (let at = 0; at < places.length; at += CHUNK) {
      const chunk = places.subarray(at, at + CHUNK);
      if (!(this.#allNew && (await this.#inserted(chunk)))) await this.#merge(chunk);
    }
    this.batch.size = 0;
  }

  async finish(): Promise<void> {
    await this.flush();
    await this.#rollups.write(this.trx);
  }

  /** The places without those that a later run of the same key in this batch replaces. */
  #latest(order: Uint32Array): Uint32Array {
    const { batch } = this;
    let size = 0;
    for (const place of order) {
      const last = order[size - 1] ?? 0;
      if (size === 0 || !batch.sameKey(last, place)) order[size++] = place;
      else {
        this.duplicate++;
        if ((batch.ended[place] ?? 0) >= (batch.ended[last] ?? 0)) order[size - 1] = place;
      }
    }
    return order.subarray(0, size);
  }

  /** Inserts runs as new. False, and nothing is written, when any of them is there. */
  async #inserted(places: Uint32Array): Promise<boolean> {
    await sql`savepoint new_runs`.execute(this.trx);
    try {
      await this.#sql.add(places);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await sql`rollback to savepoint new_runs`.execute(this.trx);
      return false;
    }
    await sql`release savepoint new_runs`.execute(this.trx);
    for (const place of places) this.#count(place);
    this.kept += places.length;
    return true;
  }

  /** Looks up which runs are there, and writes those that are new or changed. */
  async #merge(places: Uint32Array): Promise<void> {
    const { batch } = this;
    const written: number[] = [];
    let found = 0;
    for (let from = 0; from < places.length; ) {
      const robot = batch.robot[places[from] ?? 0] ?? 0;
      let to = from;
      while (to < places.length && batch.robot[places[to] ?? 0] === robot) to++;
      const own = places.subarray(from, to);
      const stored = await this.#sql.stored(robot, own);
      found += stored.size;
      for (const place of own)
        if (this.#takes(place, stored.get(`${keyOf(batch, place)}`))) written.push(place);
      from = to;
    }
    if (written.length > 0) await this.#sql.replace(Uint32Array.from(written));
    this.#allNew = found === 0;
  }

  /** Whether a run is to be written, given what is stored of it; counts it either way. */
  #takes(place: number, stored: StoredRun | undefined): boolean {
    const { batch } = this;
    if (stored) {
      const ended = batch.ended[place] ?? 0;
      const older = ended < stored.ended;
      const same =
        ended === stored.ended &&
        Object.is(batch.started[place], stored.started ?? Number.NaN) &&
        batch.status[place] === stored.status &&
        batch.items[place] === stored.items &&
        batch.reason[place] === (stored.reason_id ?? 0);
      if (older || same) {
        this.duplicate++;
        return false;
      }
      const seconds = duration(stored.started ?? Number.NaN, stored.ended);
      const robot = batch.robot[place] ?? 0;
      this.#rollups.count(-1, robot, danishDay(stored.ended), stored.status, stored.items, seconds);
      // The row that it replaces was kept by this same load, and is now the duplicate.
      if (stored.load_id === this.loadId) this.duplicate++;
      else this.kept++;
    } else this.kept++;
    this.#count(place);
    return true;
  }

  #count(place: number): void {
    const { robot, day, started, ended, status, items } = this.batch;
    this.#rollups.count(
      1,
      robot[place] ?? 0,
      day[place] ?? 0,
      status[place] ?? 0,
      items[place] ?? 0,
      duration(started[place] ?? Number.NaN, ended[place] ?? 0),
    );
  }
}

function isDuplicateKey(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  const POSTGRES_UNIQUE_VIOLATION = '23505';
  return code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === POSTGRES_UNIQUE_VIOLATION;
}
