import type { Measure, SeriesPoint } from '../../server/contract/measures.ts';
import { dayNumber, dayText, firstDay, monthOfDay, yearOf } from '../../server/domain/calendar.ts';
import type { Per, Phase } from '../../server/domain/codes.ts';
import { comparable, targetValueIn } from '../../server/domain/judged.ts';
import { isPercentage } from '../../server/domain/units.ts';
import { niceTicks } from './series.ts';

/** A measurement in the figure: `x` is the middle of its days (day numbers), `low` and `high` its interval or range. */
export interface MeasurePoint {
  x: number;
  start: number;
  end: number;
  value: number;
  low: number | null;
  high: number | null;
  phase: Phase;
  /** The value again under the phase's own name, for the line through that phase's points. */
  before: number | null;
  after: number | null;
  saved: number | null;
  source: SeriesPoint;
}

/** A target from the day after the one before it fell due to its own day. */
export interface TargetStep {
  start: number;
  end: number;
  value: number;
  due: string;
}

export interface MeasureSeries {
  points: MeasurePoint[];
  targets: TargetStep[];
  live: number | null;
  /** What flows are per in the figure: what they all were measured per, else a month. */
  per: Per | null;
  x: { min: number; max: number };
  /** Round values with zero among them, so that no difference looks larger than it is. */
  y: number[];
}

const MARGIN = 0.04;

/** A measure's measurements and targets laid out for the figure, flows all per the same period. */
export function measureSeries(measure: Measure, live: string | null): MeasureSeries {
  const per = perOf(measure);
  const points = measure.measurements
    .map((m) => pointOf(m, per))
    .sort((a, b) => a.x - b.x || a.phase.localeCompare(b.phase));
  const begins = Math.min(...points.map((p) => p.start));
  const targets = stepsOf(measure, per, live === null ? begins : Math.max(begins, dayNumber(live)));
  const days = [
    ...points.flatMap((p) => [p.start, p.end]),
    ...targets.map((target) => target.end),
    ...(live === null ? [] : [dayNumber(live)]),
  ];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const room = Math.max((last - first) * MARGIN, 15);
  const values = [
    ...points.flatMap((p) => [p.value, p.low ?? p.value, p.high ?? p.value]),
    ...targets.map((target) => target.value),
  ];
  const highest = Math.max(0, ...values);
  // Most of a whole is shown of the whole; a few per cent of errors are not to be pressed flat by it.
  const whole = isPercentage(measure.unit) && Math.min(...values) >= 0 && highest > 50 && highest <= 100;
  return {
    points,
    targets,
    live: live === null ? null : dayNumber(live),
    per,
    x: { min: first - room, max: last + room },
    y: whole ? [0, 20, 40, 60, 80, 100] : niceTicks(Math.min(0, ...values), highest, 5),
  };
}

function perOf({ kind, measurements }: Measure): Per | null {
  if (kind === 'level') return null;
  const pers = new Set(measurements.map((m) => m.per));
  const [only] = pers;
  return pers.size === 1 && only && only !== 'period' ? only : 'month';
}

function pointOf(m: SeriesPoint, per: Per | null): MeasurePoint {
  const scaled = (value: number) =>
    per === null ? value : comparable({ ...m, value }, { per, from: m.from, to: m.to });
  const start = dayNumber(m.from);
  const end = m.to === null ? start : dayNumber(m.to);
  const low = m.interval?.low ?? m.low;
  const high = m.interval?.high ?? m.high;
  const value = scaled(m.value);
  const of = (phase: Phase) => (m.phase === phase ? value : null);
  return {
    x: (start + end) / 2,
    start,
    end,
    value,
    low: low === null ? null : scaled(low),
    high: high === null ? null : scaled(high),
    phase: m.phase,
    before: of('before'),
    after: of('after'),
    saved: of('saved'),
    source: m,
  };
}

function stepsOf({ targets, measurements }: Measure, per: Per | null, begins: number): TargetStep[] {
  const sorted = [...targets].sort((a, b) => (a.due < b.due ? -1 : 1));
  const baseline = measurements.findLast((m) => m.phase === 'before');
  return sorted.map(({ due, value }, i) => {
    const end = dayNumber(due);
    const before = sorted[i - 1];
    const start = Math.min(before ? dayNumber(before.due) : begins, end);
    return { start, end, value: targetValueIn(value, baseline, baseline && { ...baseline, per }), due };
  });
}

const STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/** Ticks of an axis of days, at the beginnings of months or years, at most `most` of them: `3/24`, `2024`. */
export function dayTicks(min: number, max: number, most: number): { x: number; label: string }[] {
  const first = monthOfDay(Math.ceil(min)) + (firstDay(monthOfDay(Math.ceil(min))) < min ? 1 : 0);
  const last = monthOfDay(Math.floor(max));
  const step = STEPS.find((months) => (last - first) / months < most) ?? 240;
  const begin = Math.ceil(first / step) * step;
  const count = Math.max(0, Math.floor((last - begin) / step) + 1);
  return Array.from({ length: count }, (_, i) => {
    const month = begin + i * step;
    const short = `${(month % 12) + 1}/${dayText(firstDay(month)).slice(2, 4)}`;
    return { x: firstDay(month), label: step >= 12 ? String(yearOf(month)) : short };
  });
}
