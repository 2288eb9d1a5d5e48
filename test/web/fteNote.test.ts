import { expect, test } from 'vitest';
import { fteMonths } from '../../web/components/fteNote.ts';

/** Months of 2024 from January, with the hours that each freed. */
const months = (...hours: number[]) =>
  hours.map((own, i) => ({ month: `2024-${String(i + 1).padStart(2, '0')}`, hours: own }));

test('FTE are counted from the first month in which hours were freed', () => {
  expect(fteMonths(months(0, 0, 5, 0, 7), '2024-05')).toBe(3);
});

test('FTE are counted in the months that the figures run to, not those expected after', () => {
  expect(fteMonths(months(5, 5, 5, 5), '2024-02')).toBe(2);
});

test('FTE are counted in twelve months at most', () => {
  const year = months(...Array<number>(12).fill(4)).map((m) => ({
    ...m,
    month: m.month.replace('2024', '2023'),
  }));
  expect(fteMonths([...year, ...months(4, 4)], '2024-02')).toBe(12);
});

test('without hours freed, or without data, there are no months to tell of', () => {
  expect([fteMonths(months(0, 0), '2024-02'), fteMonths(months(5), null)]).toEqual([0, 0]);
});
