import { embedded } from '../../../server/warehouse/engine.ts';
import type { Db } from '../../../server/warehouse/schema.ts';
import { type Replaced, rememberReplaced } from '../replaced.ts';
import { AppendedRuns } from './appendedRuns.ts';
import { KeyedRuns } from './keyedRuns.ts';
import { Reasons } from './reasons.ts';
import { Rollups } from './rollups.ts';
import { danishDay, duration, type RunBatch } from './runBatch.ts';
import type { RunStore, StoredRun } from './runStore.ts';
import { sortRuns } from './sortRuns.ts';

/** So many runs are sorted and written together: the more, the fewer times what is there is walked along. */
export const BATCH = 1 << 20;

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

  private constructor(
    private readonly trx: Db,
    private readonly loadId: number,
    private readonly reasons: Reasons,
  ) {
    const tally = {
      added: (batch: RunBatch, place: number) => {
        this.kept++;
        this.#count(batch, place);
      },
      duplicate: () => {
        this.duplicate++;
      },
      replaced: (batch: RunBatch, place: number, stored: StoredRun, rowKey: string) =>
        this.#replace(batch, place, stored, rowKey),
    };
    const database = embedded(trx);
    this.#store = database ? new AppendedRuns(database, loadId, tally) : new KeyedRuns(trx, loadId, tally);
  }

  static async open(trx: Db, loadId: number): Promise<RunWriter> {
    return new RunWriter(trx, loadId, await Reasons.read(trx));
  }

  /**
   * Writes a batch. Its reasons are renumbered in place.
   * @param isSorted whether its runs are in the order of their key already
   */
  async write(batch: RunBatch, isSorted = false): Promise<void> {
    const order = isSorted ? inPlace(batch.size) : sortRuns(batch.columns, batch.size);
    await this.reasons.add(batch.reasons);
    this.reasons.renumber(batch.columns.reason.subarray(0, batch.size));
    await this.#store.write(batch, this.#latest(batch, order));
    await rememberReplaced(this.trx, this.#replaced);
    this.#replaced = [];
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
    const robot = batch.columns.robot[place] ?? 0;
    const seconds = duration(stored.started ?? Number.NaN, stored.ended);
    this.#rollups.count(-1, robot, danishDay(stored.ended), stored.status, stored.items, seconds);
    this.#count(batch, place);
    // The row that it replaces was kept by this same load, and is now the duplicate.
    if (stored.load_id === this.loadId) {
      this.duplicate++;
      return;
    }
    this.kept++;
    const { load_id, started, ended, status, items, reason_id } = stored;
    this.#replaced.push({
      table_name: 'run',
      row_key: rowKey,
      replaced_by: this.loadId,
      load_id,
      content: JSON.stringify({ started, ended, status, items, reason_id }),
    });
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
