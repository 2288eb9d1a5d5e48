import type { Brief } from '../../../server/contract/uploads.ts';
import { embedded } from '../../../server/warehouse/engine.ts';
import type { Db } from '../../../server/warehouse/schema.ts';
import { WITHDRAWN } from '../../../server/warehouse/status.ts';
import { runsBrief } from '../brief.ts';
import { type Replaced, rememberReplaced } from '../replaced.ts';
import { AppendedRuns } from './appendedRuns.ts';
import { KeyedRuns } from './keyedRuns.ts';
import { Reasons } from './reasons.ts';
import { Rollups } from './rollups.ts';
import { danishDay, duration, type RunBatch } from './runBatch.ts';
import type { OwnLoad, RunStore, StoredRun } from './runStore.ts';
import { sortRuns } from './sortRuns.ts';

/** So many runs are sorted and written together: the more, the fewer times what is there is walked along. */
export const BATCH = 1 << 20;
const TOLD_EVERY = 1 << 13;

/**
 * Writes runs and their rollups. A run seen again is replaced by a later `ended`, or by other content with the same
 * `ended`; an earlier `ended` and an identical run change nothing. After `finish`, `kept` is the number of runs that
 * carry this load, whatever the order of the file.
 */
export class RunWriter {
  kept = 0;
  duplicate = 0;
  readonly #rollups = new Rollups();
  readonly #store: RunStore;
  #replaced: Replaced[] = [];
  /** Runs of the batch at hand, and how many of them are settled. */
  #size = 0;
  #settled = 0;

  private constructor(
    private readonly trx: Db,
    private readonly load: OwnLoad,
    private readonly reasons: Reasons,
    private readonly onWritten: (share: number) => void,
  ) {
    const tally = {
      added: (batch: RunBatch, place: number) => {
        this.kept++;
        this.#count(batch, place);
        this.#step();
      },
      duplicate: () => {
        this.duplicate++;
        this.#step();
      },
      replaced: (batch: RunBatch, place: number, stored: StoredRun, rowKey: string) => {
        this.#replace(batch, place, stored, rowKey);
        this.#step();
      },
      withdrawn: (batch: RunBatch, place: number, stored: StoredRun, rowKey: string) => {
        this.#uncount(batch, place, stored);
        this.#carry(stored, rowKey);
      },
    };
    const database = embedded(trx);
    this.#store = database ? new AppendedRuns(database, load, tally) : new KeyedRuns(trx, load, tally);
  }

  /** @param onWritten told now and then how much of a batch is written, of 1 */
  static async open(
    trx: Db,
    load: OwnLoad,
    onWritten: (share: number) => void = () => {},
  ): Promise<RunWriter> {
    return new RunWriter(trx, load, await Reasons.read(trx), onWritten);
  }

  /**
   * Writes a batch. Its reasons are renumbered in place.
   * @param isSorted whether its runs are in the order of their key already
   */
  async write(batch: RunBatch, isSorted = false): Promise<void> {
    const order = isSorted ? inPlace(batch.size) : sortRuns(batch.columns, batch.size);
    await this.reasons.add(batch.reasons);
    this.reasons.renumber(batch.columns.reason.subarray(0, batch.size));
    const places = this.#latest(batch, order);
    this.#size = places.length;
    this.#settled = 0;
    await this.#store.write(batch, places);
    await rememberReplaced(this.trx, this.#replaced);
    this.#replaced = [];
    this.onWritten(1);
  }

  /**
   * Takes runs that are there out of account, because their source says so: only their robots and keys are looked at.
   * Gives how many there were.
   */
  async withdraw(batch: RunBatch): Promise<number> {
    const before = this.kept + this.duplicate;
    const order = sortRuns(batch.columns, batch.size);
    const places = order.filter((place, i) => i === 0 || !batch.sameKey(order[i - 1] ?? 0, place));
    await this.#store.withdraw(batch, places);
    await rememberReplaced(this.trx, this.#replaced);
    this.#replaced = [];
    return this.kept + this.duplicate - before;
  }

  #step(): void {
    this.#settled++;
    if (this.#settled % TOLD_EVERY === 0) this.onWritten(this.#settled / this.#size);
  }

  /** What is kept, in a few figures; null for nothing. */
  brief(): Promise<Brief | null> {
    return runsBrief(this.trx, this.#rollups.kept());
  }

  async finish(): Promise<void> {
    await this.#rollups.write(this.trx);
  }

  /** The places without those that a later run of the same key in this batch replaces. */
  #latest(batch: RunBatch, order: Uint32Array): Uint32Array {
    const { ended } = batch.columns;
    let size = 0;
    for (const place of order) {
      const last = order[size - 1] ?? 0;
      if (size === 0 || !batch.sameKey(last, place)) order[size++] = place;
      else {
        this.duplicate++;
        if ((ended[place] ?? 0) >= (ended[last] ?? 0)) order[size - 1] = place;
      }
    }
    return order.subarray(0, size);
  }

  #replace(batch: RunBatch, place: number, stored: StoredRun, rowKey: string): void {
    this.#uncount(batch, place, stored);
    this.#count(batch, place);
    this.#carry(stored, rowKey);
  }

  /** Counts what takes the place of a stored row, which is then kept by this load. */
  #carry({ load_id, started, ended, status, items, reason_id }: StoredRun, rowKey: string): void {
    // The row that it replaces was kept by this same load, and is now the duplicate.
    if (load_id === this.load.id) {
      this.duplicate++;
      return;
    }
    this.kept++;
    this.#replaced.push({
      table_name: 'run',
      row_key: rowKey,
      replaced_by: this.load.id,
      load_id,
      content: JSON.stringify({ started, ended, status, items, reason_id }),
    });
  }

  #uncount({ columns }: RunBatch, place: number, stored: StoredRun): void {
    if (stored.reason_id === WITHDRAWN) return;
    const robot = columns.robot[place] ?? 0;
    const seconds = duration(stored.started ?? Number.NaN, stored.ended);
    const own = stored.load_id === this.load.id ? -1 : 0;
    this.#rollups.count(-1, robot, danishDay(stored.ended), stored.status, stored.items, seconds, own);
  }

  #count({ columns }: RunBatch, place: number): void {
    const { robot, day, started, ended, status, items } = columns;
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

function inPlace(size: number): Uint32Array {
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  return order;
}
