import type { BenefitInputs } from './benefit.ts';
import { dayNumber, daysIn, firstDay, monthOfDay } from './calendar.ts';
import type { Method, Per, Phase, Reason, Role } from './codes.ts';
import type { Measurement } from './measured.ts';

/** A value to be reached by a day. */
export interface Target {
  due: string;
  value: number;
}

/** What a benefit is judged by: its measure's baseline and latest value, the change, and the target. */
export interface Judged {
  before: number | null;
  after: number | null;
  /** Whether the baseline or the value after is only expected: nothing has been measured there. */
  expected: boolean;
  /**
   * after − before, or what was measured as saved where that is the latest, in the measure's unit; percentage points where
   * that is per cent.
   */
  difference: number | null;
  changePercent: number | null;
  /** What a flow's values are for: a day, a year …; null for a level. */
  per: Per | null;
  target: number | null;
  targetDue: string | null;
  targetMet: boolean | null;
  reasons: Record<string, Reason>;
}

const IMPROVES: Record<Method, Role> = {
  per_item: 'minutes',
  hours: 'hours',
  ratio: 'ratio',
  fte: 'fte',
  amount: 'amount',
  indicator: 'indicator',
};

/** Which input a benefit is judged by: its indicator, else the measure that its method improves. */
export function judgedRole(inputs: BenefitInputs): Role {
  return judgedBy(inputs.benefit.method, inputs.measures.indicator !== undefined);
}

/** Which input a benefit of a method is judged by. */
export function judgedBy(method: Method, hasIndicator: boolean): Role {
  return hasIndicator ? 'indicator' : IMPROVES[method];
}

/**
 * A benefit's baseline, latest value and target as they stood on a day, `YYYY-MM-DD`. What was measured goes before what is
 * expected, however new, and an expected value meets no target.
 */
export function judge(inputs: BenefitInputs, day: string): Judged {
  const measure = inputs.measures[judgedRole(inputs)];
  const reasons: Record<string, Reason> = {};
  const unless = <T>(name: string, why: Reason | null, value: T): T | null => {
    if (why === null) return value;
    reasons[name] = why;
    return null;
  };
  const latest = latestOf(inputs, day);
  const { before: first, after: now } = latest;
  const direct = directOf(latest);
  const before = first ? inPeriod(first, direct ?? now) : null;
  const after = now ? inPeriod(now, direct) : null;
  const missing = (value: number | null, why: Reason): Reason | null =>
    value !== null ? null : !measure ? 'no-measure' : direct ? 'measured-directly' : why;
  const noBefore = missing(before, 'no-baseline');
  const noAfter = missing(after, 'no-after');
  const target = targetAt(inPeriodOf(inputs.targets, latest), dayNumber(day));
  return {
    before: unless('before', noBefore, before),
    after: unless('after', noAfter, after),
    expected: [first, direct ?? now].some((row) => row?.basis === 'expected'),
    difference: direct
      ? direct.value
      : unless('difference', noBefore ?? noAfter, (after ?? 0) - (before ?? 0)),
    changePercent: unless(
      'changePercent',
      direct ? 'measured-directly' : (noBefore ?? noAfter ?? (before === 0 ? 'zero-baseline' : null)),
      changePercent(before ?? 0, after ?? 0),
    ),
    per: (direct ?? now ?? first)?.per ?? null,
    target: unless('target', target ? null : 'no-target', target?.value ?? null),
    targetDue: unless('targetDue', target ? null : 'no-target', target?.due ?? null),
    targetMet: unless(
      'targetMet',
      !target ? 'no-target' : direct ? 'measured-directly' : (noAfter ?? unobserved(now)),
      target && after !== null ? meets(after, target.value, inputs.better) : null,
    ),
    reasons,
  };
}

/** (after − before) ÷ before in per cent: 28.7 → 34 is 18.47. */
export function changePercent(before: number, after: number): number {
  return ((after - before) / Math.abs(before)) * 100;
}

export function meets(value: number, target: number, better: 'higher' | 'lower'): boolean {
  return better === 'higher' ? value >= target : value <= target;
}

/** The next target to be reached on or after a day, else the last that there was. */
export function targetAt<T extends Target>(targets: readonly T[], day: number): T | undefined {
  const sorted = [...targets].sort((a, b) => (a.due < b.due ? -1 : 1));
  return sorted.find((t) => dayNumber(t.due) >= day) ?? sorted.at(-1);
}

/** Why a target cannot be held against a value that is only expected. */
function unobserved(row: Measurement | undefined): Reason | null {
  return row?.basis === 'expected' ? 'only-expected' : null;
}

