import type { Record } from './records.ts';

/** Numbers the records that share their line with others, since the line does not tell then which of them is meant. */
export async function* numbered(batches: AsyncIterable<readonly Record[]>): AsyncGenerator<Record[]> {
  let held: Record | null = null;
  let before = 0;
  let count = 0;
  const told = (record: Record, nextLine: number | null): Record => {
    count++;
    const isAlone = record.line !== before && record.line !== nextLine;
    before = record.line;
    return isAlone ? record : { ...record, record: count };
  };
  for await (const batch of batches) {
    const known: Record[] = [];
    for (const next of batch) {
      if (held) known.push(told(held, next.line));
      held = next;
    }
    yield known;
  }
  if (held) yield [told(held, null)];
}
