import { dayText, firstDay, monthNumber, monthText, yearOf } from '../calendar.ts';
import type { Reason } from '../codes.ts';
import { breakEven } from '../figures.ts';
import { type PlanYear, planMonths, plannedNet } from '../plan.ts';
import { type ActualMonth, compareTotal, type YearComparison } from '../planActual.ts';
import type { PlanFigure } from './figures.ts';
import { cumulative, evenFormula } from './flow.ts';
import {
  type Explained,
  type Formula,
  type Of,
  type Section,
  type Step,
  sign,
  step,
  sumFormula,
  summed,
  type Term,
  type TermName,
  term,
} from './step.ts';

/** A version of a project's plan, and how it compares with what came of it. */
export interface ExplainedPlan {
  project: string;
  version: number;
  years: readonly PlanYear[];
  compared: readonly YearComparison[];
  /** The months that are compared, as fully measured. */
  actual: readonly ActualMonth[];
}

type Value = { value: number | null; reason: Reason | null };

/**
 * How a figure of a plan was worked out, in kroner: of a year, or of all of them where `year` is null. `until` is the month
 * that the cumulative curve runs to.
 */
export function explainPlan(
  plan: ExplainedPlan,
  figure: PlanFigure,
  year: number | null,
  until: number | null,
): Explained {
  if (figure === 'plannedBreakEven') return explainEven(plan);
  if (figure === 'plannedCumulative') return explainCumulative(plan, until);
  const { value, reason } = figureOf(plan, figure, year);
  const known = value !== null;
  return {
    value,
    unit: figure === 'deviationShare' ? 'share' : 'kr',
    own: null,
    reason,
    formula: known ? formulaOf(plan, figure, year) : [],
    sections: known ? sectionsOf(plan, figure, year) : [],
    rounded: figure === 'deviationShare' ? null : 'oere',
  };
}

const PARTS = {
  scenario0: (y: PlanYear) => y.scenario0,
  scenario1: (y: PlanYear) => y.scenario1,
  plannedRisk: (y: PlanYear) => y.risk,
  plannedNet,
} as const;
type Planned = keyof typeof PARTS;
type Compared = 'plannedSoFar' | 'realisedNet' | 'deviation' | 'deviationShare';

const FIELD = {
  plannedSoFar: 'plannedSoFar',
  realisedNet: 'net',
  deviation: 'deviation',
  deviationShare: 'share',
} as const;

function isPlanned(figure: Planned | Compared): figure is Planned {
  return figure in PARTS;
}

function figureOf(plan: ExplainedPlan, figure: Planned | Compared, year: number | null): Value {
  if (isPlanned(figure)) {
    const own = year === null ? plan.years : plan.years.filter((y) => y.year === year);
    if (own.length === 0) return { value: null, reason: 'not-planned' };
    return { value: own.reduce((sum, y) => sum + PARTS[figure](y), 0) / 100, reason: null };
  }
  const row = year === null ? compareTotal(plan.compared) : plan.compared.find((c) => c.year === year);
  const field = FIELD[figure];
  const value = row?.[field] ?? null;
  if (value === null) return { value, reason: row?.reasons[field] ?? 'not-planned' };
  return { value: figure === 'deviationShare' ? value : value / 100, reason: null };
}

function formulaOf(plan: ExplainedPlan, figure: Planned | Compared, year: number | null): Formula {
  const of = (name: TermName & (Planned | Compared)): Term =>
    term(name, figureOf(plan, name, year).value ?? 0, 'kr', { refers: refersTo(plan, name, year) });
  switch (figure) {
    case 'plannedNet':
      return [of('scenario0'), sign('−'), of('scenario1'), sign('−'), of('plannedRisk')];
    case 'deviation':
      return [of('realisedNet'), sign('−'), of('plannedSoFar')];
    case 'deviationShare':
      return [of('deviation'), sign('÷'), size(of('plannedSoFar'))];
    case 'plannedSoFar':
      return year === null
        ? sumFormula('kr', yearSteps(plan, figure))
        : [of('plannedNet'), sign('×'), ...partOfYear(monthsOf(plan, year).length)];
    case 'realisedNet':
      return year === null ? sumFormula('kr', yearSteps(plan, figure)) : realised(plan, year);
    default:
      return year === null ? sumFormula('kr', yearSteps(plan, figure)) : [of(figure)];
  }
}

/** A plan below zero is divided by without its sign, so that a worse result is a negative share. */
function size(planned: Term): Term {
  return planned.value < 0 ? term('planSize', -planned.value, 'kr', { refers: planned.refers }) : planned;
}

