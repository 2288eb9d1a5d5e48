import * as format from '../../format.ts';
import { danishNumber } from '../edit/numbers.ts';

export type Fault =
  | 'number'
  | 'required'
  | 'negative'
  | 'large'
  | 'percent'
  | 'future'
  | 'before-last'
  | 'long'
  | 'double';

const MOST = 1_000_000_000_000;

/** Kroner as a field shows them, to the øre: 1234567.5 → `1.234.567,5`; empty when unknown. */
export function kronerField(value: number | null): string {
  return value === null ? '' : format.decimal(value);
}

/** What a field for kroner holds, to the øre, or what is wrong with it. */
export function kronerOf(text: string, least = -MOST): { value: number } | { fault: Fault } {
  const value = danishNumber(text);
  if (value === null) return { fault: 'required' };
  if (value === undefined) return { fault: 'number' };
  if (Math.abs(value) > MOST) return { fault: 'large' };
  if (value < least) return { fault: 'negative' };
  return { value: Math.round(value * 100) / 100 };
}

/** What a field for a probability in per cent holds, as a fraction, or what is wrong with it. */
export function fractionOf(text: string): { value: number } | { fault: Fault } {
  const value = danishNumber(text);
  if (value === null) return { fault: 'required' };
  if (value === undefined) return { fault: 'number' };
  if (value < 0 || value > 100) return { fault: 'percent' };
  // 7 % is 0.07, not 0.07000000000000001.
  return { value: Number((value / 100).toPrecision(15)) };
}
