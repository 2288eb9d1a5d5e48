import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { GevinstError } from '../../server/errors.ts';
import type { Lookups } from '../sources/canonical/runReader.ts';
import { RunBatch } from '../write/runs/runBatch.ts';
import { buffersOf, type Report, type Task, type Totals } from './messages.ts';
import { type RunFile, RunFileReader, type RunFileReading } from './readRunFile.ts';

/** A batch of runs. */
interface Filled {
  batch: RunBatch;
  /** Whether they are in the order of their key. */
  isSorted: boolean;
  /** Of the file that they take up. */
  bytes: number;
}

/** Under so many bytes the file is read sooner than a thread is started. */
const WORTH_A_THREAD = 32 << 20;
const THREAD = fileURLToPath(new URL('./runThread.js', import.meta.url));

/** Whether a file of so many bytes is read by a thread of its own; the built program has one. */
export function readsAhead(bytes: number): boolean {
  return bytes >= WORTH_A_THREAD && existsSync(THREAD);
}

/** Reads a file of runs here, a batch at a time. */
export async function* readHere(
  file: RunFile,
  lookups: Lookups,
  capacity: number,
  reading: RunFileReading,
): AsyncGenerator<Filled, Totals> {
  const reader = new RunFileReader(file, lookups, reading);
  const batch = RunBatch.of(capacity);
  let before = 0;
  for (let more = true; more; ) {
    batch.clear();
    more = reader.next(batch);
    batch.reasons = lookups.reasons.takeFresh();
    yield { batch, isSorted: false, bytes: reader.done - before };
    before = reader.done;
  }
  return {
    read: reader.read,
    masked: lookups.reasons.masked,
    unknown: new Map(),
    hasLocalTimes: lookups.zone.isUsed,
  };
}

/** Reads a file of runs in threads of its own, which are some batches ahead of the one that is being written. */
export async function* readAhead(task: Task, reading: RunFileReading): AsyncGenerator<Filled, Totals> {
  const worker = new Worker(THREAD, { workerData: task });
  const reports = reportsOf(worker);
  try {
    for await (const report of reports) {
      if (report.what === 'bytes') reading.onBytes(report.bytes);
      else if (report.what === 'refused') reading.refuse(report.line, report.misread);
      else if (report.what === 'batch') {
        const batch = RunBatch.from(report.columns, report.size, report.reasons);
        yield { batch, isSorted: true, bytes: report.bytes };
        worker.postMessage(report.columns, buffersOf(report));
      } else if (report.what === 'end') return report.totals;
      else throw failure(report);
    }
    throw new Error('The thread that reads the file ended before the file did.');
  } finally {
    await worker.terminate();
  }
}

function failure({ message, code, details }: Report & { what: 'failed' }): Error {
  return code === null ? new Error(message) : new GevinstError(code, message, details);
}

async function* reportsOf(worker: Worker): AsyncGenerator<Report> {
  const waiting: Report[] = [];
  let wake = () => {};
  let ended: Error | null | undefined;
  worker.on('message', (report: Report) => {
    waiting.push(report);
    wake();
  });
  worker.on('error', (error) => {
    ended = error;
    wake();
  });
  worker.on('exit', () => {
    ended ??= null;
    wake();
  });
  for (;;) {
    const report = waiting.shift();
    if (report) yield report;
    else if (ended) throw ended;
    else if (ended === null) return;
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}