function partOfYear(months: number): Formula {
  return [term('months', months, 'months'), sign('÷'), term('monthsOfYear', 12, 'number')];
}

/** Gains − costs of the year's fully measured months. */
function realised(plan: ExplainedPlan, year: number): Formula {
  const row = plan.compared.find((c) => c.year === year);
  const last = monthsOf(plan, year).at(-1) ?? monthNumber(`${year}-12`);
  const of: Of = { from: `${year}-01`, until: monthText(last), basis: 'actual', sum: 'known' };
  const part = (name: 'gains' | 'costs') =>
    term(name, (row?.[name] ?? 0) / 100, 'kr', {
      refers: { project: plan.project, benefit: null, figure: name, of },
    });
  return [part('gains'), sign('−'), part('costs')];
}

function sectionsOf(plan: ExplainedPlan, figure: Planned | Compared, year: number | null): Section[] {
  if (year === null) {
    const name = figure === 'deviationShare' ? 'deviation' : figure;
    return [summed('years', 'kr', yearSteps(plan, name))];
  }
  return figure === 'plannedSoFar' ? [summed('planMonths', 'kr', monthSteps(plan, year))] : [];
}

/** A line for each year: what is compared is only in those that are both planned and measured. */
function yearSteps(plan: ExplainedPlan, figure: Planned | Compared): Step[] {
  const years = isPlanned(figure)
    ? plan.years.map((y) => y.year)
    : plan.compared.filter((c) => c.plannedSoFar !== null && c.months > 0).map((c) => c.year);
  return years.map((year) => {
    const { value, reason } = figureOf(plan, figure, year);
    return step(value, 'kr', value === null ? [] : formulaOf(plan, figure, year), {
      label: String(year),
      reason,
      refers: refersTo(plan, figure, year),
    });
  });
}

/** A twelfth of the year's plan for each month that is compared, in whole øre that sum to the year. */
function monthSteps(plan: ExplainedPlan, year: number): Step[] {
  const counted = new Set(monthsOf(plan, year));
  return planMonths(plan.years)
    .filter((m) => counted.has(m.month))
    .map((m) => step(m.net / 100, 'kr', [], monthSpan(m.month)));
}

function monthsOf(plan: ExplainedPlan, year: number): number[] {
  return plan.actual.map((m) => m.month).filter((month) => yearOf(month) === year);
}

function monthSpan(month: number) {
  return { from: dayText(firstDay(month)), to: dayText(firstDay(month + 1) - 1) };
}

function refersTo({ project, version }: ExplainedPlan, figure: PlanFigure, year: number | null) {
  const of: Of = { version: String(version), ...(year === null ? {} : { year: String(year) }) };
  return { project, benefit: null, figure, of };
}

/** The plan's net added up to a month: whole years, and of the last a twelfth for each month. */
function explainCumulative(plan: ExplainedPlan, until: number | null): Explained {
  const all = planMonths(plan.years);
  const months = all.filter((m) => until === null || m.month <= until);
  const years = [...plan.years].sort((a, b) => a.year - b.year);
  const steps = years.flatMap((y) => {
    const own = months.filter((m) => yearOf(m.month) === y.year);
    if (own.length === 0) return [];
    const net = term('plannedNet', plannedNet(y) / 100, 'kr', {
      refers: refersTo(plan, 'plannedNet', y.year),
    });
    const value = own.reduce((sum, m) => sum + m.net, 0) / 100;
    return [
      step(value, 'kr', own.length === 12 ? [net] : [net, sign('×'), ...partOfYear(own.length)], {
        label: String(y.year),
        refers: net.refers,
      }),
    ];
  });
  const section = summed('years', 'kr', steps);
  return {
    value: months.length === 0 ? null : section.total,
    unit: 'kr',
    own: null,
    reason: months.length === 0 ? 'not-planned' : null,
    formula: months.length === 0 ? [] : sumFormula('kr', steps),
    sections: [section],
    rounded: 'oere',
  };
}

/** The first month in which the plan's cumulative net is no longer negative, and stays so. */
function explainEven({ years }: ExplainedPlan): Explained {
  const flow = planMonths(years).map(({ month, net }) => ({ month, net, costs: 0 }));
  const even = breakEven(flow);
  const known = typeof even === 'number';
  return {
    value: known ? even : null,
    unit: 'month',
    own: known ? monthText(even) : null,
    reason: known ? null : even,
    formula: known ? evenFormula(flow, even) : [],
    sections: [cumulative(flow)],
    rounded: null,
  };
}
