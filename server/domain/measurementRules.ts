import type { Basis, Per, Phase, Role } from './codes.ts';
import type { Measurement } from './measured.ts';
import { isDay } from './schedule.ts';
import { isPercentage } from './units.ts';

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
  /** As which inputs benefits use it. */
  roles: readonly Role[];
}

/** What can be wrong with a value, whether it is measured or to be reached. */
export type ValueFault = 'negative' | 'not-a-percentage' | 'not-above-zero';

/** What can be wrong with a field of a measurement. */
export type Fault =
  | ValueFault
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

/** 19 of 50 → 38 (per cent). */
export function percentOf(counted: number, n: number): number {
  return (counted / n) * 100;
}

const NEVER_NEGATIVE: ReadonlySet<Role> = new Set(['volume', 'minutes', 'hours', 'fte']);

/** What is wrong with a value of a measure: minutes are not negative, per cent are 0–100, and a ratio is divided by. */
export function valueFault({ unit, roles }: Omit<Measurable, 'kind'>, value: number): ValueFault | null {
  if (value < 0 && roles.some((role) => NEVER_NEGATIVE.has(role))) return 'negative';
  if (isPercentage(unit) && (value < 0 || value > 100)) return 'not-a-percentage';
  return roles.includes('ratio') && value <= 0 ? 'not-above-zero' : null;
}

/**
 * What is wrong with a measurement that is entered, by field; a field with nothing wrong is not there. What stands as it did
 * in `before`, and was as wrong there, keeps nobody from changing the rest: a file may have brought it.
 */
export function faults(
  entry: Entry,
  measure: Measurable,
  today: string,
  before: Entry | null = null,
): Partial<Record<EntryField, Fault>> {
  const { kind, unit } = measure;
  const { phase, from, to, per, value, low, high, n, counted, basis } = entry;
  const actual = basis === 'actual';
  // What was saved is a difference, which can go either way.
  const ofValue = (it: number | null) => (it === null || phase === 'saved' ? null : valueFault(measure, it));
  const ofValues = (['value', 'low', 'high'] as const).flatMap((field): [EntryField, Fault, boolean][] => {
    // The value of a share that is counted is what the counts come to.
    const fault = field === 'value' && counted !== null ? null : ofValue(entry[field]);
    return fault ? [[field, fault, true]] : [];
  });
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
    ['counted', 'not-share', counted !== null && !(isPercentage(unit) && kind === 'level')],
    ['n', 'needs-n', counted !== null && n === null],
    ['counted', 'not-count', counted !== null && !(Number.isInteger(counted) && counted >= 0)],
    ['counted', 'over-n', counted !== null && n !== null && counted > n],
    ['value', 'other-share', counted !== null && n !== null && disagree(value, counted, n)],
  ];
  const stood = before ? faults(before, measure, today) : {};
  const wrong: Partial<Record<EntryField, Fault>> = {};
  for (const [field, fault, so] of [...ofValues, ...found]) {
    const stands = stood[field] === fault && before?.[field] === entry[field];
    if (so && !stands) wrong[field] ??= fault;
  }
  return wrong;
}

/** A value of a level measured after the change, from a day, and nothing more said of it. */
export function levelEntry(from: string, value: number): Entry {
  const unsaid = { to: null, per: null, low: null, high: null, n: null, counted: null };
  return { phase: 'after', from, value, ...unsaid, basis: 'actual' };
}

function disagree(value: number, counted: number, n: number): boolean {
  return Math.abs(value - percentOf(counted, n)) > ROUNDING;
}
