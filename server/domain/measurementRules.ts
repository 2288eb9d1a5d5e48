import type { Basis, Per, Phase } from './codes.ts';
import type { Measurement } from './measured.ts';
import { isDay } from './schedule.ts';

/** A measurement as it is entered: with how many were measured, and how many of them were so. */
export interface Entry extends Measurement {
  phase: Phase;
  per: Per | null;
  basis: Basis;
  n: number | null;
  counted: number | null;
}

/** What of a measure decides what may be entered. */
export interface Measurable {
  kind: 'flow' | 'level';
  unit: string;
}

/** What can be wrong with a field of a measurement. */
export type Fault =
  | 'not-day'
  | 'needs-per'
  | 'not-flow'
  | 'needs-end'
  | 'ends-before'
  | 'future'
  | 'below-low'
  | 'above-high'
  | 'not-count'
  | 'needs-n'
  | 'over-n'
  | 'not-share'
  | 'other-share';
type EntryField = keyof Entry;

/** How far a percentage may be from what was counted of how many: what rounding to one decimal may do. */
const ROUNDING = 0.05;

/** Whether a unit is per cent. */
export function isPercent(unit: string): boolean {
  return unit.trim().startsWith('%');
}

/** 19 of 50 → 38 (per cent). */
export function percentOf(counted: number, n: number): number {
  return (counted / n) * 100;
}

/** What is wrong with a measurement that is entered, by field; a field with nothing wrong is not there. */
export function faults(
  entry: Entry,
  { kind, unit }: Measurable,
  today: string,
): Partial<Record<EntryField, Fault>> {
  const { from, to, per, value, low, high, n, counted, basis } = entry;
  const actual = basis === 'actual';
  const found: [EntryField, Fault, boolean][] = [
    ['from', 'not-day', !isDay(from)],
    ['to', 'not-day', to !== null && !isDay(to)],
    ['per', 'needs-per', kind === 'flow' && per === null],
    ['per', 'not-flow', kind === 'level' && per !== null],
    ['to', 'needs-end', kind === 'flow' && per === 'period' && to === null],
    ['to', 'ends-before', to !== null && to < from],
    ['from', 'future', actual && from > today],
    ['to', 'future', actual && to !== null && to > today],
    ['low', 'below-low', low !== null && low > value],
    ['high', 'above-high', high !== null && high < value],
    ['n', 'not-count', n !== null && !(Number.isInteger(n) && n >= 1)],
    ['counted', 'not-share', counted !== null && !(isPercent(unit) && kind === 'level')],
    ['n', 'needs-n', counted !== null && n === null],
    ['counted', 'not-count', counted !== null && !(Number.isInteger(counted) && counted >= 0)],
    ['counted', 'over-n', counted !== null && n !== null && counted > n],
    ['value', 'other-share', counted !== null && n !== null && disagree(value, counted, n)],
  ];
  const wrong: Partial<Record<EntryField, Fault>> = {};
  for (const [field, fault, so] of found) if (so) wrong[field] ??= fault;
  return wrong;
}

function disagree(value: number, counted: number, n: number): boolean {
  return Math.abs(value - percentOf(counted, n)) > ROUNDING;
}
