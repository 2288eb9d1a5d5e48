import type { Counts, Loading } from '../../loading.ts';
import { Reasons } from '../../write/runs/reasons.ts';
import { RunWriter } from '../../write/runs/runWriter.ts';
import { SipHash } from '../../write/runs/sipHash.ts';
import { hashKey } from '../../write/state.ts';
import type { Layout } from './header.ts';
import { readKnown } from './known.ts';
import { RunReader } from './runReader.ts';

/** Loads runs. A log has millions: each goes straight from its cells into the writer's arrays. */
export async function loadRuns(loading: Loading, layout: Layout): Promise<Counts> {
  const { trx, rows, refusals } = loading;
  const { robot: robots } = await readKnown(trx, new Set(['robot'] as const));
  const reasons = await Reasons.read(trx);
  const hash = new SipHash(await hashKey(trx));
  const reader = new RunReader(layout, rows.decimal, { robots, reasons, hash }, loading.now);
  const writer = new RunWriter(trx, loading.loadId);
  let read = 0;
  for await (const batch of rows.batches()) {
    read += batch.length;
    for (const row of batch) {
      const misread = reader.read(row, writer.batch);
      if (misread) refusals.add(row.line, misread.column, misread.value, misread.fault);
      else if (writer.isFull) await writer.flush();
    }
  }
  await reasons.write(trx);
  await writer.finish();
  return { read, kept: writer.kept, duplicate: writer.duplicate };
}
