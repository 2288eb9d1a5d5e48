import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../../etl/refusal.ts';
import { parseDay } from '../../../etl/sources/canonical/parse/day.ts';

describe('a cell stands for its first day, and as an end for its last', () => {
  test.each([
    ['2026-03-31', '2026-03-31', '2026-03-31'],
    ['31-03-2026', '2026-03-31', '2026-03-31'],
    ['31.03.2026', '2026-03-31', '2026-03-31'],
    ['31/03/2026', '2026-03-31', '2026-03-31'],
    ['3.1.2026', '2026-01-03', '2026-01-03'],
    ['1/2-2026', '2026-02-01', '2026-02-01'],
    ['31/12 2026', '2026-12-31', '2026-12-31'],
    ['1. februar 2026', '2026-02-01', '2026-02-01'],
    ['1. dec. 2026', '2026-12-01', '2026-12-01'],
    ['Februar 2026', '2026-02-01', '2026-02-28'],
    ['31-03-2026 00:00', '2026-03-31', '2026-03-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2026K1', '2026-01-01', '2026-03-31'],
    ['2026Q4', '2026-10-01', '2026-12-31'],
    ['K2 2026', '2026-04-01', '2026-06-30'],
    ['3. kvartal 2026', '2026-07-01', '2026-09-30'],
    ['2026-W03', '2026-01-12', '2026-01-18'],
    ['uge 3, 2026', '2026-01-12', '2026-01-18'],
    ['Uge 1, 2026', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2026-03-31T00:00:00', '2026-03-31', '2026-03-31'],
    ['2026-03-31T00:00:00.000', '2026-03-31', '2026-03-31'],
    ['2026-03-31T00:00:00.000Z', '2026-03-31', '2026-03-31'],
    ['2026-03-31 00:00:00+02:00', '2026-03-31', '2026-03-31'],
    ['46112', '2026-03-31', '2026-03-31'],
    ['25569', '1970-01-01', '1970-01-01'],
  ])('%s → %s to %s', (text, first, last) => {
    expect(parseDay(text, false)).toBe(first);
    expect(parseDay(text, true)).toBe(last);
  });
});

describe('what is no day is refused', () => {
  test.each([
    '2026-02-30',
    '29-02-2026',
    '2025-W53',
    '2026-W00',
    '2026-13',
    '2026-00',
    '2026',
    '31-03-26',
    '31-03/2026',
    '03-31-2026',
    '2026-3-31',
    'i går',
    'feb-26',
    '30. februar 2026',
    '31-03-2026 08:15',
    '2026-03-30T22:00:00.000Z',
    '2026-03-31T00:00:00.500',
    '2026-03-31T00:00:00-05:00',
    '2026K5',
    '5. kvartal 2026',
  ])('%s', (text) => {
    const day = parseDay(text, false);
    expect(day instanceof Fault && day.code).toBe('not-a-day');
  });

  test.each(['1969-12-31', '2101-01-01', '1026-03-31', '9999-12'])('%s: years are 1970 to 2100', (text) => {
    const day = parseDay(text, false);
    expect(day instanceof Fault && day.code).toBe('out-of-range');
  });
});

test('every week from 1970 to 2100 starts and ends as the ISO calendar says', () => {
  const day = fc.integer({ min: 7, max: 47_000 });
  fc.assert(
    fc.property(day, (days) => {
      const date = Temporal.PlainDate.from('1970-01-01').add({ days });
      const week = `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
      const monday = date.subtract({ days: date.dayOfWeek - 1 });
      expect(parseDay(week, false)).toBe(monday.toString());
      expect(parseDay(week, true)).toBe(monday.add({ days: 6 }).toString());
    }),
  );
});
