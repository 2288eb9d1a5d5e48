import { optional } from '../column.ts';
import { code, firstDay, kroner, number, text } from '../columns.ts';
import { table } from '../table.ts';

export const rates = table({
  name: 'rates',
  danish: ['satser', 'timepriser'],
  about: 'What an hour costs and how many hours a full-time employee works, from a day on.',
  columns: {
    rate: code(['sats', 'satskode'], 'the rate’s code'),
    valid_from: firstDay(['gælder fra', 'gyldig fra']),
    hourly_kr: kroner(['timepris', 'timepris kr', 'kr pr time'], 0),
    hours_per_fte: number(
      ['timer pr årsværk', 'effektive timer pr årsværk'],
      'a number of hours above 0',
      Number.MIN_VALUE,
    ),
    source: optional(text(['kilde'], 'where the rate comes from')),
  },
  key: ['rate', 'valid_from'],
  target: 'rate',
  targetKey: ['rate', 'valid_from'],
  record: ({ hourly_kr, ...values }) => ({ ...values, hourly_oere: hourly_kr }),
});
