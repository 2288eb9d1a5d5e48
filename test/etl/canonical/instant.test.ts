import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../etl/sources/canonical/parse/instant.ts';
import { danishDay } from '../../../etl/write/runs/runBatch.ts';

const iso = (seconds: number) =>
  Number.isNaN(seconds) ? 'none' : new Date(seconds * 1000).toISOString().replace('.000', '');

describe('a moment is read', () => {
  test.each([
    ['2026-03-31T08:15:00Z', '2026-03-31T08:15:00Z'],
    ['2026-03-31T08:15:00.9999999+02:00', '2026-03-31T06:15:00Z'],
    ['2026-03-31T08:15+0200', '2026-03-31T06:15:00Z'],
    ['2026-03-31 08:15:00 -05', '2026-03-31T13:15:00Z'],
    ['2026-02-13 08:00:00.123', '2026-02-13T07:00:00Z'],
    ['13-02-2026 08:00', '2026-02-13T07:00:00Z'],
    ['13.02.2026 08:00:30', '2026-02-13T07:00:30Z'],
    ['13/02/2026 08:00:30', '2026-02-13T07:00:30Z'],
    ['13-02-2026 08.00', '2026-02-13T07:00:00Z'],
    ['13.02.2026 kl. 8.00.30', '2026-02-13T07:00:30Z'],
    ['3-2-2026 8:05', '2026-02-03T07:05:00Z'],
    ['13/02/2026 8:16', '2026-02-13T07:16:00Z'],
    ['46082.25', '2026-03-01T05:00:00Z'],
    ['46066,5', '2026-02-13T11:00:00Z'],
    ['46066.3333333333', '2026-02-13T07:00:00Z'],
    ['2026-07-13T08:00:00', '2026-07-13T06:00:00Z'],
    ['2024-02-29 23:59:59', '2024-02-29T22:59:59Z'],
    ['2026-03-29 02:30:00', '2026-03-29T01:30:00Z'],
    ['2026-10-25 02:30:00', '2026-10-25T00:30:00Z'],
  ])('%s → %s', (text, expected) => expect(iso(parseInstant(text))).toBe(expected));

  test('the repeated hour is the second time when the first is before the start', () => {
    const start = parseInstant('2026-10-25 02:50:00');
    expect(iso(parseInstant('2026-10-25 02:10:00', start))).toBe('2026-10-25T01:10:00Z');
    expect(iso(parseInstant('2026-10-25 02:55:00', start))).toBe('2026-10-25T00:55:00Z');
  });
});

describe('what is no moment is refused', () => {
  test.each([
    '2026-03-31',
    '2026-03-31T24:00:00',
    '2026-03-31T08:60',
    '2026-03-31T08:15:60',
    '2026-02-29T08:15',
    '2026-00-01T08:15',
    '2026-13-01T08:15',
    '1969-12-31T08:15',
    '2101-01-01T08:15',
    '2026-03-31T8:15',
    '2026-03-31T08:15:00.',
    '2026-03-31T08:15:00+25:00',
    '2026-03-31T08:15:00 CET',
    '2026-03-31X08:15:00',
    '02/13/2026 08:00:00',
    '2/3/2026 08:05',
    '2/3/2026 8:05',
    '46082',
    '12345.5',
    '13-02-2026 8.5',
    '32-02-2026 8.05',
    '13-02-2026 kl. 24.00',
    '13-02.2026 08:00:00',
    '1774938000',
    '',
  ])('%s', (text) => expect(iso(parseInstant(text))).toBe('none'));
});

test('any Danish time from 1970 to 2100 is the instant that Temporal gives, in any order', () => {
  const local = fc.integer({ min: 86_400, max: 4_133_980_000 });
  const nearChange = fc
    .tuple(
      fc.integer({ min: 1980, max: 2100 }),
      fc.constantFrom(2, 9),
      fc.integer({ min: -7200, max: 14_400 }),
    )
    .map(([year, month, seconds]) => {
      const lastDay = new Date(Date.UTC(year, month + 1, 0));
      const sunday = lastDay.getTime() / 1000 - lastDay.getUTCDay() * 86_400;
      return sunday + seconds;
    });
  fc.assert(
    fc.property(fc.oneof(local, nearChange), (seconds) => {
      const text = new Date(seconds * 1000).toISOString().slice(0, 19);
      const zoned = Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Copenhagen');
      const instant = zoned.epochMilliseconds / 1000;
      expect(parseInstant(text)).toBe(instant);
      const day = Temporal.PlainDate.from('1970-01-01').add({ days: danishDay(instant) });
      expect(day.toString()).toBe(zoned.toPlainDate().toString());
    }),
    { numRuns: 2_000 },
  );
});
