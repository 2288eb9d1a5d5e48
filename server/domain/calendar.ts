/**
 * Days and months as integers, so that arithmetic on them is exact and cheap: a day counts from 1970-01-01,
 * a month is year × 12 + (month − 1). Outside the domain they are text, `YYYY-MM-DD` and `YYYY-MM`.
 */
const MS_A_DAY = 86_400_000;

/** `'1970-01-02'` → 1 */
export function dayNumber(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_A_DAY;
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
  const date = new Date(day * MS_A_DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function firstDay(month: number): number {
  return Date.UTC(yearOf(month), month % 12, 1) / MS_A_DAY;
}

export function daysIn(month: number): number {
  return firstDay(month + 1) - firstDay(month);
}

/** The last month that is over on `today` (`YYYY-MM-DD`). */
export function lastFullMonth(today: string): number {
  return monthNumber(today) - 1;
}
