import { expect, test } from 'vitest';
import type { Measure, SeriesPoint } from '../../server/contract/measures.ts';
import { dayNumber } from '../../server/domain/calendar.ts';
import { dayTicks, measureSeries } from '../../web/charts/measureSeries.ts';
import { monthsText } from '../../web/components/measuring/words.ts';

const point = (part: Partial<SeriesPoint>) =>
  ({
    phase: 'after',
    from: '2024-01-01',
    to: null,
    per: null,
    value: 1,
    low: null,
    high: null,
    interval: null,
    ...part,
  }) as SeriesPoint;
const measure = (part: Partial<Measure>) =>
  ({ unit: '%', kind: 'level', targets: [], measurements: [], ...part }) as Measure;

test('a flow measured per year and per month is drawn per month: 1,200 a year is 100', () => {
  const { per, points } = measureSeries(
    measure({
      kind: 'flow',
      unit: 'sager',
      measurements: [
        point({ phase: 'before', from: '2023-01-01', to: '2023-12-31', per: 'year', value: 1200, low: 600 }),
        point({ per: 'month', value: 90 }),
      ],
    }),
    null,
  );
  expect(per).toBe('month');
  expect(points.map((p) => [p.value, p.low])).toEqual([
    [100, 50],
    [90, null],
  ]);
});

test('targets are steps from go-live, each to the day that it is due', () => {
  const { targets } = measureSeries(
    measure({
      measurements: [point({ from: '2023-01-01' })],
      targets: [
        { due: '2025-12-31', value: 80, low: null, high: null },
        { due: '2024-12-31', value: 70, low: null, high: null },
      ],
    }),
    '2024-03-01',
  );
  expect(targets.map((s) => [s.start, s.end, s.value])).toEqual([
    [dayNumber('2024-03-01'), dayNumber('2024-12-31'), 70],
    [dayNumber('2024-12-31'), dayNumber('2025-12-31'), 80],
  ]);
});

test('the axis begins at zero, and most of a whole is shown of 100 per cent', () => {
  const axis = (value: number) => measureSeries(measure({ measurements: [point({ value })] }), null).y;
  expect(axis(94)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(axis(9)[0]).toBe(0);
  expect(axis(9).at(-1)).toBe(10);
});

test('a year is ticked by every other month, and ten by years', () => {
  const ticks = (from: string, to: string) =>
    dayTicks(dayNumber(from), dayNumber(to), 6).map((tick) => tick.label);
  expect(ticks('2024-01-01', '2024-12-31')).toEqual(['1/24', '3/24', '5/24', '7/24', '9/24', '11/24']);
  expect(ticks('2015-06-01', '2024-12-31')).toEqual(['2016', '2018', '2020', '2022', '2024']);
});

test('months beside each other are one span, also across the new year', () => {
  expect(monthsText([1, 2, 3], 'da')).toBe('januar–marts');
  expect(monthsText([1, 2, 6, 12], 'da')).toBe('juni og december–februar');
});
