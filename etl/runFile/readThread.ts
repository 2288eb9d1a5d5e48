import { parentPort, workerData } from 'node:worker_threads';
import { zoneNamed } from '../time/zone.ts';
import { ReasonTexts } from '../write/runs/reasonTexts.ts';
import { RunBatch } from '../write/runs/runBatch.ts';
import { Exchange } from './exchange.ts';
import { IdBytes, idsOf } from './idBytes.ts';
import { buffersOf, failureOf, type ReadReport, type Task, type Unhashed } from './messages.ts';
import { RunFileReader } from './readRunFile.ts';

/** The first batch is smaller, so that the writer has something to do sooner. */
const FIRST = 1 << 17;

/** The thread that reads a file's lines. What their ids hash to is worked out by the one that started it. */
async function readLines({ file, robots, capacity, zone: zoneName }: Task): Promise<void> {
  const unknown = new Map<string, number>();
  const find = (name: string) => {
    const code = name.trim().normalize('NFC');
    const known = robots.get(code);
    if (known === undefined) unknown.set(code, (unknown.get(code) ?? 0) + 1);
    return known ?? 0;
  };
  const reasons = new ReasonTexts();
  const zone = zoneNamed(zoneName);
  const ids = new IdBytes(idsOf(capacity));
  const reader = new RunFileReader(
    file,
    { robots: { find }, reasons, hash: ids, zone },
    {
      refuse: (line, misread) => tell({ what: 'refused', line, misread }),
      onBytes: (bytes) => tell({ what: 'bytes', bytes }),
    },
  );
  const free = new Exchange<Unhashed>([{ columns: RunBatch.of(capacity).columns, ids: idsOf(capacity) }]);
  parentPort?.on('message', (back: Unhashed) => free.giveBack(back));
  let { columns } = RunBatch.of(capacity);
  let before = 0;
  let most = Math.min(capacity, FIRST);
  for (let more = true; more; ) {
    const batch = RunBatch.from(columns, 0, [], most);
    most = Math.min(capacity, most * 2);
    more = reader.next(batch);
    const next = await free.take();
    const full = { columns, ids: ids.swap(next.ids) };
    columns = next.columns;
    const bytes = reader.done - before;
    before = reader.done;
    tell({ what: 'lines', full, size: batch.size, bytes, reasons: reasons.takeFresh() }, buffersOf(full));
  }
  tell({
    what: 'end',
    totals: { read: reader.read, masked: reasons.masked, unknown, hasLocalTimes: zone.isUsed },
  });
}

function tell(report: ReadReport, transferred: ArrayBuffer[] = []): void {
  parentPort?.postMessage(report, transferred);
}

try {
  await readLines(workerData as Task);
} catch (error) {
  tell(failureOf(error));
}
parentPort?.close();
