import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DateFormat } from '../../../etl/sources/mapping/dateFormat.ts';
import { COPENHAGEN, Zone } from '../../../etl/time/zone.ts';

const UTC = new Zone('UTC');

function read(format: string, text: string): string | null {
  const seconds = DateFormat.of(format)?.instant(text, Number.NaN, UTC) ?? Number.NaN;
  return Number.isNaN(seconds) ? null : new Date(seconds * 1000).toISOString().slice(0, 19);
}

describe('a format', () => {
  test.each(['dd-MM-yyyy', 'M/d/yyyy h:mm:ss a', 'yyyy.MM.dd HH:mm:ss,SSS', 'd.M.yy H.mm'])(
    '%s is one',
    (format) => {
      expect(DateFormat.of(format)?.format).toBe(format);
    },
  );

  test.each([
    'dd-MM',
    'dd-MM-MM-yyyy',
    'mm/dd/yyyy',
    'dd-MM-yyyy HH',
    'dd-MM-yyyy hh:mm',
    'HH:mm dd-MM-yyyy',
    'DD-MM-YYYY',
    'dd MMM yyyy',
    '',
  ])('“%s” is none', (format) => {
    expect(DateFormat.of(format)).toBe(null);
  });
});

describe('a time of a format', () => {
  test.each([
    ['M/d/yyyy h:mm:ss a', '2/3/2026 12:00:09 AM', '2026-02-03T00:00:09'],
    ['M/d/yyyy h:mm:ss a', '12/31/2026 12:00:00 p.m.', '2026-12-31T12:00:00'],
    ['dd-MM-yyyy HH:mm', '03-02-2026 08:15', '2026-02-03T08:15:00'],
    ['dd-MM-yyyy HH:mm', '03-02-2026T08:15+02:00', '2026-02-03T06:15:00'],
    ['d.M.yy H.mm', '3.2.26 8.15', '2026-02-03T08:15:00'],
    ['yyyy/MM/dd HH:mm:ss.SSS', '2026/02/03 08:15:07.123', '2026-02-03T08:15:07'],
    ['M/d/yyyy', '2/3/2026 8:15 PM', '2026-02-03T20:15:00'],
    ['M/d/yyyy', '2026-02-03T08:15:00Z', '2026-02-03T08:15:00'],
  ])('%s: %s', (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });

  test.each([
    ['M/d/yyyy', '13/2/2026 08:00'],
    ['M/d/yyyy', '2/30/2026 08:00'],
    ['M/d/yyyy', '2-3-2026 08:00'],
    ['M/d/yyyy', '2/3/2026'],
    ['MM/dd/yyyy', '2/3/2026 08:00'],
    ['M/d/yyyy h:mm a', '2/3/2026 13:00 PM'],
    ['M/d/yyyy h:mm a', '2/3/2026 0:30 AM'],
    ['dd-MM-yyyy HH:mm', '03-02-2026 08:15 and more'],
  ])('%s is not %s', (format, text) => {
    expect(read(format, text)).toBe(null);
  });

  test('is the moment that was written, in every order of its parts', () => {
    const orders = [
      ['dd-MM-yyyy HH:mm:ss', ([y, m, d, t]: string[]) => `${d}-${m}-${y} ${t}`],
      ['MM/dd/yyyy HH:mm:ss', ([y, m, d, t]: string[]) => `${m}/${d}/${y} ${t}`],
      ['yyyy.MM.dd HH:mm:ss', ([y, m, d, t]: string[]) => `${y}.${m}.${d} ${t}`],
    ] as const;
    const moment = fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.constantFrom(...orders), (at, [format, write]) => {
        const iso = at.toISOString().slice(0, 19);
        const text = write(iso.split(/[-T]/));
        expect(read(format, text)).toBe(iso);
        expect(DateFormat.of(format)?.day(text)).toBe(iso.slice(0, 10));
      }),
    );
  });

  test('without an offset is local to its zone', () => {
    const format = DateFormat.of('M/d/yyyy');
    expect(format?.instant('7/1/2026 08:00', Number.NaN, COPENHAGEN)).toBe(Date.UTC(2026, 6, 1, 6) / 1000);
  });
});
