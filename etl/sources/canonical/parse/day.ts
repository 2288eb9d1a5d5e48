import { dayNumber, dayText } from '../../../../server/domain/calendar.ts';
import { Fault } from '../../../refusal.ts';

/** Also as programs write a day that they keep as its midnight: `2026-03-31T00:00:00.000Z`. */
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?(?: ?(?:Z|\+0[0-2]:?00|\+0[0-2]))?)?$/;
const DANISH = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?: 00[:.]00(?:[:.]00)?)?$/;
/** `1/2-2026` and `1/2 2026`, as days are written by hand. */
const HANDWRITTEN = /^(\d{1,2})\/(\d{1,2})[- ](\d{4})$/;
/** `1. februar 2026`, `1. feb. 2026` and `februar 2026`. */
const IN_WORDS = /^(?:(\d{1,2})\. ?)?([a-zæøå]+)\.? (\d{4})$/i;
const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september'].concat([
  'oktober',
  'november',
  'december',
]);
const MONTH = /^(\d{4})-(\d\d)$/;
const WEEK = /^(\d{4})-?w(\d\d)$|^uge (\d{1,2}),? (\d{4})$/i;
const QUARTER = /^(?<year>\d{4})[- ]?[kq](?<quarter>[1-4])$/i;
/** `K1 2026`, `1. kvartal 2026` */
const QUARTER_OF = /^(?:[kq](?<quarter>[1-4])|(?<nth>[1-4])\. ?kvartal),? (?<year>\d{4})$/i;
/** A day as Excel counts them; 25569 is 1970-01-01. */
const SERIAL = /^\d{5}$/;
const EXCEL_DAY_0 = 25_569;
const EXPECTED = 'a day (2026-03-31, 31-03-2026), month (2026-03), week (2026-W03) or quarter (2026K1)';
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

/** The first and the last day of a period, `YYYY-MM-DD`. */
type Period = readonly [string, string];

/**
 * The day that a cell names. A month, week or quarter stands for its first day, or its last when `end` is set.
 * Only years from 1970 to 2100 are taken.
 */
export function parseDay(cell: string, end: boolean): string | Fault {
  const period = periodOf(cell.trim());
  if (period === null) return new Fault('not-a-day', EXPECTED);
  const day = period[end ? 1 : 0];
  const year = Number(day.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return new Fault('out-of-range', `a day from ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  return day;
}

function periodOf(text: string): Period | null {
  const iso = ISO.exec(text);
  if (iso) return oneDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const danish = DANISH.exec(text);
  if (danish) return oneDay(Number(danish[4]), Number(danish[3]), Number(danish[1]));
  const handwritten = HANDWRITTEN.exec(text);
  if (handwritten) return oneDay(Number(handwritten[3]), Number(handwritten[2]), Number(handwritten[1]));
  const month = MONTH.exec(text);
  if (month) return months(Number(month[1]), Number(month[2]), 1);
  const { year, quarter, nth } = (QUARTER.exec(text) ?? QUARTER_OF.exec(text))?.groups ?? {};
  if (year) return months(Number(year), Number(quarter ?? nth) * 3 - 2, 3);
  if (SERIAL.test(text)) {
    const day = dayText(Number(text) - EXCEL_DAY_0);
    return [day, day];
  }
  const week = WEEK.exec(text);
  if (week) return isoWeek(Number(week[1] ?? week[4]), Number(week[2] ?? week[3]));
  return inWords(text);
}

function inWords(text: string): Period | null {
  const [, day, word = '', year] = IN_WORDS.exec(text) ?? [];
  const month =
    MONTHS.findIndex((name) => name === word.toLowerCase() || name.slice(0, 3) === word.toLowerCase()) + 1;
  if (month === 0) return null;
  return day === undefined ? months(Number(year), month, 1) : oneDay(Number(year), month, Number(day));
}

function oneDay(year: number, month: number, day: number): Period | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year;
  if (!exists) return null;
  const text = date.toISOString().slice(0, 10);
  return [text, text];
}

function months(year: number, month: number, count: number): Period | null {
  const first = oneDay(year, month, 1);
  if (!first) return null;
  return [first[0], new Date(Date.UTC(year, month - 1 + count, 0)).toISOString().slice(0, 10)];
}

/** Week 1 is the week of 4 January, so its Monday can fall in the year before. */
function isoWeek(year: number, week: number): Period | null {
  const firstMonday = mondayOf(dayNumber(`${year}-01-04`));
  const monday = firstMonday + (week - 1) * 7;
  const weeks = (mondayOf(dayNumber(`${year + 1}-01-04`)) - firstMonday) / 7;
  if (week < 1 || week > weeks) return null;
  return [dayText(monday), dayText(monday + 6)];
}

/** Day 0, 1 January 1970, was a Thursday. */
function mondayOf(day: number): number {
  return day - ((day + 3) % 7);
}
