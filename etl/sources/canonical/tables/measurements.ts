import { daysInOrder, missing, valueInRange } from '../checks.ts';
import { BASIS_NAMES, PER_NAMES } from '../codeNames.ts';
import { optional } from '../column.ts';
import { choice, count, firstDay, lastDay, number, reference, text } from '../columns.ts';
import { table } from '../table.ts';

export const measurements = table({
  name: 'measurements',
  danish: ['målinger', 'måledata', 'før-måling', 'efter-måling'],
  about:
    'The measured values. A flow has a value per day, week, month, year or for the whole period; with no `to` it runs on until the next measurement of its phase. A level needs no `per`: it holds from its day until the next.',
  columns: {
    measure: reference(['måling', 'indikator', 'målepunkt', 'indikatorens kode'], 'measure'),
    phase: choice(['fase', 'hvornår'], {
      before: ['før', 'baseline', 'førmåling', '0-måling', 'nulpunkt'],
      after: ['efter', 'eftermåling'],
      saved: ['sparet', 'besparelse'],
    }),
    from: firstDay(['fra', 'fra dato']),
    to: optional(lastDay(['til', 'til dato'])),
    per: optional(choice(['pr', 'periode', 'enhed pr'], PER_NAMES)),
    value: number(['værdi', 'tal']),
    low: optional(number(['lav', 'lavt skøn', 'mindst'])),
    high: optional(number(['høj', 'højt skøn', 'højst'])),
    n: optional(count(['antal', 'antal målinger', 'antal svar'], 'how many were counted or asked')),
    basis: optional(choice(['grundlag'], BASIS_NAMES)),
    note: optional(text(['note', 'bemærkning', 'kommentar'])),
  },
  key: ['measure', 'phase', 'from'],
  says: ['from', 'to', 'value', 'low', 'high', 'n'],
  check(values, known) {
    const { from, to, per } = values;
    const flow = known.measure.get(values.measure)?.kind === 'flow';
    if (flow && per === null)
      return missing('per', 'day, week, month, year or period, because the measure is a flow');
    if (flow && per === 'period' && to === null) return missing('to', 'the last day of the period');
    return daysInOrder(from, to) ?? valueInRange(values);
  },
  target: 'measurement',
  targetKey: ['measure', 'phase', 'from_day'],
  record: ({ from, to, per, basis, ...values }, known) => ({
    ...values,
    from_day: from,
    to_day: to,
    per: known.measure.get(values.measure)?.kind === 'flow' ? per : null,
    basis: basis ?? 'actual',
  }),
});
