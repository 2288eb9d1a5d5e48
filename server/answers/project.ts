import type { Project } from '../contract/projects.ts';
import { defaultUntil, horizonOf, type ProjectMonths, projectMonths } from '../domain/project.ts';
import { GevinstError } from '../errors.ts';
import { projectInputs } from '../queries/projectInputs.ts';
import { type ProjectRecord, projects } from '../queries/projects.ts';
import type { ProjectData } from '../queries/toInputs.ts';
import type { Db } from '../warehouse/schema.ts';

/** A project's fact box. @throws GevinstError `not-found` */
export async function projectAnswer(db: Db, project: string): Promise<Project> {
  const [record] = await projects(db, project);
  if (!record) throw unknownProject(project);
  return factBox(record);
}

/** A project's rows. @throws GevinstError `not-found` */
export async function projectData(db: Db, project: string): Promise<ProjectData> {
  const [data] = await projectInputs(db, project);
  if (!data) throw unknownProject(project);
  return data;
}

function unknownProject(project: string): GevinstError {
  return new GevinstError('not-found', `There is no project “${project}”.`, { project });
}

/** A project's months up to a month asked for, or the last with actual data. */
export function monthsUntil(
  data: ProjectData,
  today: string,
  asked: number | null,
): { project: ProjectMonths; until: number | null } {
  const until = asked ?? defaultUntil(data.inputs.reach, today);
  return { project: projectMonths(data.inputs, until ?? 0, today), until };
}

/** A project's months to a horizon asked for, or to what any row reaches, expected ones too. */
export function monthsToHorizon(
  data: ProjectData,
  today: string,
  asked: number | null,
): { project: ProjectMonths; until: number | null } {
  const until = defaultUntil(data.inputs.reach, today);
  const horizon = asked ?? (until === null ? 0 : horizonOf(data.inputs.reach, until));
  return { project: projectMonths(data.inputs, horizon, today), until };
}

export function factBox(record: ProjectRecord): Project {
  return {
    project: record.project,
    name: record.name,
    municipality: record.municipality,
    municipalityName: record.municipality_name,
    department: record.department,
    departmentName: record.department_name,
    field: record.field,
    technology: record.technology,
    stage: record.stage as Project['stage'],
    started: record.started,
    live: record.live,
    ended: record.ended,
    owner: record.owner,
    ownerEmail: record.owner_email,
    contact: record.contact,
    goal: record.goal,
    summary: record.summary,
    robots: record.robots ?? 0,
    benefits: record.benefits ?? 0,
  };
}
