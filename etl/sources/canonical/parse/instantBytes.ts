import type { Zone } from '../../../time/zone.ts';

const [DASH, COLON, POINT, PLUS, SPACE, T, Z, ZERO] = [...'-:.+ TZ0'].map((c) => c.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST = 1970_01_01;
const LAST = 2100_12_31;

/** What `InstantBytes` gives for bytes that `parseInstant` has to look at. */
export const OTHER = Number.POSITIVE_INFINITY;

/**
 * `parseInstant` for the way nearly every log writes its times, `2026-03-31T08:15:00` with or without parts of a second
 * and offset, straight from the bytes of the file.
 */
export class InstantBytes {
  /** Days from 1970-01-01, by their digits; 0 until they are seen: a log has few, in any order. */
  readonly #days = new Int32Array(LAST - FIRST + 1);
  /** The day seen last, as digits and as epoch seconds. */
  #date = -1;
  #midnight = 0;

  /** @param zone what times without an offset are in */
  constructor(private readonly zone: Zone) {}

  /** Epoch seconds; `OTHER` for what is written in another way. */
  parse(bytes: Uint8Array, from: number, to: number, notBefore: number): number {
    if (to - from < 19 || bytes[from + 4] !== DASH || bytes[from + 7] !== DASH) return OTHER;
    const gap = bytes[from + 10];
    if ((gap !== T && gap !== SPACE) || bytes[from + 13] !== COLON || bytes[from + 16] !== COLON)
      return OTHER;
    const year = two(bytes, from) * 100 + two(bytes, from + 2);
    const date = (year * 100 + two(bytes, from + 5)) * 100 + two(bytes, from + 8);
    const hour = two(bytes, from + 11);
    const minute = two(bytes, from + 14);
    const second = two(bytes, from + 17);
    if (!(hour < 24 && minute < 60 && second < 60)) return OTHER;
    if (date !== this.#date && !this.#turnTo(date)) return OTHER;
    const local = this.#midnight + hour * 3600 + minute * 60 + second;
    let at = from + 19;
    if (bytes[at] === POINT && at < to) {
      const fraction = ++at;
      while (at < to && isDigit(bytes[at] ?? 0)) at++;
      if (at === fraction) return OTHER;
    }
    if (at === to) return this.zone.instant(local, notBefore);
    if (bytes[at] === Z && at + 1 === to) return local;
    const sign = bytes[at] === PLUS ? 1 : bytes[at] === DASH ? -1 : 0;
    if (sign === 0 || at + 6 !== to || bytes[at + 3] !== COLON) return OTHER;
    const offset = two(bytes, at + 1) * 3600 + two(bytes, at + 4) * 60;
    return offset <= 14 * 3600 && two(bytes, at + 4) < 60 ? local - sign * offset : OTHER;
  }

  /** Makes a day the one seen last. False for what is no day. */
  #turnTo(date: number): boolean {
    if (!(date >= FIRST && date <= LAST)) return false;
    const day = this.#days[date - FIRST] || dayOf(date);
    if (day === null) return false;
    this.#days[date - FIRST] = day;
    this.#date = date;
    this.#midnight = day * 86_400;
    return true;
  }
}

/** Days from 1970-01-01; null for a day that does not exist. */
function dayOf(date: number): number | null {
  const year = Math.floor(date / 10_000);
  const month = Math.floor(date / 100) % 100;
  const day = date % 100;
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 1 : 0;
  const exists = day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0) + leap;
  return exists ? Date.UTC(year, month - 1, day) / 86_400_000 : null;
}

/** The number of two digits, NaN for anything else. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO;
  const ones = (bytes[at + 1] ?? 0) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}
