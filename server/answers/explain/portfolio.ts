import type { Choice, Explanation, PortfolioExplanations } from '../../contract/explanations.ts';
import type { PortfolioQuery } from '../../contract/portfolio.ts';
import { type Figure, PARTY_FIGURES, TOTAL_FIGURES, type TotalFigure } from '../../domain/explain/figures.ts';
import { explainPortfolio } from '../../domain/explain/portfolio.ts';
import { chosen, spanOf } from '../../domain/explain/scope.ts';
import { monthOrNull } from '../../domain/project.ts';
import { basisOf } from '../../domain/report.ts';
import { GevinstError } from '../../errors.ts';
import type { Db } from '../../warehouse/schema.ts';
import { filteredResults } from '../portfolio.ts';
import { explainedGoal } from './goal.ts';
import { NOTHING } from './nothing.ts';
import { explainedPartyOfAll } from './payers.ts';
import { oneOf, requireOrder } from './project.ts';
import { withCosts } from './sources.ts';

type Filtered = Awaited<ReturnType<typeof filteredResults>>;

/** The figures of a portfolio that are explained when its overview is printed. */
const MAIN = ['net', 'gains', 'costs', 'roi', 'hours', 'fte', 'costPerHour', 'pastBreakEven'] as const;

/** How one figure of the portfolio, of the projects and months that the filters leave, was worked out. */
export async function portfolioExplanationAnswer(
  db: Db,
  {
    figure,
    basis,
    range,
    sum,
    party,
    partyMunicipality,
    goal,
    ...query
  }: PortfolioQuery & Choice & { figure: Figure },
  today: string,
): Promise<Explanation> {
  if (figure === 'goalGains') {
    requireNoFilter(query);
    return explainedGoal(db, null, goal, today);
  }
  requireOrder(query);
  const filtered = await filteredResults(db, query, today);
  const choice = { basis, range, sum };
  const ofParty = PARTY_FIGURES.find((name) => name === figure);
  if (!ofParty) return explained(filtered, oneOf(TOTAL_FIGURES, figure), choice);
  const { data, results, period } = filtered;
  const found = data.flatMap((own, i) => {
    const result = results[i];
    return result && period ? [{ data: own, result, span: spanOf(result, period, {}) }] : [];
  });
  const who = { name: party ?? null, municipality: partyMunicipality ?? null };
  return explainedPartyOfAll(db, found, period, who, ofParty);
}

/** @throws GevinstError `bad-parameter`: goals are of all projects and months */
function requireNoFilter(query: PortfolioQuery): void {
  const [filter] = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (filter === undefined) return;
  throw new GevinstError('bad-parameter', `A goal is of all projects: leave out “${filter}”.`, {
    parameter: filter,
  });
}

/** How the main figures of the portfolio, of the projects and months that the filters leave, were worked out: formulas alone. */
export async function portfolioExplanationsAnswer(
  db: Db,
  query: PortfolioQuery,
  today: string,
): Promise<PortfolioExplanations> {
  const filtered = await filteredResults(db, query, today);
  return { explanations: MAIN.map((figure) => ({ ...explained(filtered, figure, {}), sections: [] })) };
}

function explained(
  { data, results: all, period }: Filtered,
  figure: TotalFigure,
  choice: Choice,
): Explanation {
  const names = new Map(data.map((d) => [d.record.project, d.record.name]));
  const results = all.map((result) => chosen(result, choice));
  const { formula, sections, ...rest } = explainPortfolio(
    results,
    figure,
    (project) => names.get(project) ?? project,
  );
  const months = results.flatMap((r) => r.months);
  return {
    ...NOTHING,
    figure,
    project: null,
    projectName: null,
    from: monthOrNull(period?.from ?? null),
    until: monthOrNull(period?.until ?? null),
    ...rest,
    formula: [...formula],
    sections: withCosts(sections, null, new Map()),
    basis: basisOf({
      expected: months.some((m) => m.expected),
      complete: months.every((m) => m.complete),
    }),
  };
}
