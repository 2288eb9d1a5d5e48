import { type Counts, type Loading, noCounts } from '../../loading.ts';
import type { RawLines } from '../../readers/rows.ts';
import { readAhead, readHere, readsAhead } from '../../runFile/runBatches.ts';
import type { Zone } from '../../time/zone.ts';
import type { Work } from '../../work.ts';
import { Robots } from '../../write/robots.ts';
import { ReasonTexts } from '../../write/runs/reasonTexts.ts';
import { RunBatch } from '../../write/runs/runBatch.ts';
import { BATCH, RunWriter } from '../../write/runs/runWriter.ts';
import { SipHash } from '../../write/runs/sipHash.ts';
import { hashKey } from '../../write/state.ts';
import type { Misread } from '../source.ts';
import type { Layout } from './header.ts';
import { latestEnd, RunReader } from './runReader.ts';

/** No line of a run is shorter. */
const SHORTEST_LINE = 30;

/** Which part of loading reading is: where another thread reads ahead, nobody waits for it. */
const READING = { here: 0.5, ahead: 0.15 };

/** What loading runs is done with, whatever they are read from. */
export interface RunLoad {
  robots: Robots;
  reasons: ReasonTexts;
  hash: SipHash;
  zone: Zone;
  writer: RunWriter;
  work: Work;
}

/** Loads runs of the canonical table. A log has millions: a plain CSV file's lines go from bytes to the writer's arrays. */
export async function loadRuns(
  loading: Loading,
  layout: Layout,
  { queues }: { queues: boolean },
): Promise<Counts> {
  const load = await openRunLoad(loading, queues);
  const { raw } = loading.rows;
  return raw ? loadFromBytes(loading, layout, raw, load) : loadFromRows(loading, layout, load);
}

/** @param queues whether rows may name their robot by its queue */
export async function openRunLoad(
  { trx, loadId, first, newRobots, zone, work }: Loading,
  queues: boolean,
): Promise<RunLoad> {
  work.writesInBatches(READING.here);
  return {
    zone,
    work,
    robots: await Robots.read(trx, newRobots, queues),
    reasons: new ReasonTexts(),
    hash: new SipHash(await hashKey(trx)),
    writer: await RunWriter.open(trx, { id: loadId, first }, (share) => work.wrote(share)),
  };
}

async function loadFromBytes(
  { trx, refusals, now, loadId, onBytes }: Loading,
  layout: Layout,
  raw: RawLines,
  load: RunLoad,
): Promise<Counts> {
  const { robots, writer, zone, work } = load;
  const file = { raw, layout, latest: latestEnd(now) };
  const capacity = Math.min(BATCH, Math.ceil(raw.bytes / SHORTEST_LINE) + 1);
  const reading = {
    refuse: (line: number, { column, value, fault }: Misread) => refusals.add({ line }, column, value, fault),
    onBytes,
  };
  const ahead = robots.isFixed && readsAhead(raw.bytes);
  if (ahead) work.writesInBatches(READING.ahead);
  const batches = ahead
    ? readAhead(
        { file, robots: robots.codes, hashKey: await hashKey(trx), zone: zone.name, capacity },
        reading,
      )
    : readHere(file, load, capacity, reading);
  for (;;) {
    const next = await batches.next();
    if (!next.done) {
      await robots.write(loadId);
      work.batch(next.value.bytes);
      await writer.write(next.value.batch, next.value.isSorted);
      continue;
    }
    const { read, masked, unknown, hasLocalTimes } = next.value;
    if (hasLocalTimes) zone.noteUse();
    for (const [name, count] of unknown) robots.addUnknown(name, count);
    return finished(load, { ...noCounts(), read, masked });
  }
}

async function loadFromRows(
  { rows, refusals, now, loadId }: Loading,
  layout: Layout,
  load: RunLoad,
): Promise<Counts> {
  const reader = new RunReader(layout, rows.decimal, load, latestEnd(now));
  const batch = RunBatch.of(BATCH);
  const counts = noCounts();
  for await (const some of rows.batches()) {
    counts.read += some.length;
    for (const row of some) {
      const misread = reader.read(row, batch);
      if (misread) refusals.add(row, misread.column, misread.value, misread.fault);
      else if (batch.isFull) await writeBatch(load, batch, loadId);
    }
  }
  await writeBatch(load, batch, loadId);
  return finished(load, { ...counts, masked: load.reasons.masked });
}

/** Writes the runs that have been read, and their robots before them. */
export async function writeBatch(
  { robots, reasons, writer, work }: RunLoad,
  batch: RunBatch,
  loadId: number,
) {
  batch.reasons = reasons.takeFresh();
  await robots.write(loadId);
  work.batch();
  await writer.write(batch);
  batch.clear();
}

/** Writes the sums, and adds to the counts what writer and robots have counted. */
export async function finished({ writer, robots }: RunLoad, counts: Counts): Promise<Counts> {
  await writer.finish();
  const unknownQueues = [...robots.unknown]
    .map(([queue, rows]) => ({ queue, rows }))
    .sort((a, b) => b.rows - a.rows || (a.queue < b.queue ? -1 : 1));
  const { kept, duplicate } = writer;
  return { ...counts, kept, duplicate, unknownQueues, brief: await writer.brief() };
}
