import type SQLite from 'better-sqlite3';
import { sortRuns } from './sortRuns.ts';

/** The runs of one robot that were written together: their keys in order, and for each its row and its print. */
export interface Entries {
  hi: Int32Array;
  lo: Int32Array;
  /** Up to 2^32 rows, as many as one file holds in practice. */
  runIds: Uint32Array;
  /** The upper and lower half of each row's print, one after the other. */
  prints: Int32Array;
}

/** A stored segment, of which only the upper halves of the keys have been read. */
export class Segment {
  #rest: Omit<Entries, 'hi'> | null = null;

  constructor(
    private readonly robot: number,
    readonly number: number,
    readonly hi: Int32Array,
    private readonly select: SQLite.Statement,
  ) {}

  /** What is read only when an upper half is met: of a million new keys, a few hundred. */
  get rest(): Omit<Entries, 'hi'> {
    if (!this.#rest) {
      const { lo, run_ids, prints } = this.select.get(this.robot, this.number) as Record<string, Buffer>;
      this.#rest = { lo: integers(lo), runIds: whole(run_ids), prints: integers(prints) };
    }
    return this.#rest;
  }
}

const MOST_SEGMENTS = 16;
const MERGED = 8;

/**
 * The unique key of `run` on SQLite: for each robot some sorted segments of keys. A load goes along them with its own
 * keys at hand, which reads a few bytes a run in order, where a B-tree of random keys is read and rewritten page by
 * page. Small segments are merged, so that a robot never has many.
 */
export class RunIndex {
  readonly #select: SQLite.Statement;
  readonly #rest: SQLite.Statement;
  readonly #insert: SQLite.Statement;
  readonly #delete: SQLite.Statement;
  readonly #prints: SQLite.Statement;

  constructor(database: SQLite.Database) {
    this.#select = database.prepare('select segment, hi from run_index where robot_id = ? order by segment');
    this.#rest = database.prepare(
      'select lo, run_ids, prints from run_index where robot_id = ? and segment = ?',
    );
    this.#insert = database.prepare('insert into run_index values (?, ?, ?, ?, ?, ?, ?)');
    this.#delete = database.prepare('delete from run_index where robot_id = ? and segment = ?');
    this.#prints = database.prepare('update run_index set prints = ? where robot_id = ? and segment = ?');
  }

  segments(robot: number): Segment[] {
    const rows = this.#select.all(robot) as { segment: number; hi: Buffer }[];
    return rows.map(({ segment, hi }) => new Segment(robot, segment, integers(hi), this.#rest));
  }

  /** Adds runs that no segment of the robot has. */
  add(robot: number, entries: Entries, present: readonly Segment[]): void {
    const next = (present.at(-1)?.number ?? 0) + 1;
    this.#write(robot, next, entries);
    if (present.length + 1 > MOST_SEGMENTS) this.#merge(robot, next + 1);
  }

  /** Puts the segment's prints, which have been changed in place, back. */
  savePrints(robot: number, segment: Segment): void {
    this.#prints.run(bytes(segment.rest.prints), robot, segment.number);
  }

  /** Leaves the runs out whose rows are gone. */
  remove(robot: number, isGone: (runId: number) => boolean): void {
    for (const segment of this.segments(robot)) {
      const { runIds } = segment.rest;
      const kept = Uint32Array.from(runIds.keys()).filter((at) => !isGone(runIds[at] ?? 0));
      if (kept.length === runIds.length) continue;
      this.#delete.run(robot, segment.number);
      if (kept.length > 0) this.#write(robot, segment.number, picked([segment], kept));
    }
  }

  #write(robot: number, segment: number, { hi, lo, runIds, prints }: Entries): void {
    this.#insert.run(robot, segment, hi.length, bytes(hi), bytes(lo), bytes(runIds), bytes(prints));
  }

  /** Makes one segment of the robot's smallest. */
  #merge(robot: number, number: number): void {
    const smallest = this.segments(robot)
      .sort((a, b) => a.hi.length - b.hi.length)
      .slice(0, MERGED);
    const all = picked(smallest, null);
    const columns = { robot: new Int32Array(all.hi.length), keyHi: all.hi, keyLo: all.lo };
    const order = sortRuns(columns, all.hi.length);
    for (const segment of smallest) this.#delete.run(robot, segment.number);
    this.#write(robot, number, reordered(all, order));
  }
}

/** The segments' entries one after the other, or those of the only segment at the places. */
function picked(segments: readonly Segment[], places: Uint32Array | null): Entries {
  const total = segments.reduce((sum, { hi }) => sum + hi.length, 0);
  const all = emptyEntries(total);
  let at = 0;
  for (const { hi, rest } of segments) {
    all.hi.set(hi, at);
    all.lo.set(rest.lo, at);
    all.runIds.set(rest.runIds, at);
    all.prints.set(rest.prints, at * 2);
    at += hi.length;
  }
  return places ? reordered(all, places) : all;
}

function reordered(all: Entries, order: Uint32Array): Entries {
  const to = emptyEntries(order.length);
  for (let i = 0; i < order.length; i++) {
    const from = order[i] ?? 0;
    to.hi[i] = all.hi[from] ?? 0;
    to.lo[i] = all.lo[from] ?? 0;
    to.runIds[i] = all.runIds[from] ?? 0;
    to.prints[i * 2] = all.prints[from * 2] ?? 0;
    to.prints[i * 2 + 1] = all.prints[from * 2 + 1] ?? 0;
  }
  return to;
}

export function emptyEntries(size: number): Entries {
  return {
    hi: new Int32Array(size),
    lo: new Int32Array(size),
    runIds: new Uint32Array(size),
    prints: new Int32Array(size * 2),
  };
}

/** The bytes as SQLite gives them may start anywhere; numbers must start at their own size. */
function integers(blob: Buffer | undefined): Int32Array {
  const own = aligned(blob);
  return new Int32Array(own.buffer, own.byteOffset, own.length / 4);
}

function whole(blob: Buffer | undefined): Uint32Array {
  const own = aligned(blob);
  return new Uint32Array(own.buffer, own.byteOffset, own.length / 4);
}

function aligned(blob: Buffer | undefined): Uint8Array {
  if (!blob) throw new RangeError('A segment of the index of runs is gone.');
  return blob.byteOffset % 4 === 0 ? blob : new Uint8Array(blob);
}

function bytes(numbers: Int32Array | Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
