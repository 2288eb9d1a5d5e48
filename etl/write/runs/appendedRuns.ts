import type SQLite from 'better-sqlite3';
import { rebuildIndex } from './rebuildIndex.ts';
import { duration, type RunBatch } from './runBatch.ts';
import { type Entries, emptyEntries, RunIndex, type Segment } from './runIndex.ts';
import { RunPrint } from './runPrint.ts';
import { keyOf, type RunStore, type RunTally, type StoredRun, supersedes } from './runStore.ts';

/** Where a run that is there already was met. */
interface Met {
  segment: Segment;
  at: number;
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
    private readonly loadId: number,
    private readonly tally: RunTally,
  ) {
    this.#index = new RunIndex(database);
    rebuildIndex(database, this.#index);
    // Left to SQLite, a row's number is one more than the last, and is found without a search.
    this.#insert = database.prepare(`insert into run values (null, ?, ?, ?, ?, ?, ?, ?, ?, ${loadId})`);
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
    const { robot } = batch.columns;
    for (let from = 0; from < places.length; ) {
      const id = robot[places[from] ?? 0] ?? 0;
      let to = from;
      while (to < places.length && robot[places[to] ?? 0] === id) to++;
      this.#writeRobot(id, batch, places.subarray(from, to));
      from = to;
    }
  }

  #writeRobot(robot: number, batch: RunBatch, places: Uint32Array): void {
    const segments = this.#index.segments(robot);
    const met = new Array<Met | undefined>(places.length);
    let metCount = 0;
    for (const segment of segments) metCount += meet(segment, batch, places, met);
    const fresh = emptyEntries(places.length - metCount);
    const changed = new Set<Segment>();
    let next = 0;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      const found = met[i];
      if (found) this.#settle(batch, place, found, changed);
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
  #settle(batch: RunBatch, place: number, { segment, at }: Met, changed: Set<Segment>): void {
    const { prints, runIds } = segment.rest;
    this.#printOf(batch, place);
    const { hi, lo } = this.#print;
    const runId = runIds[at] ?? 0;
    const isSame = prints[at * 2] === hi && prints[at * 2 + 1] === lo;
    const stored = isSame ? null : (this.#stored.get(runId) as StoredRun);
    if (stored === null || !supersedes(batch, place, stored)) {
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
      this.loadId,
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

/** Walks along a segment's keys and the batch's, both in order, and notes where they meet. Gives how many did. */
function meet(
  segment: Segment,
  { columns: { keyHi, keyLo } }: RunBatch,
  places: Uint32Array,
  met: (Met | undefined)[],
): number {
  const { hi } = segment;
  let count = 0;
  let at = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const wanted = keyHi[place] ?? 0;
    while (at < hi.length && (hi[at] ?? 0) < wanted) at++;
    for (let same = at; same < hi.length && hi[same] === wanted; same++) {
      if (segment.rest.lo[same] !== keyLo[place]) continue;
      met[i] = { segment, at: same };
      count++;
      break;
    }
  }
  return count;
}
