import { daysInOrder, missing } from '../checks.ts';
import { BASIS_NAMES, CATEGORY_NAMES, COST_PER_NAMES } from '../codeNames.ts';
import { optional } from '../column.ts';
import { choice, firstDay, kroner, lastDay, reference, text, yesNo } from '../columns.ts';
import { type ReadRow, table } from '../table.ts';

const KEY = ['project', 'from', 'to', 'per', 'category', 'internal', 'payer', 'note'] as const;

export const costs = table({
  name: 'costs',
  danish: ['omkostninger', 'udgifter'],
  about:
    'What a project costs, once, a month, a year or for a whole period. Rows that are equal but for amount and basis are several costs when they stand in one file, and a correction when they come in a later one.',
  columns: {
    project: reference(['projekt', 'projektkode'], 'project'),
    from: firstDay(['fra', 'fra dato', 'dato']),
    to: optional(lastDay(['til', 'til dato'])),
    per: choice(['pr', 'periode', 'hyppighed'], COST_PER_NAMES),
    amount_kr: kroner(['beløb', 'beløb kr', 'kr']),
    category: choice(['kategori', 'udgiftstype', 'art'], CATEGORY_NAMES),
    basis: choice(['grundlag'], BASIS_NAMES),
    internal: optional(yesNo(['intern', 'internt'])),
    payer: optional(text(['betaler', 'betales af', 'finansiering'], 'who pays', 100)),
    note: optional(text(['note', 'bemærkning', 'kommentar'], 'text', 400)),
  },
  key: KEY,
  repeats: true,
  check({ from, to, per }) {
    if (per === 'period' && to === null) return missing('to', 'the last day of the period');
    return daysInOrder(from, to);
  },
  target: 'cost',
  targetKey: ['project', 'from_day', 'to_day', 'per', 'category', 'internal', 'payer', 'note', 'occurrence'],
  record: ({ from, to, amount_kr, internal, payer, note, ...values }, _known, occurrence) => ({
    ...values,
    from_day: from,
    to_day: to ?? '',
    amount_oere: amount_kr,
    internal: internal ?? -1,
    payer: payer ?? '',
    note: note ?? '',
    occurrence,
  }),
  arrange: (rows) => ({ rows: numbered(rows), refused: [] }),
});

/** Numbers the rows of one key by amount and basis, so that the order of a file's rows does not matter. */
function numbered(rows: ReadRow[]): ReadRow[] {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(KEY.map((column) => row.values[column]));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((group) =>
    group
      .toSorted(
        (a, b) =>
          Number(a.values.amount_kr) - Number(b.values.amount_kr) ||
          `${a.values.basis}`.localeCompare(`${b.values.basis}`),
      )
      .map((row, occurrence) => ({ ...row, occurrence })),
  );
}
