import type { Explanation, PlanExplanations, ProjectChoice } from '../../contract/explanations.ts';
import type { PlanFigure, RiskFigure } from '../../domain/explain/figures.ts';
import { explainPlan } from '../../domain/explain/plan.ts';
import { explainRisks } from '../../domain/explain/risks.ts';
import { actualMonths, compareYears } from '../../domain/planActual.ts';
import { monthOrNull } from '../../domain/project.ts';
import { kroner } from '../../domain/report.ts';
import { GevinstError } from '../../errors.ts';
import { loadFiles } from '../../queries/loadFiles.ts';
import { plans, planYears } from '../../queries/plans.ts';
import { risks as storedRisks } from '../../queries/risks.ts';
import type { ProjectData } from '../../queries/toInputs.ts';
import type { Db } from '../../warehouse/schema.ts';
import { toPlanYear, versionSource } from '../plan.ts';
import { monthsToHorizon, projectData } from '../project.ts';
import { NOTHING } from './nothing.ts';
import { withCosts } from './sources.ts';

/**
 * How a figure of a version of a project's plan, the newest unless another is asked for, was worked out.
 * @throws GevinstError `not-found` where the project has no such version
 */
export async function explainedPlan(
  db: Db,
  data: ProjectData,
  figure: PlanFigure,
  { version, year }: ProjectChoice,
  asked: number | null,
  today: string,
): Promise<Explanation> {
  const { project, name } = data.record;
  const all = await plans(db, project);
  const row = version === undefined ? all.at(-1) : all.find((p) => p.version === Number(version));
  if (!row) {
    const which = version === undefined ? 'no plan yet' : `no version ${version} of its plan`;
    throw new GevinstError('not-found', `“${project}” has ${which}.`, { project });
  }
  const years = (await planYears(db, project)).filter((y) => y.version === row.version).map(toPlanYear);
  const { project: months, until } = monthsToHorizon(data, today, null);
  const first = Math.min(...years.map((y) => y.year)) * 12;
  const of = {
    project,
    version: row.version,
    years,
    compared: compareYears(years, months, until),
    actual: until === null ? [] : actualMonths(months, first, until),
  };
  const asYear = year === undefined ? null : Number(year);
  const { formula, sections, ...rest } = explainPlan(of, figure, asYear, asked);
  return {
    ...NOTHING,
    ...rest,
    figure,
    project,
    projectName: name,
    year: asYear,
    from: null,
    until: monthOrNull(figure === 'plannedCumulative' ? asked : isCompared(figure) ? until : null),
    formula: [...formula],
    sections: withCosts(sections, null, new Map()),
    basis: isCompared(figure) ? 'actual' : 'expected',
    plan: versionSource(row),
  };
}

/** The figures of a plan that its page explains when it is printed. */
const MAIN = [
  'plannedNet',
  'plannedSoFar',
  'realisedNet',
  'deviation',
  'deviationShare',
  'plannedBreakEven',
] as const;

/**
 * How the main figures of a version of a plan, the newest unless another is asked for, and the risk pool were worked out;
 * the pool alone where there is no plan yet.
 * @throws GevinstError `not-found` where the project has no such version
 */
export async function planExplanationsAnswer(
  db: Db,
  project: string,
  version: string | undefined,
  today: string,
): Promise<PlanExplanations> {
  const data = await projectData(db, project);
  const explanations: Explanation[] = [];
  const planned = version !== undefined || (await plans(db, project)).length > 0;
  for (const figure of planned ? MAIN : []) {
    explanations.push(await explainedPlan(db, data, figure, { version }, null, today));
  }
  explanations.push(await explainedRisk(db, data, 'riskPool', undefined));
  return { explanations };
}

const COMPARED: ReadonlySet<PlanFigure> = new Set([
  'realisedNet',
  'plannedSoFar',
  'deviation',
  'deviationShare',
]);

function isCompared(figure: PlanFigure): boolean {
  return COMPARED.has(figure);
}

/**
 * How a risk's expected cost, or the pool of all of them, was worked out.
 * @throws GevinstError `not-found`; `bad-parameter` where it is not said which risk
 */
export async function explainedRisk(
  db: Db,
  data: ProjectData,
  figure: RiskFigure,
  risk: string | undefined,
): Promise<Explanation> {
  const { project, name } = data.record;
  const rows = await storedRisks(db, project);
  if (figure !== 'riskPool' && risk === undefined) {
    throw new GevinstError('bad-parameter', 'Say which risk it is: the parameter “risk” is its name.', {
      parameter: 'risk',
    });
  }
  const own = figure === 'riskPool' ? rows : rows.filter((r) => r.risk === risk);
  if (own.length === 0 && figure !== 'riskPool') {
    throw new GevinstError('not-found', `“${project}” has no risk “${risk}”.`, { project });
  }
  const risks = own.map((r) => ({
    risk: r.risk,
    probability: r.probability,
    consequence: r.consequence_oere,
  }));
  const { formula, sections, ...rest } = explainRisks(project, risks, figure, risk ?? null);
  const files = await loadFiles(db, [...new Set(own.map((r) => r.load_id))]);
  return {
    ...NOTHING,
    ...rest,
    figure,
    project,
    projectName: name,
    about: figure === 'riskPool' ? null : (risk ?? null),
    from: null,
    until: null,
    formula: [...formula],
    sections: withCosts(sections, null, new Map()),
    basis: 'expected',
    risks: own.map((r) => ({
      risk: r.risk,
      probability: r.probability,
      consequence: kroner(r.consequence_oere),
      load: r.load_id,
      file: files.find((f) => f.load_id === r.load_id)?.file ?? null,
    })),
  };
}
