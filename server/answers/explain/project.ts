import type { Choice, Explanation, ProjectChoice, ProjectExplanations } from '../../contract/explanations.ts';
import type { BenefitInputs } from '../../domain/benefit.ts';
import { monthNumber } from '../../domain/calendar.ts';
import { partsOf } from '../../domain/explain/benefit.ts';
import {
  BENEFIT_FIGURES,
  type Figure,
  MEASURE_FIGURES,
  PARTY_FIGURES,
  PLAN_FIGURES,
  RISK_FIGURES,
  TOTAL_FIGURES,
} from '../../domain/explain/figures.ts';
import { benefitValue, explainProject } from '../../domain/explain/project.ts';
import { chosen, type Span, spanOf } from '../../domain/explain/scope.ts';
import { fteWindow } from '../../domain/figures.ts';
import { type ProjectResult, projectResult } from '../../domain/portfolio.ts';
import { judgedOn, monthOrNull } from '../../domain/project.ts';
import { basisOf } from '../../domain/report.ts';
import { givesHours } from '../../domain/unknowns.ts';
import { GevinstError } from '../../errors.ts';
import type { ProjectData } from '../../queries/toInputs.ts';
import type { Db } from '../../warehouse/schema.ts';
import { monthsUntil, projectData } from '../project.ts';
import { explainedBenefit } from './benefit.ts';
import { explainedGoal } from './goal.ts';
import { explainedMeasure } from './measure.ts';
import { NOTHING } from './nothing.ts';
import { explainedParty } from './payers.ts';
import { explainedPlan, explainedRisk } from './plan.ts';
import { type Files, filesOf, ratesFrom, withCosts } from './sources.ts';

