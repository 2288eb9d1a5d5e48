import type { BusinessCase, ProjectSeries } from '../contract/report.ts';
import { monthNumber } from '../domain/calendar.ts';
import { businessCase, projectSeries } from '../domain/report.ts';
import type { Db } from '../warehouse/schema.ts';
import { monthsToHorizon, monthsUntil, projectData } from './project.ts';

/** The business case of a project up to `until` (`YYYY-MM`), or the last month with actual data. */
export async function businessCaseAnswer(
  db: Db,
  project: string,
  today: string,
  until?: string,
): Promise<BusinessCase> {
  const asked = until === undefined ? null : monthNumber(until);
  const found = monthsUntil(await projectData(db, project), today, asked);
  return businessCase(found.project, found.until);
}

/** The cumulative curve of a project to a month, or to its horizon, expected months included. */
export async function seriesAnswer(
  db: Db,
  project: string,
  today: string,
  until?: string,
): Promise<ProjectSeries> {
  const data = await projectData(db, project);
  const found = monthsToHorizon(data, today, until === undefined ? null : monthNumber(until));
  return {
    ...projectSeries(found.project, data.record.live, found.until),
    costsRegistered: data.inputs.costs.length > 0,
  };
}
