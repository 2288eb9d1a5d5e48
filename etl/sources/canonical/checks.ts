import { Fault } from '../../refusal.ts';

/** What values of one row must be together. Each gives the column at fault, or null. */

export function missing<C extends string>(column: C, expected: string): { column: C; fault: Fault } {
  return { column, fault: new Fault('missing-input', expected) };
}

export function daysInOrder(from: string, to: string | null): { column: 'to'; fault: Fault } | null {
  if (to === null || to >= from) return null;
  return { column: 'to', fault: new Fault('ends-before-start', `a day from ${from} on`) };
}

/** low ≤ value ≤ high */
export function valueInRange({
  value,
  low,
  high,
}: {
  value: number;
  low: number | null;
  high: number | null;
}): { column: 'low' | 'high'; fault: Fault } | null {
  if (low !== null && low > value) {
    return { column: 'low', fault: new Fault('not-between', 'at most the value') };
  }
  if (high !== null && high < value) {
    return { column: 'high', fault: new Fault('not-between', 'at least the value') };
  }
  return null;
}
