import type { Basis, Role } from './codes.ts';
import { type Counted, differenceInterval, type Interval, wilson } from './intervals.ts';
import { changePercent, comparable } from './judged.ts';
import type { Measurement } from './measured.ts';
import type { Measurable } from './measurementRules.ts';
import { isMoney, isPercentage } from './units.ts';

/** A measurement with how many were measured, and how many of them were so. */
export interface Observation extends Measurement {
  basis: Basis;
  n: number | null;
  counted: number | null;
}

/** What decides how two measurements of a measure are compared. */
export interface Compared extends Omit<Measurable, 'roles'> {
  better: 'higher' | 'lower';
  /** Whether it is a ratio of two quantities, which is in per cent without being a share of `n`. */
  ratio: boolean;
  /** Whether it is taken from the books in full, not from a sample, so that `n` says nothing. */
  full: boolean;
}

/** How a measure is compared, by what it is and as which inputs benefits use it: flows, money and FTE are counted in full. */
export function comparedAs(
  { kind, unit, better }: Pick<Compared, 'kind' | 'unit' | 'better'>,
  roles: readonly Role[],
): Compared {
  const full = kind === 'flow' || isMoney(unit) || roles.includes('fte') || roles.includes('amount');
  return { kind, unit, better, ratio: roles.includes('ratio'), full };
}

export const VERDICTS = ['better', 'worse', 'same', 'unclear'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why it cannot be told whether two measurements differ. */
export const DOUBTS = ['expected', 'interval', 'few', 'unknown-n', 'overlap'] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface Comparison {
  /** The earlier value in the later one's period, and the later as it was measured. */
  before: number;
  after: number;
  /** after − before in the measure's unit: percentage points where that is per cent. */
  difference: number;
  /** In per cent of the earlier; null where that is zero. */
  changePercent: number | null;
  verdict: Verdict;
  doubt: Doubt | null;
  /** Of the difference between two shares, 95 %, in percentage points. */
  interval: Interval | null;
  /** Whether the ranges of the two overlap. */
  overlap: boolean;
}

/** Fewer readings than this on either side are too few for a mean to be compared. */
export const FEWEST = 5;

/**
 * How a later measurement differs from an earlier one, and whether that can be told:
 * two shares of what was counted differ when the 95 % interval of their difference leaves zero out; two means when each
 * has five readings or more; what is counted in full, such as flows and money, when the ranges do not overlap.
 */
export function compare(measure: Compared, earlier: Observation, later: Observation): Comparison {
  const before = comparable(earlier, later);
  const after = later.value;
  const difference = after - before;
  const interval = sharesInterval(measure, earlier, later);
  const overlap = rangesOverlap(earlier, later);
  const doubt = doubtOf(measure, earlier, later, interval, overlap);
  return {
    before,
    after,
    difference,
    changePercent: before === 0 ? null : changePercent(before, after),
    verdict: difference === 0 ? 'same' : doubt ? 'unclear' : improved(measure, difference),
    doubt: difference === 0 ? null : doubt,
    interval,
    overlap,
  };
}

function improved({ better }: Compared, difference: number): Verdict {
  return difference > 0 === (better === 'higher') ? 'better' : 'worse';
}

function doubtOf(
  { full }: Compared,
  earlier: Observation,
  later: Observation,
  interval: Interval | null,
  overlap: boolean,
): Doubt | null {
  if (earlier.basis === 'expected' || later.basis === 'expected') return 'expected';
  if (interval) return interval.low <= 0 && interval.high >= 0 ? 'interval' : null;
  if (full) return overlap ? 'overlap' : null;
  if (earlier.n === null || later.n === null) return 'unknown-n';
  return Math.min(earlier.n, later.n) < FEWEST ? 'few' : null;
}

function sharesInterval(measure: Compared, earlier: Observation, later: Observation): Interval | null {
  const before = countedOf(measure, earlier);
  const after = countedOf(measure, later);
  return before && after ? inPercent(differenceInterval(before, after)) : null;
}

/** The 95 % interval of one share, in per cent; null for what is no share of a known number. */
export function shareInterval(measure: Compared, row: Observation): Interval | null {
  const counted = countedOf(measure, row);
  return counted && inPercent(wilson(counted));
}

/** A measurement as so many of so many. A percentage of a known number that no count is kept of stands for its count. */
export function countedOf({ kind, unit, ratio }: Compared, row: Observation): Counted | null {
  if (kind !== 'level' || !isPercentage(unit) || row.n === null || row.n < 1) return null;
  if (row.counted !== null) return { counted: row.counted, n: row.n };
  if (ratio || row.value < 0 || row.value > 100) return null;
  return { counted: (row.value / 100) * row.n, n: row.n };
}

function inPercent({ low, high }: Interval): Interval {
  return { low: low * 100, high: high * 100 };
}

/** Where one has no range its value stands for it; two without are no ranges to overlap. */
function rangesOverlap(earlier: Observation, later: Observation): boolean {
  const unsaid = [earlier.low, earlier.high, later.low, later.high].every((end) => end === null);
  if (unsaid) return false;
  const end = (value: number | null) => comparable({ ...earlier, value: value ?? earlier.value }, later);
  return end(earlier.low) <= (later.high ?? later.value) && (later.low ?? later.value) <= end(earlier.high);
}
