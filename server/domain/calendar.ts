/**
 * Days and months as integers, so that arithmetic on them is exact and cheap: a day counts from 1970-01-01,
 * a month is year × 12 + (month − 1). Outside the domain they are text, `YYYY-MM-DD` and `YYYY-MM`.
 */
const MS_A_DAY = 86_400_000;
/** January 1970. */
const EPOCH_MONTH = 1970 * 12;
/** In days: 400 years are 146,097 of them. */
const MEAN_MONTH = 146_097 / 4_800;
/** How many days before 1970-01-01 the first of March of year 0 is. */
const MARCH_OF_YEAR_0 = 719_468;

/** `'1970-01-02'` → 1 */
export function dayNumber(day: string): number {
  return firstDay(monthNumber(day)) + Number(day.slice(8, 10)) - 1;
}

/** 1 → `'1970-01-02'` */
export function dayText(day: number): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10);
}

/** `'2026-03'` (or a day of it) → 24314 */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** 24314 → `'2026-03'` */
export function monthText(month: number): string {
  return `${yearOf(month)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

export function yearOf(month: number): number {
  return Math.floor(month / 12);
}

export function monthOfDay(day: number): number {
  const month = EPOCH_MONTH + Math.floor(day / MEAN_MONTH);
  return day < firstDay(month) ? month - 1 : day < firstDay(month + 1) ? month : month + 1;
}

/** Years are reckoned from March, so that a leap day is the last of its year and the months before it are the same in each. */
export function firstDay(month: number): number {
  const year = Math.floor((month - 2) / 12);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const ofYear = Math.floor((153 * (month - 2 - year * 12) + 2) / 5);
  return year * 365 + leapDays + ofYear - MARCH_OF_YEAR_0;
}

/** The last day of a month: 24314 → `'2026-03-31'` */
export function lastDay(month: number): string {
  return dayText(firstDay(month + 1) - 1);
}

export function daysIn(month: number): number {
  return firstDay(month + 1) - firstDay(month);
}

/** The last month that is over on `today` (`YYYY-MM-DD`). */
export function lastFullMonth(today: string): number {
  return monthNumber(today) - 1;
}
