import type { Reason } from './codes.ts';
import { type CashFlow, type Figures, figures, type Unknowns, withUnknowns } from './figures.ts';
import type { ProjectMonth, ProjectMonths } from './project.ts';
import { accumulate, exactly, type Range } from './range.ts';
import { basisOf } from './report.ts';
import { unknownsOf } from './unknowns.ts';

/** The months that are counted, both ends included. */
export interface Period {
  from: number | null;
  until: number;
}

/** One project's figures in a period. Break-even and payback look at the project from its beginning. */
export interface ProjectResult {
  project: ProjectMonths;
  months: ProjectMonth[];
  figures: Figures;
  actual: Figures;
  /** The same from the project's beginning, where the period begins with a month. */
  whole: ProjectResult | null;
}

/** Gains taken out of a budget, freed as capacity, and not said which, in øre. */
export interface Split {
  cashable: number;
  freed: number;
  unspecified: number;
}

export function projectResult(project: ProjectMonths, period: Period): ProjectResult {
  const inPeriod = (month: number) => month >= (period.from ?? 0) && month <= period.until;
  const months = project.months.filter((m) => inPeriod(m.month));
  const actualMonths = months.filter((m) => basisOf(m) === 'actual');
  const isActual = new Set(actualMonths.map((m) => m.month));
  const own = figures(months, unknownsOf(project, inPeriod));
  const whole = period.from === null ? null : projectResult(project, { from: null, until: period.until });
  return {
    project,
    months,
    whole,
    figures: whole ? sinceStart(own, whole.figures) : own,
    actual: figures(
      actualMonths,
      unknownsOf(project, (month) => isActual.has(month)),
    ),
  };
}

/** A period that begins later than the projects must not make them look paid back sooner. */
function sinceStart(own: Figures, whole: Figures): Figures {
  const { breakEven, paybackMonths } = whole;
  const reasons = { ...own.reasons };
  for (const name of ['breakEven', 'paybackMonths'] as const) {
    delete reasons[name];
    const why = whole.reasons[name];
    if (why) reasons[name] = why;
  }
  return { ...own, breakEven, paybackMonths, reasons };
}

/**
 * A portfolio's figures: sums over its projects; a project whose gains are unknown adds its costs only. The cost per
 * freed hour is that of the projects whose hours are known, so that one that frees none does not make hours look dear.
 * Break-even and payback look at the projects from their beginning.
 */
export function portfolioFigures(projects: readonly ProjectResult[], which: 'figures' | 'actual'): Figures {
  const own = summedFigures(projects, which);
  if (which === 'actual' || projects.every((p) => p.whole === null)) return own;
  const whole = projects.map((p) => p.whole ?? p);
  return sinceStart(own, summedFigures(whole, which));
}

function summedFigures(projects: readonly ProjectResult[], which: 'figures' | 'actual'): Figures {
  const own = projects.map((p) => p[which]);
  const sum = (value: (f: Figures) => number | null) => own.reduce((total, f) => total + (value(f) ?? 0), 0);
  const gains: Range = {
    low: sum((f) => f.low.gains),
    value: sum((f) => f.gains),
    high: sum((f) => f.high.gains),
  };
  const months = projects.flatMap((p) =>
    which === 'figures' ? p.months : p.months.filter((m) => basisOf(m) === 'actual'),
  );
  return withUnknowns(
    {
      costs: sum((f) => f.costs),
      gains,
      hourlyCosts: sum((f) => (f.seconds === null ? 0 : f.costs)),
      seconds: sum((f) => f.seconds),
      fte: sum((f) => f.fte),
      flow: flowOf(months),
    },
    {
      gains: whyAll(own, 'gains', (f) => f.gains),
      hours: whyAll(own, 'hours', (f) => f.seconds),
      fte: whyAll(own, 'fte', (f) => f.fte),
    } satisfies Unknowns,
  );
}

/** Reasons that say of a project that it has no such figure at all: true of a portfolio only when it is of each in it. */
const NOT_LACKING: ReadonlySet<Reason> = new Set(['not-monetary', 'no-hours']);

/** Null if the figure is known of any project; else why it is not. */
function whyAll(own: readonly Figures[], name: string, value: (f: Figures) => number | null): Reason | null {
  if (own.some((f) => value(f) !== null)) return null;
  const reasons = own.flatMap((f) => f.reasons[name] ?? []);
  const lacking = reasons.find((why) => why !== 'no-data' && !NOT_LACKING.has(why));
  return lacking ?? (reasons.includes('no-data') ? 'no-data' : (reasons[0] ?? 'no-data'));
}

function flowOf(months: readonly ProjectMonth[]): CashFlow[] {
  return sumMonths(months).map((m) => ({ month: m.month, costs: m.costs, net: m.gains.value - m.costs }));
}

/** Months of several projects added up, without gaps, oldest first. */
export function sumMonths(parts: readonly ProjectMonth[]): ProjectMonth[] {
  const sums = new Map<number, ProjectMonth>();
  for (const part of parts) {
    const sum = sums.get(part.month) ?? emptyMonth(part.month);
    sum.costs += part.costs;
    accumulate(sum.gains, part.gains);
    sum.seconds += part.seconds;
    sum.fteYears += part.fteYears;
    sum.expected ||= part.expected;
    sum.complete &&= part.complete;
    sums.set(part.month, sum);
  }
  const numbers = [...sums.keys()];
  if (numbers.length === 0) return [];
  const first = numbers.reduce((a, b) => Math.min(a, b));
  const last = numbers.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, i) => sums.get(first + i) ?? emptyMonth(first + i));
}

function emptyMonth(month: number): ProjectMonth {
  return { month, costs: 0, gains: exactly(0), seconds: 0, fteYears: 0, expected: false, complete: true };
}

/** Splits gains by what becomes of them. The parts add up to the gains. */
export function splitGains(projects: readonly ProjectResult[]): Split {
  const split: Split = { cashable: 0, freed: 0, unspecified: 0 };
  for (const { project, months } of projects) {
    const counted = new Set(months.map((m) => m.month));
    for (const { benefit } of project.inputs.benefits) {
      const kind = benefit.cashable === null ? 'unspecified' : benefit.cashable ? 'cashable' : 'freed';
      for (const month of project.benefits.get(benefit.benefit) ?? []) {
        if (month.oere && counted.has(month.month)) split[kind] += month.oere.value;
      }
    }
  }
  return split;
}

/** How many projects with known gains and costs have earned their costs back by the end of the period. */
export function pastBreakEven(projects: readonly ProjectResult[]): { reached: number; of: number } {
  const judged = projects.filter((p) => p.figures.gains !== null && p.figures.costs > 0);
  const reached = judged.filter(
    (p) => p.figures.breakEven !== null || p.figures.reasons.breakEven === 'never-negative',
  );
  return { reached: reached.length, of: judged.length };
}