export interface ExplanationQuery extends ProjectChoice {
  figure: Figure;
  benefit?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

/** What a project's explanations are made from. */
export interface Found {
  data: ProjectData;
  result: ProjectResult;
  span: Span;
  from: number | null;
  until: number | null;
  /** On which day levels and targets are judged. */
  day: string;
}

/** The figures of a project that its case sheet explains when it is printed. */
const MAIN = ['net', 'gains', 'costs', 'roi', 'hours', 'fte', 'costPerHour', 'breakEven', 'npv'] as const;

/** As many benefits as a case sheet shows when it is printed. */
const MOST_BENEFITS = 6;

/**
 * How one figure of a project, or of its benefit, was worked out.
 * @throws GevinstError `not-found`; `bad-parameter` for a figure that there is none of
 */
export async function explanationAnswer(
  db: Db,
  project: string,
  query: ExplanationQuery,
  today: string,
): Promise<Explanation> {
  requireOrder(query);
  const found = await find(db, project, query, today);
  if (query.benefit !== undefined) {
    const figure = oneOf(BENEFIT_FIGURES, query.figure);
    return explainedBenefit(db, found, query.benefit, figure, true);
  }
  const ofParty = PARTY_FIGURES.find((name) => name === query.figure);
  if (ofParty) return explainedParty(db, found, query.party ?? null, ofParty);
  const ofPlan = PLAN_FIGURES.find((name) => name === query.figure);
  if (ofPlan) return explainedPlan(db, found.data, ofPlan, query, asked(query.until), today);
  const ofRisk = RISK_FIGURES.find((name) => name === query.figure);
  if (ofRisk) return explainedRisk(db, found.data, ofRisk, query.risk);
  const ofMeasure = MEASURE_FIGURES.find((name) => name === query.figure);
  if (ofMeasure) return explainedMeasure(db, found.data, ofMeasure, query, today);
  if (query.figure === 'goalGains') return explainedGoal(db, found.data.record, query.goal, today);
  const figure = oneOf(TOTAL_FIGURES, query.figure);
  return explained(found, await filesOf(db, found.data), figure);
}

/** How the main figures of a project, and its largest benefits, were worked out. */
export async function explanationsAnswer(
  db: Db,
  project: string,
  until: string | undefined,
  today: string,
): Promise<ProjectExplanations> {
  const found = await find(db, project, { until }, today);
  const files = await filesOf(db, found.data);
  const all = largestFirst(found);
  const benefits: Explanation[] = [];
  for (const { benefit } of all.slice(0, MOST_BENEFITS)) {
    const figure = benefit.method === 'indicator' ? 'difference' : 'gains';
    benefits.push(await explainedBenefit(db, found, benefit.benefit, figure, false));
  }
  const furtherBenefits = all.length - benefits.length;
  return { explanations: MAIN.map((figure) => explained(found, files, figure)), benefits, furtherBenefits };
}

/** A project's benefits, those with the largest gains first. */
function largestFirst(found: Found) {
  const gains = (b: BenefitInputs) => benefitValue(found.result, found.span, b, 'gains').value ?? -1;
  const all = found.data.inputs.benefits.map((inputs) => ({ inputs, gains: gains(inputs) }));
  return all.sort((a, b) => b.gains - a.gains).map(({ inputs }) => inputs);
}

async function find(
  db: Db,
  project: string,
  query: Choice & { from?: string | undefined; until?: string | undefined },
  today: string,
): Promise<Found> {
  const data = await projectData(db, project);
  const month = asked(query.until);
  const { project: months, until } = monthsUntil(data, today, month);
  const from = asked(query.from);
  const result = chosen(projectResult(months, { from, until: until ?? 0 }), query);
  return {
    data,
    result,
    span: spanOf(result, { from, until }, query),
    from,
    until,
    day: judgedOn(month, today),
  };
}

const asked = (month: string | undefined) => (month === undefined ? null : monthNumber(month));

/** @throws GevinstError `bad-parameter` for a period that ends before it begins */
export function requireOrder({
  from,
  until,
}: {
  from?: string | undefined;
  until?: string | undefined;
}): void {
  if (from === undefined || until === undefined || from <= until) return;
  throw new GevinstError('bad-parameter', `The period ends (${until}) before it begins (${from}).`, {
    parameter: 'until',
    expected: `a month from ${from} on`,
  });
}

/** One of the figures that there are. @throws GevinstError `bad-parameter` */
export function oneOf<F extends Figure>(known: readonly F[], figure: Figure): F {
  const found = known.find((name) => name === figure);
  if (found !== undefined) return found;
  throw new GevinstError(
    'bad-parameter',
    `There is no figure “${figure}” here. Expected ${known.join(', ')}.`,
    { parameter: 'figure' },
  );
}

function explained(found: Found, files: Files, figure: (typeof TOTAL_FIGURES)[number]): Explanation {
  const { data, result, span, from, until } = found;
  const of = oneOf(PROJECT_FIGURES, figure);
  const name = (benefit: string) => data.records.get(benefit)?.name ?? benefit;
  const { formula, sections, ...rest } = explainProject(result, span, of, name);
  return {
    ...NOTHING,
    figure,
    project: data.record.project,
    projectName: data.record.name,
    from: monthOrNull(from),
    until: monthOrNull(until),
    ...rest,
    formula: [...formula],
    sections: withCosts(sections, data, files),
    rates: figure === 'fte' && rest.value !== null ? ratesOfFte(found, files) : [],
    basis: basisOf({
      expected: result.months.some((m) => m.expected),
      complete: result.months.every((m) => m.complete),
    }),
  };
}

/** The rates whose hours per FTE were in force in the months that FTE are counted in. */
function ratesOfFte({ data, result, span }: Found, files: Files): Explanation['rates'] {
  const window = fteWindow(result.months, result.months.at(-1)?.month ?? 0);
  const [first, last] = [window[0], window.at(-1)];
  if (!first || !last) return [];
  const own = { from: first.month, until: last.month, only: span.only };
  const used = data.inputs.benefits.filter(givesHours).flatMap((inputs) => {
    const days = new Set(partsOf(result.project, inputs, own).parts.map((part) => part.rate?.validFrom));
    return (data.rates.get(inputs.benefit.benefit) ?? []).filter((rate) => days.has(rate.validFrom));
  });
  return ratesFrom(
    [...new Map(used.map((rate) => [`${rate.rate} ${rate.validFrom}`, rate])).values()],
    files,
  );
}

const PROJECT_FIGURES = TOTAL_FIGURES.filter((figure) => figure !== 'pastBreakEven');
