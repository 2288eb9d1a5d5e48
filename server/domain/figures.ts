import type { Reason } from './codes.ts';
import { monthOrNull, type ProjectMonth } from './project.ts';
import { add, type Range, ZERO } from './range.ts';

/** Money in øre, time in seconds; null where unknown, and then `reasons` says why by name. */
export interface Figures {
  costs: number;
  gains: number | null;
  net: number | null;
  roi: number | null;
  seconds: number | null;
  fte: number | null;
  costPerHour: number | null;
  breakEven: string | null;
  paybackMonths: number | null;
  npv: number | null;
  low: Spread;
  high: Spread;
  reasons: Record<string, Reason>;
}

export interface Spread {
  gains: number | null;
  net: number | null;
  roi: number | null;
}

/** What is known at all: why the gains, hours or FTE of these months are unknown, or null where they are known. */
export interface Unknowns {
  gains: Reason | null;
  hours: Reason | null;
  fte: Reason | null;
}

/** The real rate a year at which money of later months is discounted. */
export const DISCOUNT_RATE = 0.035;

/** ROI = (G − C) ÷ C. Gains 2.9036 m and costs 1.6 m: 0.815. Null without costs. */
export function roi(gains: number, costs: number): number | null {
  return costs === 0 ? null : (gains - costs) / costs;
}

/**
 * The months on which net is summed up: the first month from which the cumulative net is ≥ 0, and stays so,
 * after having been < 0.
 * @returns the month number, or why there is none: `never-negative`, `not-reached`, or `no-data` without months
 */
export function breakEven(months: readonly { month: number; net: number }[]): number | Reason {
  let net = 0;
  let negative = false;
  let since: number | null = null;
  for (const m of months) {
    net += m.net;
    if (net < 0) {
      negative = true;
      since = null;
    } else if (negative) since ??= m.month;
  }
  if (months.length === 0) return 'no-data';
  if (!negative) return 'never-negative';
  return since ?? 'not-reached';
}

/**
 * Net present value in øre at a real rate a year: Σ net of month k ÷ (1 + rate)^(k ÷ 12), the first month being k = 0.
 */
export function npv(months: readonly { month: number; net: number }[], rate = DISCOUNT_RATE): number {
  const first = months[0]?.month ?? 0;
  return months.reduce((sum, m) => sum + m.net / (1 + rate) ** ((m.month - first) / 12), 0);
}

/** The months that FTE are counted in: the last twelve to `until`, from the first in which hours were freed. */
export function fteWindow(months: readonly ProjectMonth[], until: number): ProjectMonth[] {
  const freeing = months.find((m) => m.seconds !== 0);
  if (!freeing) return [];
  return months.filter((m) => m.month > until - 12 && m.month >= freeing.month && m.month <= until);
}

/**
 * FTE freed: full-time years of the last twelve months to `until`; where hours have been freed for fewer months
 * than twelve, scaled up to twelve.
 */
function fte(months: readonly ProjectMonth[], until: number): number {
  const window = fteWindow(months, until);
  const years = window.reduce((sum, m) => sum + m.fteYears, 0);
  return window.length === 0 ? 0 : (years * 12) / window.length;
}

/** The figures of some months of one project. */
export function figures(months: readonly ProjectMonth[], unknowns: Unknowns): Figures {
  const costs = months.reduce((sum, m) => sum + m.costs, 0);
  const gains = months.reduce((sum, m) => add(sum, m.gains), ZERO);
  const seconds = months.reduce((sum, m) => sum + m.seconds, 0);
  const last = months.at(-1)?.month ?? 0;
  return withUnknowns(
    { costs, gains, hourlyCosts: costs, seconds, fte: fte(months, last), flow: cashFlow(months) },
    months.length > 0 ? unknowns : noMonths(unknowns),
  );
}

/** Without a single month nothing is known; why a project could not have known it says more than that. */
function noMonths({ gains, hours, fte: ftes }: Unknowns): Unknowns {
  return { gains: gains ?? 'no-data', hours: hours ?? 'no-data', fte: ftes ?? 'no-data' };
}

/** What figures are made of: sums in whole øre and seconds, and the months that break-even is looked for in. */
export interface Sums {
  costs: number;
  gains: Range;
  /** Costs of the projects that hours are known of. */
  hourlyCosts: number;
  seconds: number;
  fte: number;
  flow: readonly CashFlow[];
}

export interface CashFlow {
  month: number;
  costs: number;
  net: number;
}

/** What a project cost and netted by month, in øre. */
export function cashFlow(months: readonly ProjectMonth[]): CashFlow[] {
  return months.map((m) => ({ month: m.month, costs: m.costs, net: m.gains.value - m.costs }));
}

/** Figures from sums, with every figure that rests on something unknown unknown too. */
export function withUnknowns(sums: Sums, unknowns: Unknowns): Figures {
  const reasons: Record<string, Reason> = {};
  const unless = (name: string, why: Reason | null, value: number | null): number | null => {
    if (why === null) return value;
    reasons[name] = why;
    return null;
  };
  const { costs, gains, hourlyCosts, seconds, flow } = sums;
  const noRoi = unknowns.gains ?? (costs === 0 ? 'no-costs' : null);
  const noCostPerHour =
    unknowns.hours ?? (seconds === 0 ? 'no-hours' : hourlyCosts === 0 ? 'no-costs' : null);
  const even = unknowns.gains ?? breakEven(flow);
  const noEven = typeof even === 'number' ? null : even;
  const evenMonth = typeof even === 'number' ? even : null;
  const paidBack = payback(flow, evenMonth);
  const spread = (name: string, value: number): Spread => ({
    gains: unless(`${name}gains`, unknowns.gains, value),
    net: unless(`${name}net`, unknowns.gains, value - costs),
    roi: unless(`${name}roi`, noRoi, roi(value, costs)),
  });
  return {
    costs,
    ...spread('', gains.value),
    seconds: unless('hours', unknowns.hours, seconds),
    fte: unless('fte', unknowns.hours ?? unknowns.fte, sums.fte),
    costPerHour: unless('costPerHour', noCostPerHour, (hourlyCosts * 3600) / seconds),
    breakEven: monthOrNull(unless('breakEven', noEven, evenMonth)),
    paybackMonths: unless('paybackMonths', noEven ?? (paidBack === null ? 'no-costs' : null), paidBack),
    npv: unless('npv', unknowns.gains, Math.round(npv(flow))),
    low: spread('low.', gains.low),
    high: spread('high.', gains.high),
    reasons,
  };
}

/** Months from the first cost to break-even: costs from 2024-01, break-even 2024-06 → 5. */
function payback(flow: readonly CashFlow[], even: number | null): number | null {
  const first = flow.find((m) => m.costs !== 0);
  return first && even !== null ? even - first.month : null;
}
