import { holdsCpr } from '../../../../server/privacy.ts';
import { Fault } from '../../../refusal.ts';

/** null where nothing tells how fractions are written: a number is then read only if it can mean one thing. */
export type Decimal = ',' | '.' | null;

/** A number as the digits before and after the decimal sign, so that money is never a fraction in binary. */
interface Decimals {
  negative: boolean;
  whole: string;
  fraction: string;
}

const NO_CPR =
  'a number; this reads as a personal (CPR) number: write an amount as 1.812.132.601 or 1 812 132 601';
const NO_CLOCK = 'a number; this is a time or a duration: write 12 minutes and 30 seconds as the number 12.5';
const UNITS = /^(kr\.?|dkk)?(.*?)(kr\.?|dkk|%|,-)?$/i;
const MINUS_BEHIND = /^(\d[\d., ]*[.,]\d\d) ?-$/;
const SPACES = /[\u00a0\u202f\u2009]/g;
/** Larger figures lose their last digits in a double. */
const MOST_DIGITS = 15;

/**
 * Reads a number the way the file writes them. With a decimal comma points group thousands (`1.234` is 1234), with a
 * decimal point commas do; spaces group in both. What is not well formed is refused: `12.5` beside a decimal comma,
 * and `1,234` beside a decimal point, which can mean either. Where nothing tells, so is `1.234`. Ten digits that start
 * with a date are a personal number, wherever they stand. Ledgers write a minus after the øre: `1.234,50-`.
 */
function parseDecimals(cell: string, declared: Decimal): Decimals | Fault {
  if (holdsCpr(cell)) return new Fault('personal-number', NO_CPR);
  const text = cell.replace(SPACES, ' ').replace('−', '-').trim().replace(MINUS_BEHIND, '-$1');
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const bare = (UNITS.exec(text.slice(sign.length).trim())?.[2] ?? '').trim();
  const lateSign = sign === '' ? (/^[+-]/.exec(bare)?.[0] ?? '') : '';
  const digits = bare.slice(lateSign.length);
  const decimal = declared ?? decimalIn(digits);
  if (/^\d+:\d\d/.test(digits)) return new Fault('not-a-number', NO_CLOCK);
  if (decimal === null) return new Fault('not-a-number', expected(null));
  const [whole = '', fraction = '', ...more] = digits.split(decimal);
  const grouped = ungrouped(whole, decimal === ',' ? '.' : ',', digits.includes(decimal));
  const formed = more.length === 0 && grouped !== null && /^\d*$/.test(fraction) && !digits.endsWith(decimal);
  if (!formed) return new Fault('not-a-number', expected(declared));
  const significant = grouped.replace(/^0+/, '');
  if (significant.length > MOST_DIGITS) return new Fault('out-of-range', 'a number of at most 15 digits');
  return { negative: (sign || lateSign) === '-', whole: significant || '0', fraction };
}

/** The digits without their thousands separators; null when they are not groups of three. */
function ungrouped(whole: string, point: '.' | ',', hasFraction: boolean): string | null {
  if (/^\d+$/.test(whole)) return whole;
  if (/^[1-9]\d{0,2}( \d{3})+$/.test(whole)) return whole.replaceAll(' ', '');
  const groups = whole.split(point);
  if (!/^[1-9]\d{0,2}$/.test(groups[0] ?? '') || groups.length < 2) return null;
  if (!groups.slice(1).every((group) => /^\d{3}$/.test(group))) return null;
  if (point === ',' && groups.length === 2 && !hasFraction) return null;
  return groups.join('');
}

/** The decimal sign that a number of its own shows; null where it can be either. */
function decimalIn(digits: string): ',' | '.' | null {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
  if (last < 0) return '.';
  const sign = digits[last] === ',' ? ',' : '.';
  const other = sign === ',' ? '.' : ',';
  if (digits.includes(other)) return sign;
  if (digits.indexOf(sign) < last) return other;
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? null : sign;
}

function expected(decimal: Decimal): string {
  if (decimal === null) return 'a number that can mean one thing only, such as 1234 or 1234,50';
  return decimal === ','
    ? 'a number with decimal comma, such as 1.234,5, because the file separates its cells with ;'
    : 'a number with decimal point, such as 1234.5, because the file separates its cells with ,';
}

export function parseNumber(cell: string, decimal: Decimal): number | Fault {
  const parts = parseDecimals(cell, decimal);
  if (parts instanceof Fault) return parts;
  const size = Number(`${parts.whole}.${parts.fraction || '0'}`);
  return parts.negative && size !== 0 ? -size : size;
}

/** A whole number of at least 0. `12,0` is whole. */
export function parseCount(cell: string, decimal: Decimal): number | Fault {
  const number = parseNumber(cell, decimal);
  if (number instanceof Fault) return number;
  if (!Number.isInteger(number)) return new Fault('not-whole', 'a whole number');
  const MOST = 2_000_000_000;
  if (number < 0 || number > MOST) return new Fault('out-of-range', 'a whole number from 0 to 2,000,000,000');
  return number;
}

/** Kroner as whole øre; further decimals are rounded, half away from zero. */
export function parseKroner(cell: string, decimal: Decimal): number | Fault {
  if (cell.includes('%')) return new Fault('not-a-number', 'an amount in kroner, not a percentage');
  const parts = parseDecimals(cell, decimal);
  if (parts instanceof Fault) return parts;
  const MOST_WHOLE = 12;
  if (parts.whole.length > MOST_WHOLE)
    return new Fault('out-of-range', 'an amount under 1,000,000,000,000 kr');
  const cents = parts.fraction.padEnd(3, '0');
  const oere = Number(parts.whole) * 100 + Number(cents.slice(0, 2)) + (cents.charCodeAt(2) >= 53 ? 1 : 0);
  return parts.negative && oere !== 0 ? -oere : oere;
}

/** A share of 100 as a fraction: `50` and `50 %` are 0.5, `0,5` is 0.005. */
export function parsePercent(cell: string, decimal: Decimal): number | Fault {
  const number = parseNumber(cell, decimal);
  if (number instanceof Fault) return number;
  if (number < 0 || number > 100) return new Fault('out-of-range', 'a percentage from 0 to 100');
  return number / 100;
}
