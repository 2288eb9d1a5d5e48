import type { ApprovedPlan, Plan, PlanComparison, PlanVersion } from '../contract/plan.ts';
import { monthText } from '../domain/calendar.ts';
import { breakEven } from '../domain/figures.ts';
import { expectedCost, type PlanYear, planMonths, plannedNet, riskPool } from '../domain/plan.ts';
import {
  compareTotal,
  compareYears,
  type TotalComparison,
  type YearComparison,
} from '../domain/planActual.ts';
import { draftYears } from '../domain/planDraft.ts';
import { monthOrNull, type ProjectMonth, type ProjectMonths } from '../domain/project.ts';
import { kroner } from '../domain/report.ts';
import { deviationRevision } from '../edits/deviation.ts';
import { projectRisks, risksRevision } from '../edits/risks.ts';
import { deviations, plans, planYears } from '../queries/plans.ts';
import type { ProjectData } from '../queries/toInputs.ts';
import type { Db } from '../warehouse/schema.ts';
import { monthsToHorizon, projectData } from './project.ts';

/** A project's plans against what came of them, its risks, and why years came out otherwise. */
export async function planAnswer(db: Db, project: string, today: string): Promise<Plan> {
  const data = await projectData(db, project);
  const { project: months, until } = monthsToHorizon(data, today, null);
  const versions = await planVersions(db, months, until);
  const risks = await projectRisks(db, project);
  return {
    project,
    until: monthOrNull(until),
    versions,
    actual: actualCurve(months, until),
    draft: draftYears(months, today).map((y) => ({
      ...y,
      scenario0: orNull(y.scenario0),
      scenario1: orNull(y.scenario1),
    })),
    risks: {
      list: risks.map((risk) => ({
        ...risk,
        consequence: kroner(risk.consequence),
        expected: kroner(expectedCost(risk)),
      })),
      pool: kroner(riskPool(risks)),
      revision: risksRevision(risks),
    },
    explanations: await explanations(db, project, versions),
  };
}

/** A project's plans, oldest first, against what came of them to `until`. */
async function planVersions(db: Db, months: ProjectMonths, until: number | null): Promise<PlanVersion[]> {
  const { project } = months.inputs;
  const years = await planYears(db, project);
  return (await plans(db, project)).map((row) => {
    const own = years.filter((y) => y.version === row.version).map(toPlanYear);
    return { ...versionSource(row), ...versionFigures(own, months, until) };
  });
}

/**
 * A project's newest plan, and the first where that is another, against what came of them, with why years came out
 * otherwise; null while none is approved.
 */
export async function approvedPlan(db: Db, data: ProjectData, today: string): Promise<ApprovedPlan | null> {
  const { project: months, until } = monthsToHorizon(data, today, null);
  const versions = await planVersions(db, months, until);
  const [first, newest] = [versions[0], versions.at(-1)];
  if (!first || !newest) return null;
  return {
    first: first === newest ? null : first,
    newest,
    until: monthOrNull(until),
    explanations: await explanations(db, data.record.project, versions),
  };
}

const orNull = (oere: number | null) => (oere === null ? null : kroner(oere));

/** What a plan's version says of itself: who approved it, and who entered it when. */
export function versionSource(row: Awaited<ReturnType<typeof plans>>[number]) {
  return {
    version: row.version,
    kind: row.kind,
    approved: row.approved,
    approvedBy: row.approved_by,
    note: row.note,
    created: new Date(row.created * 1000).toISOString(),
    createdBy: row.created_by,
  };
}

/** A year of a plan as the domain has it. */
export function toPlanYear(row: Awaited<ReturnType<typeof planYears>>[number]): PlanYear {
  return {
    year: row.year,
    scenario0: row.scenario0_oere,
    scenario1: row.scenario1_oere,
    risk: row.risk_oere,
  };
}

function versionFigures(years: readonly PlanYear[], months: ProjectMonths, until: number | null) {
  const compared = compareYears(years, months, until);
  const whole = compareTotal(compared);
  const plan = planMonths(years);
  const even = breakEven(plan);
  const sum = (part: (y: PlanYear) => number) => kroner(years.reduce((total, y) => total + part(y), 0));
  return {
    years: compared.map(comparison),
    planned: {
      scenario0: sum((y) => y.scenario0),
      scenario1: sum((y) => y.scenario1),
      risk: sum((y) => y.risk),
      net: sum(plannedNet),
    },
    total: { ...total(whole), until: monthOrNull(whole.last) },
    breakEven: typeof even === 'number' ? monthText(even) : null,
    noBreakEven: typeof even === 'number' ? null : even,
    months: cumulative(plan),
  };
}

function comparison({ planned, gains, costs, ...rest }: YearComparison): PlanComparison {
  return {
    year: rest.year,
    planned: planned && {
      scenario0: kroner(planned.scenario0),
      scenario1: kroner(planned.scenario1),
      risk: kroner(planned.risk),
      net: kroner(plannedNet(planned)),
    },
    unmeasured: rest.unmeasured,
    gains: orNull(gains),
    costs: orNull(costs),
    ...total(rest),
  };
}

function total({ months, net, plannedSoFar, deviation, share, reasons }: Omit<TotalComparison, 'last'>) {
  return {
    months,
    net: orNull(net),
    plannedSoFar: orNull(plannedSoFar),
    deviation: orNull(deviation),
    share: share === null ? null : Number(share.toPrecision(12)),
    reasons,
  };
}

function cumulative(months: readonly { month: number; net: number }[]) {
  let sum = 0;
  return months.map(({ month, net }) => {
    sum += net;
    return { month: monthText(month), cumulativeNet: kroner(sum) };
  });
}

/**
 * A running sum rests on all that came before it: from the first expected month on nothing of it is actual. Without
 * registered costs there is no net to draw.
 */
function actualCurve({ inputs, months }: ProjectMonths, until: number | null): Plan['actual'] {
  if (months.length > 0 && inputs.costs.length === 0) {
    return { months: [], unmeasured: 0, breakEven: null, noBreakEven: 'no-costs' };
  }
  const seen = months.filter((m) => m.month <= (until ?? 0));
  const expected = seen.findIndex((m) => m.expected);
  const own = expected < 0 ? seen : seen.slice(0, expected);
  const flow = own.map((m: ProjectMonth) => ({ month: m.month, net: m.gains.value - m.costs }));
  const even = breakEven(flow);
  return {
    months: cumulative(flow),
    unmeasured: own.filter((m) => !m.complete).length,
    breakEven: typeof even === 'number' ? monthText(even) : null,
    noBreakEven: typeof even === 'number' ? null : even,
  };
}

async function explanations(
  db: Db,
  project: string,
  versions: readonly PlanVersion[],
): Promise<Plan['explanations']> {
  const written = new Map((await deviations(db, project)).map((d) => [d.year, d.explanation]));
  const years = new Set([...versions.flatMap((v) => v.years.map((y) => y.year)), ...written.keys()]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => {
      const explanation = written.get(year) ?? null;
      return { year, explanation, revision: deviationRevision(explanation) };
    });
}