/** A benefit's targets, each in the period of its latest value on a day, with which they are compared. */
export function targetsAsMeasured(inputs: BenefitInputs, day: string): Target[] {
  return inPeriodOf(inputs.targets, latestOf(inputs, day));
}

function inPeriodOf(targets: readonly Target[], latest: Latest): Target[] {
  const { before, after } = latest;
  const shown = directOf(latest) ?? after;
  return targets.map((target) => ({ ...target, value: targetValueIn(target.value, before, shown) }));
}

/**
 * A target's value in another measurement's own period. A target is for the period of the baseline that it improves on:
 * 80,000 a month is 960,000 where what is measured afterwards is a year's. Without a baseline it is for any.
 */
export function targetValueIn(
  value: number,
  baseline: Period | undefined,
  other: Period | undefined,
): number {
  return baseline && other ? comparable({ ...baseline, value }, other) : value;
}

/**
 * The target that a benefit is behind on a day: the last that fell due before it, unless the latest measured value meets it.
 * A target can be met through the day it is due. @param dueBefore in its place, of a day that was the last of a month
 */
export function missedTarget(inputs: BenefitInputs, day: string, dueBefore = day): Target | undefined {
  if (inputs.targets.length === 0) return undefined;
  const latest = latestOf(inputs, day);
  if (!latest.after || unobserved(latest.after) || directOf(latest)) return undefined;
  const passed = inPeriodOf(inputs.targets, latest).filter((t) => t.due < dueBefore);
  const last = passed.sort((a, b) => (a.due < b.due ? -1 : 1)).at(-1);
  return last && !meets(latest.after.value, last.value, inputs.better) ? last : undefined;
}

export type Latest = { [phase in Phase]?: Measurement | undefined };

/**
 * The latest measurement of the difference itself, where that is what a benefit is judged by: unless a value after the change
 * is newer. No target, which is a level, can be held against it.
 */
export function directOf({ after, saved }: Latest): Measurement | undefined {
  return saved && !(after && isBefore(saved, after)) ? saved : undefined;
}

/** The latest measurement of each phase of what a benefit is judged by, on a day; expected ones only where none is measured. */
export function latestOf(inputs: BenefitInputs, day: string): Latest {
  const latest: Latest = {};
  for (const row of inputs.measures[judgedRole(inputs)]?.rows ?? []) {
    const other = latest[row.phase];
    if (row.from <= day && !(other && isBefore(row, other))) latest[row.phase] = row;
  }
  return latest;
}

/** Whether a measurement gives way to another of its phase. */
function isBefore(row: Measurement, other: Measurement): boolean {
  return row.basis === other.basis ? row.from < other.from : row.basis === 'expected';
}

/** Of some measurements of one phase the one that began last, by a day (a day number); expected ones only where none is measured. */
export function latestIn<T extends Measurement>(rows: readonly T[], lastDay: number): T | undefined {
  return rows
    .filter((row) => dayNumber(row.from) <= lastDay)
    .reduce<T | undefined>((a, b) => (a && isBefore(b, a) ? a : b), undefined);
}

/** A value in another measurement's own period, so that a value a year is not compared with one a month. */
export function comparable(row: Valued, other: Period): number {
  const from = monthsOf(row);
  const to = monthsOf(other);
  return row.per === other.per && row.per !== 'period' ? row.value : (row.value / from) * to;
}

/** A measurement's value as it was measured, or in the period of another that it is shown beside. */
function inPeriod(row: Valued, other: Period | undefined): number {
  return other ? comparable(row, other) : row.value;
}

type Period = Pick<Measurement, 'per' | 'from' | 'to'>;
type Valued = Period & Pick<Measurement, 'value'>;

const DAYS_A_MONTH = 365 / 12;

/** How many months a measurement's value is for. A level's is for any. */
export function monthsOf(row: Period): number {
  switch (row.per) {
    case 'day':
      return 1 / DAYS_A_MONTH;
    case 'week':
      return 7 / DAYS_A_MONTH;
    case 'year':
      return 12;
    case 'period':
      return row.to === null ? 1 : periodMonths(dayNumber(row.from), dayNumber(row.to) + 1);
    default:
      return 1;
  }
}

/** Whole months count one each, parts of a month by their days. */
function periodMonths(from: number, to: number): number {
  let months = 0;
  for (let month = monthOfDay(from); firstDay(month) < to; month++) {
    const days = Math.min(to, firstDay(month + 1)) - Math.max(from, firstDay(month));
    months += days / daysIn(month);
  }
  return months;
}
