import type SQLite from 'better-sqlite3';
import { WITHDRAWN } from '../../../server/warehouse/status.ts';
import { rebuildIndex } from './rebuildIndex.ts';
import { duration, type RunBatch } from './runBatch.ts';
import { type Entries, emptyEntries, RunIndex, type Segment } from './runIndex.ts';
import { RunPrint } from './runPrint.ts';
import {
  byRobot,
  keyOf,
  type OwnLoad,
  type RunStore,
  type RunTally,
  type StoredRun,
  supersedes,
} from './runStore.ts';

/** Where each run of a batch that is there already was met; numbers, because of ten million runs all may be. */
interface Met {
  /** The segment's place among the robot's, −1 for a run that is new. */
  segment: Int32Array;
  /** The run's place in the segment. */
  at: Int32Array;
  count: number;
}

/** Runs on SQLite: new ones go to the end of the table, and `run_index` says which are there. */
export class AppendedRuns implements RunStore {
  readonly #index: RunIndex;
  readonly #print = new RunPrint();
  readonly #insert: SQLite.Statement;
  readonly #update: SQLite.Statement;
  readonly #stored: SQLite.Statement;
  #lastId: number;

  constructor(
    database: SQLite.Database,
    private readonly load: OwnLoad,
    private readonly tally: RunTally,
  ) {
    this.#index = new RunIndex(database);
    rebuildIndex(database, this.#index);
    // Left to SQLite, a row's number is one more than the last, and is found without a search.
    this.#insert = database.prepare(`insert into run values (null, ?, ?, ?, ?, ?, ?, ?, ?, ${load.id})`);
    this.#update = database.prepare(
      'update run set started = ?, ended = ?, status = ?, items = ?, seconds = ?, reason_id = ?, load_id = ? where run_id = ?',
    );
    this.#stored = database.prepare(
      'select started, ended, status, items, reason_id, load_id from run where run_id = ?',
    );
    this.#lastId =
      (database.prepare('select max(run_id) as last from run').get() as { last: number }).last ?? 0;
  }

  async write(batch: RunBatch, places: Uint32Array): Promise<void> {
    for (const [robot, own] of byRobot(batch, places)) this.#writeRobot(robot, batch, own);
  }

  async withdraw(batch: RunBatch, places: Uint32Array): Promise<void> {
    for (const [robot, own] of byRobot(batch, places)) {
      const segments = this.#index.segments(robot);
      const met = meet(segments, batch, own);
      const changed = new Set<Segment>();
      for (let i = 0; i < own.length; i++) {
        const segment = segments[met.segment[i] ?? -1];
        if (segment) this.#withdraw(batch, own[i] ?? 0, segment, met.at[i] ?? 0, changed);
      }
      for (const segment of changed) this.#index.savePrints(robot, segment);
    }
  }

  #withdraw(batch: RunBatch, place: number, segment: Segment, at: number, changed: Set<Segment>): void {
    const { prints, runIds } = segment.rest;
    const runId = runIds[at] ?? 0;
    const stored = this.#stored.get(runId) as StoredRun;
    if (stored.reason_id === WITHDRAWN) return;
    const { started, ended, status, items } = stored;
    const from = started ?? Number.NaN;
    this.#update.run(started, ended, status, items, duration(from, ended), WITHDRAWN, this.load.id, runId);
    this.#print.of(from, ended, status, items, WITHDRAWN);
    prints[at * 2] = this.#print.hi;
    prints[at * 2 + 1] = this.#print.lo;
    changed.add(segment);
    this.tally.withdrawn(batch, place, stored, String(runId));
  }

  #writeRobot(robot: number, batch: RunBatch, places: Uint32Array): void {
    const segments = this.#index.segments(robot);
    const met = meet(segments, batch, places);
    const fresh = emptyEntries(places.length - met.count);
    const changed = new Set<Segment>();
    let next = 0;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      const segment = segments[met.segment[i] ?? -1];
      if (segment) this.#settle(batch, place, segment, met.at[i] ?? 0, changed);
      else this.#append(batch, place, fresh, next++);
    }
    for (const segment of changed) this.#index.savePrints(robot, segment);
    if (next > 0) this.#index.add(robot, fresh, segments);
  }

  #append(batch: RunBatch, place: number, fresh: Entries, at: number): void {
    const { robot, keyHi, keyLo, started, ended, status, items, reason } = batch.columns;
    const runId = ++this.#lastId;
    const from = started[place] ?? Number.NaN;
    const to = ended[place] ?? 0;
    this.#insert.run(
      robot[place],
      keyOf(batch, place),
      Number.isNaN(from) ? null : from,
      to,
      status[place],
      items[place],
      duration(from, to),
      reason[place] || null,
    );
    fresh.hi[at] = keyHi[place] ?? 0;
    fresh.lo[at] = keyLo[place] ?? 0;
    fresh.runIds[at] = runId;
    this.#printOf(batch, place);
    fresh.prints[at * 2] = this.#print.hi;
    fresh.prints[at * 2 + 1] = this.#print.lo;
    this.tally.added(batch, place);
  }

  /** What becomes of a run that is there: equal prints say at once that it is the same. */
  #settle(batch: RunBatch, place: number, segment: Segment, at: number, changed: Set<Segment>): void {
    const { prints, runIds } = segment.rest;
    this.#printOf(batch, place);
    const { hi, lo } = this.#print;
    const runId = runIds[at] ?? 0;
    const isSame = prints[at * 2] === hi && prints[at * 2 + 1] === lo;
    const stored = isSame ? null : (this.#stored.get(runId) as StoredRun);
    if (stored === null || !supersedes(batch, place, stored, this.load)) {
      this.tally.duplicate();
      return;
    }
    const { started, ended, status, items, reason } = batch.columns;
    const from = started[place] ?? Number.NaN;
    const to = ended[place] ?? 0;
    this.#update.run(
      Number.isNaN(from) ? null : from,
      to,
      status[place],
      items[place],
      duration(from, to),
      reason[place] || null,
      this.load.id,
      runId,
    );
    prints[at * 2] = hi;
    prints[at * 2 + 1] = lo;
    changed.add(segment);
    this.tally.replaced(batch, place, stored, String(runId));
  }

  #printOf({ columns }: RunBatch, place: number): void {
    this.#print.of(
      columns.started[place] ?? Number.NaN,
      columns.ended[place] ?? 0,
      columns.status[place] ?? 0,
      columns.items[place] ?? 0,
      columns.reason[place] ?? 0,
    );
  }
}

