import { exactly, WholeParts } from './range.ts';

/**
 * A year of a plan, in whole øre: what it costs without (0) and with (1) the solution, and the risk pool's expected cost
 * in it. Only what differs between the scenarios is in them.
 */
export interface PlanYear {
  year: number;
  scenario0: number;
  scenario1: number;
  risk: number;
}

/** Something that could make a project dearer. `probability` is a fraction, `consequence` øre. */
export interface Risk {
  risk: string;
  probability: number;
  consequence: number;
}

/** What a plan says that a month gives, in øre. */
export interface PlanMonth {
  month: number;
  net: number;
}

/** Planned net of a year = scenario 0 − scenario 1 − risk. */
export function plannedNet({ scenario0, scenario1, risk }: PlanYear): number {
  return scenario0 - scenario1 - risk;
}

/** A plan's months, oldest first: each year's net in twelve equal parts of whole øre that sum to it. */
export function planMonths(years: readonly PlanYear[]): PlanMonth[] {
  return [...years]
    .sort((a, b) => a.year - b.year)
    .flatMap((y) => inEqualParts(plannedNet(y), 12).map((net, i) => ({ month: y.year * 12 + i, net })));
}

/** A sum in parts of whole øre that differ by one at most and sum to it: 100 in three is 33, 34, 33. */
export function inEqualParts(total: number, parts: number): number[] {
  const whole = new WholeParts();
  return Array.from({ length: parts }, () => whole.next(exactly(total / parts)).value);
}

/** Expected cost of a risk = probability × consequence, rounded to whole øre. */
export function expectedCost({ probability, consequence }: Risk): number {
  return Math.round(probability * consequence);
}

/** The risk pool: the sum of the risks' expected costs, each of them in whole øre. */
export function riskPool(risks: readonly Risk[]): number {
  return risks.reduce((sum, risk) => sum + expectedCost(risk), 0);
}
