import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { copyInOrder, RunBatch, type RunColumns } from '../write/runs/runBatch.ts';
import { SipHash } from '../write/runs/sipHash.ts';
import { sortRuns } from '../write/runs/sortRuns.ts';
import { Exchange } from './exchange.ts';
import { buffersOf, failureOf, type ReadReport, type Report, type Task } from './messages.ts';

/** So many batches are handed over and come back. */
const BATCHES = 2;
const READER = fileURLToPath(new URL('./readThread.js', import.meta.url));

/** The thread that hashes and orders what another one has read, while the main one writes the batch before. */
function orderAhead(task: Task): Promise<void> {
  const hash = new SipHash(task.hashKey);
  const free = new Exchange(Array.from({ length: BATCHES }, () => RunBatch.of(task.capacity).columns));
  parentPort?.on('message', (columns: RunColumns) => free.giveBack(columns));
  const reader = new Worker(READER, { workerData: task });
  const order = async ({ full, size, bytes, reasons }: ReadReport & { what: 'lines' }) => {
    const { columns, ids } = full;
    hash.hashAll(ids, size, columns.keyHi, columns.keyLo);
    const ordered = await free.take();
    copyInOrder(columns, sortRuns(columns, size), ordered);
    reader.postMessage(full, buffersOf(full));
    tell({ what: 'batch', columns: ordered, size, bytes, reasons }, buffersOf({ columns: ordered }));
  };
  return new Promise((resolve, reject) => {
    let before: Promise<void> = Promise.resolve();
    reader.on('error', reject);
    reader.on('exit', () => before.then(resolve, reject));
    reader.on('message', (report: ReadReport) => {
      if (report.what === 'bytes' || report.what === 'refused') return tell(report);
      // In order, and the end after the last batch.
      before = before.then(() => (report.what === 'lines' ? order(report) : tell(report)));
      before.catch(reject);
    });
  });
}

function tell(report: Report, transferred: ArrayBuffer[] = []): void {
  parentPort?.postMessage(report, transferred);
}

try {
  await orderAhead(workerData as Task);
} catch (error) {
  tell(failureOf(error));
}
parentPort?.close();
