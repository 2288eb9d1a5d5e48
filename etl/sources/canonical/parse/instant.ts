import { COPENHAGEN, type Zone } from '../../../time/zone.ts';

const [DASH, POINT, SLASH, COLON, SPACE, T] = ['-', '.', '/', ':', ' ', 'T'].map((c) => c.charCodeAt(0));
const OFFSET = /^ ?(?:(Z)|([+-])(\d\d):?(\d\d)?)$/i;
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What `parseInstant` gives for text that is no instant. */
const NO_INSTANT = Number.NaN;
export const INSTANT_EXPECTED =
  'a time of day such as 2026-03-31T08:15:00, 2026-03-31 08:15 or 31-03-2026 08:15, with or without offset';

/** `2-3-2026 8.05`, `02-03-2026 kl. 08.05`: as Danish programs write it for people. */
const FOR_PEOPLE = /^(\d{1,2})([-.])(\d{1,2})\2(\d{4}),? (?:kl\.? ?)?(\d{1,2})([:.])(\d\d)(?:\6(\d\d))?$/i;

/** `13/02/2026 8:16`; one digit of a day or month beside a slash is how Americans write it, with the month first. */
const SLASHED = /^(\d\d)(\/)(\d\d)\2(\d{4}),? (?:kl\.? ?)?(\d{1,2})([:.])(\d\d)(?:\6(\d\d))?$/i;

/** A moment as Excel counts it, days and the part of one: pasted values lose their format. 25569 is 1970-01-01. */
const SERIAL = /^\d{5}[.,]\d+$/;
const EXCEL_DAY_0 = 25_569;

/**
 * Epoch seconds of an instant; parts of a second are cut off. Without an offset it is local to the zone: of the hour
 * that comes twice in October it is the first, unless that is before `notBefore`; the hour that is skipped in March
 * is taken with the offset before it. The usual ways are read without regular expressions, because every run has two.
 */
export function parseInstant(
  text: string,
  notBefore = Number.NEGATIVE_INFINITY,
  zone: Zone = COPENHAGEN,
): number {
  const seconds = instant(text, notBefore, zone);
  if (!Number.isNaN(seconds)) return seconds;
  if (SERIAL.test(text)) {
    const local = Math.round((Number(text.replace(',', '.')) - EXCEL_DAY_0) * 86_400);
    return local < 0 ? NO_INSTANT : zone.instant(local, notBefore);
  }
  const found = FOR_PEOPLE.exec(text) ?? SLASHED.exec(text);
  if (!found) return NO_INSTANT;
  const [, day = '', , month = '', year, hour = '', , minute, second = '00'] = found;
  const two = (digits: string) => digits.padStart(2, '0');
  return instant(`${year}-${two(month)}-${two(day)} ${two(hour)}:${minute}:${second}`, notBefore, zone);
}

function instant(text: string, notBefore: number, zone: Zone): number {
  let year: number;
  let month: number;
  let day: number;
  let at: number;
  const third = text.charCodeAt(2);
  if (text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH) {
    year = two(text, 0) * 100 + two(text, 2);
    month = two(text, 5);
    day = two(text, 8);
    at = 10;
  } else if ((third === DASH || third === POINT || third === SLASH) && text.charCodeAt(5) === third) {
    day = two(text, 0);
    month = two(text, 3);
    year = two(text, 6) * 100 + two(text, 8);
    at = 10;
  } else return NO_INSTANT;
  const gap = text.charCodeAt(at);
  if (gap !== SPACE && gap !== T) return NO_INSTANT;
  const hour = two(text, at + 1);
  const minute = two(text, at + 4);
  if (text.charCodeAt(at + 3) !== COLON) return NO_INSTANT;
  at += 6;
  let second = 0;
  if (text.charCodeAt(at) === COLON) {
    second = two(text, at + 1);
    at += 3;
    if (text.charCodeAt(at) === POINT || text[at] === ',') {
      const fraction = at + 1;
      for (at = fraction; isDigit(text.charCodeAt(at)); ) at++;
      if (at === fraction) return NO_INSTANT;
    }
  }
  if (
    !(year >= 1970 && year <= 2100 && month >= 1 && month <= 12 && hour < 24 && minute < 60 && second < 60)
  ) {
    return NO_INSTANT;
  }
  if (!(day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0))) return NO_INSTANT;
  if (month === 2 && day === 29 && !isLeap(year)) return NO_INSTANT;
  const local = daysTo(year, month) * 86_400 + day * 86_400 + hour * 3600 + minute * 60 + second;
  if (at === text.length) return zone.instant(local, notBefore);
  const offset = OFFSET.exec(text.slice(at));
  if (!offset) return NO_INSTANT;
  const hours = Number(offset[3] ?? 0);
  const minutes = Number(offset[4] ?? 0);
  if (hours > 18 || minutes > 59) return NO_INSTANT;
  return local - (offset[2] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/** The number of two digits, NaN for anything else. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const known = new Map<number, number>();

/** Days from 1970-01-01 to the day before a month's first. */
function daysTo(year: number, month: number): number {
  const key = year * 12 + month;
  let days = known.get(key);
  if (days === undefined) {
    days = Date.UTC(year, month - 1, 1) / 86_400_000 - 1;
    known.set(key, days);
  }
  return days;
}
