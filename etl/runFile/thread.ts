import { parentPort, workerData } from 'node:worker_threads';
import { GevinstError } from '../../server/errors.ts';
import { ReasonTexts } from '../write/runs/reasonTexts.ts';
import { copyInOrder, RunBatch, type RunColumns } from '../write/runs/runBatch.ts';
import { SipHash } from '../write/runs/sipHash.ts';
import { sortRuns } from '../write/runs/sortRuns.ts';
import type { Report, Task } from './messages.ts';
import { RunFileReader } from './readRunFile.ts';

/** So many batches are handed over and come back. */
const BATCHES = 2;

/** The thread that reads a file of runs while the main one writes what it has read. */
async function readAhead({ file, robots, hashKey, capacity }: Task): Promise<void> {
  const unknown = new Map<string, number>();
  const find = (name: string) => {
    const known = robots.get(name) ?? robots.get(name.trim());
    if (known === undefined) unknown.set(name.trim(), (unknown.get(name.trim()) ?? 0) + 1);
    return known ?? 0;
  };
  const reasons = new ReasonTexts();
  const lookups = { robots: { find }, reasons, hash: new SipHash(hashKey) };
  const reader = new RunFileReader(file, lookups, {
    refuse: (line, misread) => tell({ what: 'refused', line, misread }),
    onBytes: (bytes) => tell({ what: 'bytes', bytes }),
  });
  const free = returnedColumns(capacity);
  const batch = RunBatch.of(capacity);
  for (let more = true; more; ) {
    batch.clear();
    more = reader.next(batch);
    const columns = await free();
    copyInOrder(batch.columns, sortRuns(batch.columns, batch.size), columns);
    const message: Report = { what: 'batch', columns, size: batch.size, reasons: reasons.takeFresh() };
    const buffers = Object.values(columns).map(({ buffer }) => buffer as ArrayBuffer);
    parentPort?.postMessage(message, buffers);
  }
  tell({ what: 'end', totals: { read: reader.read, masked: reasons.masked, unknown } });
}

/** Empty columns: so many new ones, and then those that come back. */
function returnedColumns(capacity: number): () => Promise<RunColumns> {
  const free = Array.from({ length: BATCHES }, () => RunBatch.of(capacity).columns);
  let waiting: ((columns: RunColumns) => void) | null = null;
  parentPort?.on('message', (columns: RunColumns) => {
    if (waiting) waiting(columns);
    else free.push(columns);
    waiting = null;
  });
  return () => {
    const columns = free.pop();
    if (columns) return Promise.resolve(columns);
    return new Promise((resolve) => {
      waiting = resolve;
    });
  };
}

function tell(report: Report): void {
  parentPort?.postMessage(report);
}

try {
  await readAhead(workerData as Task);
} catch (error) {
  const code = error instanceof GevinstError ? error.code : null;
  tell({ what: 'failed', message: (error as Error).message, code });
}
parentPort?.close();
