import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { zoneNamed } from '../../../etl/time/zone.ts';

const FIRST = Date.UTC(1970, 0, 1) / 1000;
const LAST = Date.UTC(2100, 11, 31) / 1000;
/** The hours about the Danish changes of 2024, where a week has two offsets. */
const CHANGES = [Date.UTC(2024, 2, 31), Date.UTC(2024, 9, 27)].map((day) => day / 1000);

const instants = fc.array(
  fc.oneof(
    fc.integer({ min: FIRST, max: LAST }),
    fc.tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -8 * 86_400, max: 8 * 86_400 })).map(sum),
  ),
  { maxLength: 60 },
);

test.each(['Europe/Copenhagen', 'America/Nuuk', 'Atlantic/Faroe', 'UTC'])(
  'the offset of %s is that of the time zone database, whatever was asked before',
  (name) => {
    const zone = zoneNamed(name);
    fc.assert(
      fc.property(instants, (asked) => {
        for (const instant of asked) expect(zone.offset(instant)).toBe(offsetOf(name, instant));
      }),
      { numRuns: 40 },
    );
  },
);

function offsetOf(name: string, instant: number): number {
  const at = Temporal.Instant.fromEpochMilliseconds(instant * 1000);
  return at.toZonedDateTimeISO(name).offsetNanoseconds / 1e9;
}

function sum([a, b]: [number, number]): number {
  return a + b;
}
