import type { MonthFigures } from '../../server/contract/report.ts';
import { breakEven } from '../../server/domain/figures.ts';

export type By = 'month' | 'year';

/** A point of the cumulative curve, in kroner. Costs are drawn below zero; what is null is not drawn. */
export interface Point {
  index: number;
  /** `2021-08`, or `2021`. */
  period: string;
  /** The month that it runs to. */
  month: string;
  costs: number;
  gains: number;
  net: number;
  /** The same below and above zero, apart for the part that is drawn solid and the part that is drawn dashed. */
  costsBelow: number | null;
  costsExpected: number | null;
  gainsAbove: number | null;
  gainsExpected: number | null;
  netActual: number | null;
  netExpected: number | null;
  basis: MonthFigures['basis'];
}

export interface Series {
  points: Point[];
  /** Index of the point at which net came back to zero or above for good. */
  breakEven: number | null;
  /** Index of go-live. */
  live: number | null;
  /** Index of the first point that rests on expected figures. */
  expectedFrom: number | null;
  /** Whether any costs are registered; without them neither costs nor net are drawn. */
  costed: boolean;
  /** Whether any gain is known; without one neither gains nor net have a value to show. */
  gained: boolean;
  min: number;
  max: number;
}

/** What is known of the months that a curve is drawn from. */
interface Knowledge {
  /** Whether any costs are registered. */
  costed: boolean;
  /** Whether there are no months before them. */
  isWhole: boolean;
  gainsKnown: boolean;
}

/**
 * The cumulative curve by month or by year end. From the first expected month on everything is drawn as expected,
 * because a running sum rests on all that came before it. Without registered costs there are only the gains; sums that
 * are not `isWhole`, because there are months before them, do not tell when net came back to zero.
 */
export function cumulativeSeries(
  months: readonly MonthFigures[],
  by: By,
  until: string | null,
  live: string | null,
  { costed = true, isWhole = true, gainsKnown = true }: Partial<Knowledge> = {},
): Series {
  const kept = by === 'month' ? [...months] : yearEnds(months);
  const isExpected = (m: MonthFigures) => m.basis === 'expected' || (until !== null && m.month > until);
  const firstExpected = months.find(isExpected)?.month ?? null;
  const expected = (m: MonthFigures | undefined) =>
    m !== undefined && firstExpected !== null && m.month >= firstExpected;
  const gained = gainsKnown || months.some((m) => m.gains !== 0);
  const points = kept.map((m, index): Point => {
    const dashed = expected(m);
    // The last solid point also begins the dashed part, so that the line has no gap.
    const begins = dashed || expected(kept[index + 1]);
    const solid = (value: number) => (dashed ? null : value);
    const open = (value: number) => (begins ? value : null);
    const known = (drawn: number | null) => (costed ? drawn : null);
    return {
      index,
      period: periodOf(m, by),
      month: m.month,
      costs: m.cumulativeCosts,
      gains: m.cumulativeGains,
      net: m.cumulativeNet,
      costsBelow: known(solid(-m.cumulativeCosts)),
      costsExpected: known(open(-m.cumulativeCosts)),
      gainsAbove: solid(m.cumulativeGains),
      gainsExpected: open(m.cumulativeGains),
      netActual: gained ? known(solid(m.cumulativeNet)) : null,
      netExpected: gained ? known(open(m.cumulativeNet)) : null,
      basis: m.basis,
    };
  });
  const indexOf = (period: string | null) => {
    if (period === null) return null;
    const index = points.findIndex((p) => p.period === (by === 'month' ? period : period.slice(0, 4)));
    return index < 0 ? null : index;
  };
  return {
    points,
    breakEven: costed && isWhole ? indexOf(breakEvenMonth(months)) : null,
    live: indexOf(live),
    expectedFrom: kept.findIndex(expected) < 0 ? null : kept.findIndex(expected),
    costed,
    gained,
    min: Math.min(0, ...points.map((p) => Math.min(-p.costs, p.net))),
    max: Math.max(0, ...points.map((p) => Math.max(p.gains, p.net))),
  };
}

/** The month in which a curve breaks even, by the same rule as everywhere. */
export function breakEvenMonth(months: readonly MonthFigures[]): string | null {
  const flow = months.map((m, index) => ({
    month: index,
    costs: Math.round(m.costs * 100),
    net: Math.round(m.gains * 100) - Math.round(m.costs * 100),
  }));
  const index = breakEven(flow);
  return typeof index === 'number' ? (months[index]?.month ?? null) : null;
}

function yearEnds(months: readonly MonthFigures[]): MonthFigures[] {
  return months.filter((m, i) => months[i + 1]?.month.slice(0, 4) !== m.month.slice(0, 4));
}

function periodOf(m: MonthFigures, by: By): string {
  return by === 'month' ? m.month : m.month.slice(0, 4);
}

/** Round values from at or below `min` to at or above `max`, zero among them: 1, 2, 2.5 or 5 times a power of ten apart. */
export function niceTicks(min: number, max: number, about = 6): number[] {
  const span = max - min || 1;
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((m) => m * power >= rough) ?? 10) * power;
  const first = Math.floor(min / step);
  const last = Math.max(Math.ceil(max / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** Where to put labels so that none covers another: in order of place, each at least `gap` below the one before. */
export function spaced(places: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let above = Number.NEGATIVE_INFINITY;
  for (const label of order) {
    label.place = Math.max(label.place, above + gap, top);
    above = label.place;
  }
  let below = Number.POSITIVE_INFINITY;
  for (const label of order.reverse()) {
    label.place = Math.min(label.place, below - gap, bottom);
    below = label.place;
  }
  const result: number[] = [];
  for (const { place, index } of order) result[index] = place;
  return result;
}

/** How wide the name of break-even is, in pixels. */
export const EVEN_NAME = 150;

/**
 * Where break-even's name covers no line. Net rises there, so that there is room below and right of its mark, between net and
 * costs, under zero where that is near, or under the costs where these are near; at the figure's right edge above and left.
 * @param lines where zero and the costs are, the latter at the mark and at the name's other end
 */
export function evenPlace(
  mark: { x: number; y: number },
  lines: { zero: number; costs: number; costsBeside: number },
  area: { x: number; y: number; width: number; height: number },
): { x: number; y: number; textAnchor: 'start' | 'end' } {
  const below = (lines.zero - mark.y < 34 ? Math.max(lines.zero, mark.y) : mark.y) + 22;
  const under = lines.costs < below + 8 ? lines.costsBeside + 20 : below;
  const lowest = area.y + area.height - 6;
  const toRight = mark.x + EVEN_NAME < area.x + area.width;
  const toLeft = mark.x - EVEN_NAME > area.x;
  return toRight && (under < lowest || !toLeft)
    ? { x: mark.x + 8, y: Math.min(under, lowest), textAnchor: 'start' }
    : { x: mark.x - 8, y: mark.y - 12, textAnchor: 'end' };
}
