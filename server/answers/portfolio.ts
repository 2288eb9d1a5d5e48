import type { Portfolio, PortfolioQuery } from '../contract/portfolio.ts';
import type { ProjectList } from '../contract/projects.ts';
import { monthNumber } from '../domain/calendar.ts';
import {
  type Period,
  type ProjectResult,
  pastBreakEven,
  portfolioFigures,
  projectResult,
  splitGains,
  sumMonths,
} from '../domain/portfolio.ts';
import { defaultUntil, horizonOf, monthOrNull, projectMonths, type Reach } from '../domain/project.ts';
import { isComplete, kroner, monthFigures, prefixed, totals, yearFigures } from '../domain/report.ts';
import { GevinstError } from '../errors.ts';
import { projectInputs } from '../queries/projectInputs.ts';
import type { ProjectData } from '../queries/toInputs.ts';
import type { Db } from '../warehouse/schema.ts';
import { behindTarget, dueFollowups } from './attention.ts';
import { filterOptions, matches } from './filters.ts';
import { factBox } from './project.ts';

/** What the portfolio was worth, of the projects and months that the filters leave. */
export async function portfolioAnswer(db: Db, query: PortfolioQuery, today: string): Promise<Portfolio> {
  const { all, data, period, horizon, results } = await filteredResults(db, query, today);
  const figures = portfolioFigures(results, 'figures');
  const actual = portfolioFigures(results, 'actual');
  const split = splitGains(results);
  const toHorizon = results.flatMap((r) => r.project.months.filter((m) => m.month >= (period?.from ?? 0)));
  const part = (oere: number) => (figures.gains === null ? null : kroner(oere));
  const firsts = results.flatMap((r) => r.project.months[0]?.month ?? []);
  return {
    first: firsts.length === 0 ? null : monthOrNull(Math.min(...firsts)),
    from: monthOrNull(period?.from ?? null),
    until: monthOrNull(period?.until ?? null),
    horizon: monthOrNull(horizon),
    complete: results.length > 0 && results.every((r) => r.months.every((m) => m.complete)),
    incompleteProjects: results.filter((r) => r.months.some((m) => !m.complete)).length,
    totals: totals(figures),
    actual: totals(actual),
    reasons: { ...figures.reasons, ...prefixed('actual', actual.reasons) },
    split: {
      cashable: part(split.cashable),
      freed: part(split.freed),
      unspecified: part(split.unspecified),
    },
    pastBreakEven: pastBreakEven(results),
    years: yearFigures(sumMonths(results.flatMap((r) => r.months))),
    months: monthFigures(sumMonths(toHorizon)),
    projects: rows(data, results, period),
    behindTarget: await behindTarget(db, data, query.until ? monthNumber(query.until) : null, today),
    followupsDue: await dueFollowups(db, data, today),
    filters: filterOptions(all.map((d) => d.record)),
  };
}

/** The results of the projects and months that the filters leave. */
export async function filteredResults(db: Db, query: PortfolioQuery, today: string) {
  const all = await projectInputs(db);
  const data = all.filter((d) => matches(d.record, query));
  const { period, horizon } = periodOf(data, query, today);
  return { all, data, period, horizon, results: resultsOf(data, period, horizon, today) };
}

/** The projects that the filters leave, with their figures. */
export async function projectsAnswer(db: Db, query: PortfolioQuery, today: string): Promise<ProjectList> {
  const data = (await projectInputs(db)).filter((d) => matches(d.record, query));
  const { period } = periodOf(data, query, today);
  return { projects: rows(data, resultsOf(data, period, period?.until ?? null, today), period) };
}

/** The months that a question's filters leave, and the last that any of the projects reaches. */
export function periodOf(data: readonly ProjectData[], query: PortfolioQuery, today: string) {
  const reach: Reach = {
    actual: latest(data.map((d) => d.inputs.reach.actual)),
    any: latest(data.map((d) => d.inputs.reach.any)),
  };
  const until = query.until ? monthNumber(query.until) : defaultUntil(reach, today);
  const from = query.from ? monthNumber(query.from) : null;
  if (from !== null && query.until && until !== null && from > until) {
    throw new GevinstError('bad-parameter', `“from” (${query.from}) is after “until” (${query.until}).`, {
      parameter: 'from',
    });
  }
  const period: Period | null = until === null ? null : { from, until };
  return { period, horizon: until === null ? null : horizonOf(reach, until) };
}

function resultsOf(
  data: readonly ProjectData[],
  period: Period | null,
  horizon: number | null,
  today: string,
): ProjectResult[] {
  if (!period || horizon === null) return [];
  return data.map((d) => projectResult(projectMonths(d.inputs, horizon, today), period));
}

function rows(data: readonly ProjectData[], results: readonly ProjectResult[], period: Period | null) {
  return data.map((d, i) => {
    const result = results[i];
    const figures = result?.figures ?? portfolioFigures([], 'figures');
    return {
      ...factBox(d.record),
      until: monthOrNull(period?.until ?? null),
      complete: result ? isComplete(result.months) : false,
      costsRegistered: d.inputs.costs.length > 0,
      totals: totals(figures),
      reasons: figures.reasons,
    };
  });
}

function latest(months: readonly (string | null)[]): string | null {
  return months.reduce((a, b) => (a !== null && (b === null || a > b) ? a : b), null);
}
