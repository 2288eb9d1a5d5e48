import { dayNumber, daysIn, dayText, firstDay, monthNumber } from './calendar.ts';

/** Months after go-live at which a benefit is followed up, unless others are chosen. */
export const USUAL_MONTHS: readonly number[] = [3, 6, 12];
/** Months that can be chosen. */
export const SCHEDULE_MONTHS: readonly number[] = [1, 3, 6, 12, 18, 24, 36];
/** A follow-up is coming up when it falls due within so many days. */
export const DAYS_AHEAD = 30;
/** The realisation report is due so many months after go-live. */
const REPORT_MONTHS = 12;
/** A follow-up within so many days of a date stands for it. */
const DAYS_NEAR = 14;

/** The same day so many months later, the last of the month where that is shorter: 31 August + 6 → 28 (29) February. */
export function monthsAfter(day: string, months: number): string {
  const month = monthNumber(day) + months;
  return dayText(firstDay(month) + Math.min(Number(day.slice(8, 10)), daysIn(month)) - 1);
}

/**
 * The days on which a benefit is to be followed up so many months after go-live, soonest first. Left out are those that
 * the benefit has a follow-up for: on the day, or within fourteen days of it since it may have been moved.
 */
export function scheduleDue(live: string, months: readonly number[], existing: readonly string[]): string[] {
  const wanted = [...new Set(months)].sort((a, b) => a - b).map((n) => monthsAfter(live, n));
  return wanted.filter(
    (due) => !existing.some((other) => Math.abs(dayNumber(other) - dayNumber(due)) <= DAYS_NEAR),
  );
}

/** When a project's realisation report is due: a year after go-live. */
export function reportDue(live: string): string {
  return monthsAfter(live, REPORT_MONTHS);
}

/** Whether it is a day of the calendar from 1970 to 2100: not `2026-02-30`. */
export function isDay(text: string): boolean {
  if (!/^(19[7-9]\d|20\d\d|2100)-\d\d-\d\d$/.test(text)) return false;
  const number = dayNumber(text);
  return Number.isFinite(number) && dayText(number) === text;
}
