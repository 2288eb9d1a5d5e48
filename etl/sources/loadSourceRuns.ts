import type { Told } from '../../server/contract/uploads.ts';
import { RUN_STATUS } from '../../server/warehouse/status.ts';
import { type Counts, type Loading, noCounts } from '../loading.ts';
import { Fault } from '../refusal.ts';
import { SEVERAL } from '../write/robots.ts';
import { danishDay, RunBatch } from '../write/runs/runBatch.ts';
import { BATCH } from '../write/runs/runWriter.ts';
import { finished, openRunLoad, type RunLoad, writeBatch } from './canonical/loadRuns.ts';
import { latestEnd } from './canonical/runReader.ts';
import {
  Misread,
  Passed,
  type PassReason,
  type RunSource,
  type SourceContext,
  type SourceRun,
} from './source.ts';

/** Loads the rows of a robot platform's export. */
export async function loadSourceRuns(
  loading: Loading,
  source: RunSource,
  context: SourceContext,
): Promise<Counts> {
  const read = source.reader(loading.rows, context);
  const load = await openRunLoad(loading, true);
  const { refusals, loadId } = loading;
  const latest = latestEnd(loading.now);
  const batch = RunBatch.of(BATCH);
  const counts = noCounts();
  const takenBack = new TakenBack();
  for await (const rows of loading.rows.batches()) {
    counts.read += rows.length;
    for (const row of rows) {
      const found = read(row);
      if (found instanceof Passed) {
        counts.passed[found.why] = (counts.passed[found.why] ?? 0) + 1;
        if (found.instead) takenBack.add(found.why, found.instead, load);
        continue;
      }
      const misread = found instanceof Misread ? found : add(found, batch, load, latest);
      if (misread) refusals.add(row, misread.column, misread.value, misread.fault);
      else if (batch.isFull) await writeBatch(load, batch, loadId);
    }
  }
  await writeBatch(load, batch, loadId);
  await takenBack.write(load, loading, counts);
  return finished(load, { ...counts, masked: load.reasons.masked });
}

/** Transactions of which the source says that they no longer are what an earlier export told. */
class TakenBack {
  /** Robot and key halves, one after the other, by why. */
  readonly #keys = new Map<PassReason, number[]>();

  add(
    why: PassReason,
    { queue, transaction }: Pick<SourceRun, 'queue' | 'transaction'>,
    load: RunLoad,
  ): void {
    const robot = load.robots.known(queue);
    if (robot <= 0) return;
    load.hash.hash(transaction);
    const keys = this.#keys.get(why) ?? [];
    keys.push(robot, load.hash.hi, load.hash.lo);
    this.#keys.set(why, keys);
  }

  /** Takes those that are there out of account: their rows are then no longer passed over, they changed something. */
  async write({ writer }: RunLoad, { told }: Loading, counts: Counts): Promise<void> {
    let all = 0;
    for (const [why, keys] of this.#keys) {
      const batch = RunBatch.of(keys.length / 3);
      for (let at = 0; at < keys.length; at += 3, batch.size++) {
        batch.columns.robot[batch.size] = keys[at] ?? 0;
        batch.columns.keyHi[batch.size] = keys[at + 1] ?? 0;
        batch.columns.keyLo[batch.size] = keys[at + 2] ?? 0;
      }
      const count = await writer.withdraw(batch);
      counts.passed[why] = (counts.passed[why] ?? 0) - count;
      if (counts.passed[why] === 0) delete counts.passed[why];
      all += count;
    }
    if (all > 0) told.push(withdrawnTold(all));
  }
}

function withdrawnTold(count: number): Told {
  const text = `${count} runs that an earlier export had as ended are counted no more: they were tried again or deleted since`;
  return { code: 'withdrawn', values: { count }, text };
}

/** Adds the run to the batch, or tells why it cannot be. */
function add(run: SourceRun, batch: RunBatch, load: RunLoad, latest: number): Misread | null {
  if (run.ended > latest) {
    const text = new Date(run.ended * 1000).toISOString();
    return new Misread('ended', text, new Fault('in-the-future', 'a time at most two days after the load'));
  }
  const robot = load.robots.find(run.queue);
  if (robot === SEVERAL) {
    const fault = new Fault('ambiguous-queue', 'a queue that only one robot has (robots.queue)');
    return new Misread('queue', run.queue, fault);
  }
  if (robot === 0) {
    const fault = new Fault(
      'unknown-reference',
      'a queue that a robot has (robots.queue), a robot’s code, or --create-robots',
    );
    return new Misread('queue', run.queue, fault);
  }
  const { columns } = batch;
  const at = batch.size++;
  load.hash.hash(run.transaction);
  columns.robot[at] = robot;
  columns.keyHi[at] = load.hash.hi;
  columns.keyLo[at] = load.hash.lo;
  columns.started[at] = run.started;
  columns.ended[at] = run.ended;
  columns.day[at] = danishDay(run.ended);
  columns.status[at] = RUN_STATUS[run.status];
  columns.items[at] = run.items;
  columns.reason[at] = load.reasons.number(run.reason);
  return null;
}
