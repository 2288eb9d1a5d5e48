import { Fault } from '../../../refusal.ts';
import { parseDay } from '../../canonical/parse/day.ts';
import { parseInstant } from '../../canonical/parse/instant.ts';
import type { SampleColumn } from './sample.ts';

const DAY = /^(\d{4}|\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{1,2})(?=$|[ T])/;
const CLOCK = /^\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?$/;
/** As Danish programs write it, `08.16`: with two digits, so that few decimal numbers look like it. */
const DOTTED = /^(?:kl\.? ?)?(?:[01]\d|2[0-3])\.[0-5]\d(?:\.[0-5]\d)?$/i;
/** A time of day behind a day. */
const BEHIND_DAY = /[ T](?:kl\.? ?)?\d{1,2}[.:]\d\d/i;
/** Who writes AM and PM writes the month first. */
const HALF_DAY = /\d ?[AP]\.?M\.?$/i;
const SHEET_TIME = /^(?:1899-12-3[01]|1900-01-0[01])T\d\d:\d\d/;
const ENOUGH = 0.9;
/** A mistyped clock or two among few does not make it another column. */
const ENOUGH_CLOCKS = 0.8;

/** Whether a column holds moments, days or times of day, as nearly all of its cells do; null for anything else. */
export function timeKind({ filled }: SampleColumn): 'moment' | 'day' | 'time' | null {
  if (filled.length === 0) return null;
  const share = (is: (cell: string) => boolean) => filled.filter(is).length / filled.length;
  if (share((cell) => CLOCK.test(cell) || DOTTED.test(cell) || SHEET_TIME.test(cell)) >= ENOUGH_CLOCKS)
    return 'time';
  if (share(isDay) < ENOUGH) return null;
  return share((cell) => BEHIND_DAY.test(cell) || /T\d\d/.test(cell)) >= ENOUGH / 2 ? 'moment' : 'day';
}

/** Versions such as 1.2.3 and 10.0.17 look like days too: a year has two digits or four, and no part is 0. */
function isDay(cell: string): boolean {
  const parts = DAY.exec(cell);
  if (!parts) return !(parseDay(cell, false) instanceof Fault);
  const [, first = '', , second = '', last = ''] = parts;
  const numbers = [first, second, last].map(Number);
  return (first.length === 4 || last.length > 1) && numbers.every((n) => n > 0) && Number(second) <= 31;
}

/** In which order the days and months of some columns stand. */
export interface DayOrder {
  /** The format to write in the mapping; null when days are read as they are. */
  dates: string | null;
  /** Whether nothing in the sample tells days from months. */
  undecided: boolean;
  /** Whether the cells do not agree. */
  mixed: boolean;
}

/**
 * The order of day and month in columns of days and moments: a number above 12 tells which is the day. Where none
 * does, AM or PM tells that the month is first, and else the order is the Danish one.
 */
export function dayOrder(columns: readonly SampleColumn[]): DayOrder {
  let dayFirst = false;
  let monthFirst = false;
  let shape: RegExpExecArray | null = null;
  let read = true;
  for (const { filled } of columns) {
    for (const cell of filled) {
      const found = DAY.exec(cell);
      if (!found) continue;
      const [, first = '', sign = '', second = ''] = found;
      if (first.length === 4) {
        if (sign !== '-') shape ??= found;
        read &&= isRead(cell);
        continue;
      }
      shape ??= found;
      dayFirst ||= Number(first) > 12;
      monthFirst ||= Number(second) > 12 || (sign === '/' && HALF_DAY.test(cell));
      read &&= isRead(cell);
    }
  }
  const mixed = dayFirst && monthFirst;
  const american = monthFirst && !dayFirst;
  const undecided = shape !== null && (shape[1] ?? '').length < 4 && !dayFirst && !monthFirst;
  return { dates: shape && (american || !read) ? formatOf(shape, american) : null, undecided, mixed };
}

/** Whether a cell is read without being told how. */
function isRead(cell: string): boolean {
  return !(parseDay(cell, false) instanceof Fault) || !Number.isNaN(parseInstant(cell));
}

function formatOf([, first = '', sign = '-', , last = '']: RegExpExecArray, american: boolean): string {
  if (first.length === 4) return ['yyyy', 'M', 'd'].join(sign);
  const year = last.length === 2 ? 'yy' : 'yyyy';
  return [...(american ? ['M', 'd'] : ['d', 'M']), year].join(sign);
}
