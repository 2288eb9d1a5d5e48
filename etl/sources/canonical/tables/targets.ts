import { valueInRange } from '../checks.ts';
import { optional } from '../column.ts';
import { lastDay, number, reference } from '../columns.ts';
import { table } from '../table.ts';

export const targets = table({
  name: 'targets',
  danish: ['mål', 'måltal'],
  about:
    'What a measure is to reach, and when; a flow, per what its baseline is per. Several make a stepped target.',
  columns: {
    measure: reference(['måling', 'indikator', 'målepunkt', 'indikatorens kode'], 'measure'),
    due: lastDay(['frist', 'senest', 'forfald']),
    value: number(['værdi', 'måltal', 'mål']),
    low: optional(number(['lav', 'mindst'])),
    high: optional(number(['høj', 'højst'])),
  },
  key: ['measure', 'due'],
  check: valueInRange,
  target: 'target',
  targetKey: ['measure', 'due'],
  record: (values) => values,
});
