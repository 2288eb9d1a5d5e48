import { type BenefitInputs, type BenefitMonth, benefitMonths, firstObservation } from './benefit.ts';
import { firstDay, lastDay, lastFullMonth, monthNumber, monthOfDay, monthText } from './calendar.ts';
import { type Cost, costMonths } from './costs.ts';
import { accumulate, exactly, type Range } from './range.ts';

/** All that a project's figures are calculated from. */
export interface ProjectInputs {
  project: string;
  costs: readonly Cost[];
  benefits: readonly BenefitInputs[];
  /** The last month that a dated row reaches: actual ones, and all. A row without an end reaches its `from`. */
  reach: Reach;
}

export interface Reach {
  actual: string | null;
  any: string | null;
}

/** A project in a month: whole øre and seconds. */
export interface ProjectMonth {
  month: number;
  costs: number;
  gains: Range;
  seconds: number;
  fteYears: number;
  expected: boolean;
  complete: boolean;
}

/** A project's months with what each benefit had in them, from the first cost or gain on. */
export interface ProjectMonths {
  inputs: ProjectInputs;
  months: ProjectMonth[];
  benefits: Map<string, BenefitMonth[]>;
  /** Benefits of which nothing was observed before a month that is not over: its gains are known when it is. */
  notOver: ReadonlySet<string>;
}

/**
 * The month that figures run to when none is asked for: the last that a dated actual row reaches, else (a project
 * with only expected rows) any row, at most the last full calendar month. Null when there is no row at all.
 */
export function defaultUntil(reach: Reach, today: string): number | null {
  const reached = reach.actual ?? reach.any;
  return reached === null ? null : Math.min(monthNumber(reached), lastFullMonth(today));
}

/**
 * The day on which benefits' levels and targets are judged: today, or the last of a month that is asked for. What was
 * measured this month is known, though the month's own gains are not yet.
 */
export function judgedOn(asked: number | null, today: string): string {
  return asked === null ? today : lastDay(asked);
}

/** The last month worth drawing: what any row reaches, expected ones too, but at least `until`. */
export function horizonOf(reach: Reach, until: number): number {
  return Math.max(until, reach.any === null ? until : monthNumber(reach.any));
}

/**
 * Every month of a project from its first cost or gain to `last`. A month that is not over on `today` is expected,
 * whatever runs on into it: what has not happened was not observed.
 */
export function projectMonths(inputs: ProjectInputs, last: number, today: string): ProjectMonths {
  const lastObserved = lastFullMonth(today);
  const costs = costMonths(inputs.costs, last);
  const first = firstMonth(inputs, [...costs.keys()]);
  const benefits = new Map<string, BenefitMonth[]>();
  const notOver = new Set(
    inputs.benefits
      .filter((b) => (firstObservation(b) ?? 0) >= firstDay(lastObserved + 1))
      .map((b) => b.benefit.benefit),
  );
  if (first === null) return { inputs, months: [], benefits, notOver };
  for (const b of inputs.benefits) benefits.set(b.benefit.benefit, benefitMonths(b, first, last));
  const months: ProjectMonth[] = [];
  for (let month = first; month <= last; month++) {
    const cost = costs.get(month);
    const sum: ProjectMonth = {
      month,
      costs: cost?.oere ?? 0,
      gains: exactly(0),
      seconds: 0,
      fteYears: 0,
      expected: month > lastObserved || (cost?.expected ?? false),
      complete: true,
    };
    for (const own of benefits.values()) {
      const part = own[month - first];
      if (part) addBenefit(sum, part);
    }
    months.push(sum);
  }
  return { inputs, months, benefits, notOver };
}

function addBenefit(sum: ProjectMonth, part: BenefitMonth): void {
  if (part.oere) accumulate(sum.gains, part.oere);
  sum.seconds += part.seconds?.value ?? 0;
  sum.fteYears += part.fteYears ?? 0;
  sum.expected ||= part.expected;
  sum.complete &&= part.missing === null;
}

function firstMonth(inputs: ProjectInputs, costs: number[]): number | null {
  const gains = inputs.benefits.flatMap((b) => {
    if (b.benefit.method === 'indicator') return [];
    const day = firstObservation(b);
    return day === null ? [] : [Math.max(monthOfDay(day), b.benefit.from ? monthNumber(b.benefit.from) : 0)];
  });
  const months = [...costs, ...gains];
  return months.length === 0 ? null : months.reduce((a, b) => Math.min(a, b));
}

/** `2026-03` for a month number, null for none. */
export function monthOrNull(month: number | null): string | null {
  return month === null ? null : monthText(month);
}
