import { dayNumber, dayText, monthOfDay } from './calendar.ts';
import type { Measurement } from './measured.ts';

/** Calendar months, 1–12, in order. */
export interface Season {
  before: number[];
  after: number[];
}

type Dated = Pick<Measurement, 'phase' | 'from' | 'to' | 'per'>;
const YEAR = 12;

/**
 * The calendar months that two measurements of `rows` are for, as of `today`, where busy and quiet months may explain some
 * of the difference; null where they are the same months, or either has a whole year.
 */
export function seasonOf(before: Dated, after: Dated, rows: readonly Dated[], today: string): Season | null {
  const season = { before: monthsOf(before, rows, today), after: monthsOf(after, rows, today) };
  if (season.before.length === YEAR || season.after.length === YEAR) return null;
  return season.before.join() === season.after.join() ? null : season;
}

/**
 * The calendar months, 1–12, that a measurement is for. A value a year is for all of them; a level without a last day, such
 * as a survey, holds until the next, but was measured when it began.
 */
function monthsOf(row: Dated, rows: readonly Dated[], today: string): number[] {
  const first = monthOfDay(dayNumber(row.from));
  const last = monthOfDay(dayNumber(row.to ?? (row.per === null ? row.from : heldThrough(row, rows, today))));
  const count = row.per === 'year' ? YEAR : Math.min(YEAR, last - first + 1);
  const months = Array.from({ length: count }, (_, i) => ((first + i) % YEAR) + 1);
  return months.sort((a, b) => a - b);
}

/**
 * The day through which a flow without a last day runs: that before the next of its phase, and a baseline at most
 * that before the first value after the change; no later than today.
 */
function heldThrough({ phase, from }: Dated, rows: readonly Dated[], today: string): string {
  const ends = (row: Dated) => row.phase === phase || (phase === 'before' && row.phase === 'after');
  const next = rows.filter((row) => ends(row) && row.from > from).map((row) => dayNumber(row.from) - 1);
  return dayText(Math.max(dayNumber(from), Math.min(dayNumber(today), ...next)));
}
