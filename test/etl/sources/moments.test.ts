import { describe, expect, test } from 'vitest';
import { duration, moment } from '../../../etl/sources/moments.ts';
import { COPENHAGEN, Zone } from '../../../etl/time/zone.ts';

const NEVER = Number.NEGATIVE_INFINITY;
const iso = (text: string, notBefore = NEVER, zone = COPENHAGEN) => {
  const seconds = moment(text, notBefore, zone);
  return Number.isNaN(seconds) ? null : new Date(seconds * 1000).toISOString().slice(0, 19);
};

describe('moments', () => {
  test.each([
    ['2026-02-13 08:00:00.123', '2026-02-13T07:00:00'],
    ['2026-03-02T07:00:00.1234567+01:00', '2026-03-02T06:00:00'],
    ['02-03-2026 08:01', '2026-03-02T07:01:00'],
    ['03/04/2026 08:00:00', '2026-04-03T06:00:00'],
  ])(
    '%s is read as canonical tables read it: a slash and no AM or PM has the day first',
    (text, expected) => {
      expect(iso(text)).toBe(expected);
    },
  );

  test.each([
    ['02/13/2026 08:00:00 AM', '2026-02-13T07:00:00'],
    ['2/3/2026 8:00:00 PM', '2026-02-03T19:00:00'],
    ['2/3/2026, 8:00 pm', '2026-02-03T19:00:00'],
    ['02/13/2026 12:00:00 AM', '2026-02-12T23:00:00'],
    ['02/13/2026 12:30:00 PM', '2026-02-13T11:30:00'],
    ['02/13/2026 08:00:00.5\u202fa.m.', '2026-02-13T07:00:00'],
  ])('%s has the month first, because of AM or PM', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  test.each([
    '13/02/2026 08:00:00 AM',
    '02/13/2026 13:00:00 PM',
    '02/13/2026 00:00:00 AM',
    '2026-03-02',
    'i går',
  ])('%s is none', (text) => {
    expect(iso(text)).toBeNull();
  });

  test('the hour that comes twice is the second one when the first is before the start', () => {
    const started = moment('10/25/2026 02:50:00 AM', NEVER, COPENHAGEN);
    expect(moment('10/25/2026 02:10:00 AM', started, COPENHAGEN) - started).toBe(20 * 60);
    expect(moment('10/25/2026 02:55:00 AM', started, COPENHAGEN) - started).toBe(5 * 60);
  });

  test('no offset is the declared zone', () => {
    expect(iso('02/13/2026 08:00:00 AM', NEVER, new Zone('UTC'))).toBe('2026-02-13T08:00:00');
  });
});

describe('durations', () => {
  test.each([
    ['83', 83],
    ['83.4', 83],
    ['83,6', 84],
    ['0', 0],
    ['00:01:23', 83],
    ['00:01:23.4567', 83],
    ['1.02:00:00', 26 * 3600],
  ])('%s is %d seconds', (text, seconds) => {
    expect(duration(text)).toBe(seconds);
  });

  test.each(['', '-5', '1.234,5', 'et minut', '00:61:00', '0101901234', '123456789'])(
    '%j is none',
    (text) => {
      expect(duration(text)).toBeNaN();
    },
  );
});
