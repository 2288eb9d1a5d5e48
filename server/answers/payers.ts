import type { Payers } from '../contract/payers.ts';
import type { PortfolioQuery } from '../contract/portfolio.ts';
import { monthNumber } from '../domain/calendar.ts';
import { type PayerProject, payerFigures } from '../domain/payers.ts';
import type { Period } from '../domain/portfolio.ts';
import { monthOrNull, projectMonths } from '../domain/project.ts';
import { kroner } from '../domain/report.ts';
import { gainingDepartments } from '../queries/gainingDepartments.ts';
import { projectInputs } from '../queries/projectInputs.ts';
import type { ProjectData } from '../queries/toInputs.ts';
import type { Db } from '../warehouse/schema.ts';
import { departmentsOf } from './explain/payers.ts';
import { matches } from './filters.ts';
import { periodOf } from './portfolio.ts';
import { monthsUntil, projectData } from './project.ts';

/** Who pays for a project and who gains by it, up to `until` (`YYYY-MM`) or the last month with actual data. */
export async function projectPayersAnswer(
  db: Db,
  project: string,
  today: string,
  until?: string,
): Promise<Payers> {
  const data = await projectData(db, project);
  const found = monthsUntil(data, today, until === undefined ? null : monthNumber(until));
  return answer(db, [data], found.until === null ? null : { from: null, until: found.until }, today);
}

/** Who pays and who gains, of the projects and months that the filters leave. */
export async function portfolioPayersAnswer(db: Db, query: PortfolioQuery, today: string): Promise<Payers> {
  const data = (await projectInputs(db)).filter((d) => matches(d.record, query));
  return answer(db, data, periodOf(data, query, today).period, today);
}

async function answer(
  db: Db,
  data: readonly ProjectData[],
  period: Period | null,
  today: string,
): Promise<Payers> {
  const gaining = await gainingDepartments(db);
  const projects = data.map(
    (d): PayerProject => ({
      project: projectMonths(d.inputs, period?.until ?? 0, today),
      municipality: d.record.municipality_name,
      departments: departmentsOf(d, gaining),
    }),
  );
  const { rows, costs, gains, net, reason } = payerFigures(projects, period);
  const inKroner = (oere: number | null) => (oere === null ? null : kroner(oere));
  return {
    from: monthOrNull(period?.from ?? null),
    until: monthOrNull(period?.until ?? null),
    rows: rows.map((row) => ({
      ...row,
      costs: kroner(row.costs),
      gains: inKroner(row.gains),
      net: inKroner(row.net),
    })),
    costs: kroner(costs),
    gains: inKroner(gains),
    net: inKroner(net),
    reason,
  };
}
