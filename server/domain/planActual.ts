import { yearOf } from './calendar.ts';
import type { Reason } from './codes.ts';
import { type PlanYear, planMonths } from './plan.ts';
import type { ProjectMonth, ProjectMonths } from './project.ts';
import { basisOf } from './report.ts';
import { unknownsOf } from './unknowns.ts';

/** A project in a month of which everything is measured, in øre. */
export interface ActualMonth {
  month: number;
  gains: number;
  costs: number;
}

/** A year, planned and actual, in øre; null where unknown, and then `reasons` says why by name. */
export interface YearComparison {
  year: number;
  planned: PlanYear | null;
  /** How many of its months are fully measured: only these are compared. */
  months: number;
  /** The last of these; null without any. */
  last: number | null;
  /** How many of its months lack a measurement. */
  unmeasured: number;
  gains: number | null;
  costs: number | null;
  net: number | null;
  /** The plan's share for the same months. */
  plannedSoFar: number | null;
  deviation: number | null;
  /** Deviation ÷ the size of the plan for the same months. */
  share: number | null;
  reasons: Record<string, Reason>;
}

/** The years together: only those that are both planned and measured are in the sums. */
export type TotalComparison = Pick<
  YearComparison,
  'months' | 'last' | 'net' | 'plannedSoFar' | 'deviation' | 'share' | 'reasons'
>;

/**
 * The months up to `until` of which everything is measured. Those from `from` to the project's first cost or gain count
 * too, as nothing: a plan that begins sooner than the project did is behind by then.
 */
export function actualMonths(project: ProjectMonths, from: number | null, until: number): ActualMonth[] {
  const own = measured(project.months, until).map((m) => ({
    month: m.month,
    gains: m.gains.value,
    costs: m.costs,
  }));
  const first = project.months[0]?.month;
  if (own.length === 0 || first === undefined || from === null || from >= first) return own;
  const before = Array.from({ length: first - from }, (_, i) => ({ month: from + i, gains: 0, costs: 0 }));
  return [...before, ...own];
}

function measured(months: readonly ProjectMonth[], until: number): ProjectMonth[] {
  return months.filter((m) => m.month <= until && basisOf(m) === 'actual');
}

/** Why a project’s gains in kroner are unknown whatever is measured; null where they can be known. */
function neverInMoney(project: ProjectMonths): Reason | null {
  const { gains } = unknownsOf(project, () => true);
  return gains === 'no-benefits' || gains === 'not-monetary' ? gains : null;
}

/** Each year that is planned, or that the project had anything in up to `until`; null is without any data. */
export function compareYears(
  plan: readonly PlanYear[],
  project: ProjectMonths,
  until: number | null,
): YearComparison[] {
  const months = planMonths(plan);
  const actual = until === null ? [] : actualMonths(project, months[0]?.month ?? null, until);
  const seen = project.months.filter((m) => m.month <= (until ?? 0));
  const noGains = neverInMoney(project);
  const noCosts = project.inputs.costs.length === 0 ? 'no-costs' : null;
  const years = [...new Set([...plan.map((p) => p.year), ...seen.map((m) => yearOf(m.month))])];
  return years
    .sort((a, b) => a - b)
    .map((year) => {
      const own = actual.filter((m) => yearOf(m.month) === year);
      const counted = new Set(own.map((m) => m.month));
      const planned = plan.find((p) => p.year === year) ?? null;
      const soFar = months.reduce((sum, m) => sum + (counted.has(m.month) ? m.net : 0), 0);
      const gains = own.reduce((sum, m) => sum + m.gains, 0);
      const costs = own.reduce((sum, m) => sum + m.costs, 0);
      return {
        year,
        planned,
        last: own.at(-1)?.month ?? null,
        unmeasured: seen.filter((m) => yearOf(m.month) === year && !m.complete).length,
        ...known(
          own.length,
          { gains: noGains, costs: noCosts, plan: planned === null ? 'not-planned' : null },
          { gains, costs, soFar },
        ),
      };
    });
}

/** The sums of the years that are both planned and measured. */
export function compareTotal(years: readonly YearComparison[]): TotalComparison {
  const both = years.filter((y) => y.plannedSoFar !== null && y.months > 0);
  const sum = (value: (y: YearComparison) => number | null) => both.reduce((s, y) => s + (value(y) ?? 0), 0);
  const why = (name: 'gains' | 'costs') => both.find((y) => y[name] === null)?.reasons[name] ?? null;
  const {
    gains: _gains,
    costs: _costs,
    ...total
  } = known(
    sum((y) => y.months),
    { gains: why('gains'), costs: why('costs'), plan: null },
    { gains: sum((y) => y.gains), costs: sum((y) => y.costs), soFar: sum((y) => y.plannedSoFar) },
  );
  return { ...total, last: both.at(-1)?.last ?? null };
}

function known(
  months: number,
  lacking: { gains: Reason | null; costs: Reason | null; plan: Reason | null },
  sums: { gains: number; costs: number; soFar: number },
) {
  const reasons: Record<string, Reason> = {};
  const unless = (name: string, why: Reason | null, value: number): number | null => {
    if (why === null) return value;
    reasons[name] = why;
    return null;
  };
  const none = months === 0 ? 'no-actual' : null;
  const net = sums.gains - sums.costs;
  const noNet = none ?? lacking.gains ?? lacking.costs;
  const noDeviation = lacking.plan ?? noNet;
  return {
    months,
    gains: unless('gains', none ?? lacking.gains, sums.gains),
    costs: unless('costs', none ?? lacking.costs, sums.costs),
    net: unless('net', noNet, net),
    plannedSoFar: unless('plannedSoFar', lacking.plan ?? none, sums.soFar),
    deviation: unless('deviation', noDeviation, net - sums.soFar),
    share: unless(
      'share',
      noDeviation ?? (sums.soFar === 0 ? 'zero-plan' : null),
      (net - sums.soFar) / Math.abs(sums.soFar),
    ),
    reasons,
  };
}