/**
 * Goes along the segments' keys, and notes where they meet the batch's. The batch's are in a table of slots, most of them
 * empty, by the lower bits of a key: nearly every key that is met nowhere is done with after a look at one slot, which
 * costs less than finding its neighbours in order.
 */
function meet(segments: readonly Segment[], { columns }: RunBatch, places: Uint32Array): Met {
  const { keyHi, keyLo } = columns;
  const slots = new Int32Array(4 << Math.ceil(Math.log2(places.length + 1)));
  const mask = slots.length - 1;
  for (let i = 0; i < places.length; i++) {
    let slot = (keyHi[places[i] ?? 0] ?? 0) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = i + 1;
  }
  const met = {
    segment: new Int32Array(places.length).fill(-1),
    at: new Int32Array(places.length),
    count: 0,
  };
  for (const [number, segment] of segments.entries()) {
    const { hi } = segment;
    for (let at = 0; at < hi.length; at++) {
      const key = hi[at] ?? 0;
      let slot = key & mask;
      for (let i = slots[slot] ?? 0; i !== 0; i = slots[slot] ?? 0) {
        const place = places[i - 1] ?? 0;
        if (keyHi[place] === key && keyLo[place] === segment.rest.lo[at]) {
          met.segment[i - 1] = number;
          met.at[i - 1] = at;
          met.count++;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
  }
  return met;
}
