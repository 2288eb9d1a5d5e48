import type { ProjectWork, RobotChoices, WorkLoads } from '../contract/robotWork.ts';
import { byMonth, workOf } from '../domain/robotWork.ts';
import { loadFiles } from '../queries/loadFiles.ts';
import { projects } from '../queries/projects.ts';
import { robots } from '../queries/robots.ts';
import { runLoads } from '../queries/runLoads.ts';
import { countedRobots, workMonths } from '../queries/workMonths.ts';
import type { Db } from '../warehouse/schema.ts';
import { projectAnswer } from './project.ts';

/** What a project's robots did, those with most transactions first. @throws GevinstError `not-found` */
export async function robotWorkAnswer(db: Db, project: string): Promise<ProjectWork> {
  await projectAnswer(db, project);
  const counted = await countedRobots(db);
  const months = await workMonths(db, project);
  const own = (await robots(db, project)).map(({ robot_id, robot, name }) => ({
    robot,
    name,
    counted: counted.has(robot),
    work: workOf(months.filter((row) => row.robot_id === robot_id)),
  }));
  return {
    robots: own.sort((a, b) => b.work.runs - a.work.runs),
    work: workOf(months),
    months: byMonth(months),
  };
}

/** Every robot and project by name, to choose among. */
export async function robotChoicesAnswer(db: Db): Promise<RobotChoices> {
  const all = await projects(db);
  const names = new Map(all.map(({ project, name }) => [project, name]));
  return {
    robots: (await robots(db)).map(({ robot, name, project }) => ({
      robot,
      name,
      projectName: names.get(project) ?? project,
    })),
    projects: all.map(({ project, name }) => ({ project, name })),
  };
}

/** Which loads a project's transactions come from. @throws GevinstError `not-found` */
export async function workLoadsAnswer(db: Db, project: string): Promise<WorkLoads> {
  await projectAnswer(db, project);
  const runs = new Map<number, number>();
  for (const { robot_id } of await robots(db, project)) {
    for (const row of await runLoads(db, robot_id)) {
      runs.set(row.load_id, (runs.get(row.load_id) ?? 0) + row.runs);
    }
  }
  const files = new Map((await loadFiles(db, [...runs.keys()])).map((file) => [file.load_id, file]));
  const loads = [...runs].map(([load, count]) => {
    const { file = null, part = null } = files.get(load) ?? {};
    return { load, file, part, runs: count };
  });
  return { loads: loads.sort((a, b) => b.load - a.load) };
}
