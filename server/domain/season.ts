import { dayNumber, monthOfDay } from './calendar.ts';
import type { Measurement } from './measured.ts';

/** Calendar months, 1–12, in order. */
export interface Season {
  before: number[];
  after: number[];
}

type Period = Pick<Measurement, 'from' | 'to' | 'per'>;
const YEAR = 12;

/**
 * The calendar months that two measurements cover, where busy and quiet months may explain some of the difference; null
 * where they cover the same months, or either covers a whole year. One without an end is taken as of its first month.
 */
export function seasonOf(before: Period, after: Period): Season | null {
  const season = { before: monthsCovered(before), after: monthsCovered(after) };
  if (season.before.length === YEAR || season.after.length === YEAR) return null;
  return season.before.join() === season.after.join() ? null : season;
}

/** The calendar months, 1–12, that a measurement covers. A value a year is for all of them. */
function monthsCovered({ from, to, per }: Period): number[] {
  const first = monthOfDay(dayNumber(from));
  const last = to === null ? first : monthOfDay(dayNumber(to));
  const count = per === 'year' ? YEAR : Math.min(YEAR, last - first + 1);
  const months = Array.from({ length: count }, (_, i) => ((first + i) % YEAR) + 1);
  return months.sort((a, b) => a - b);
}
