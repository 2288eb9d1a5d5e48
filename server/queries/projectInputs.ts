import { type BenefitInputs, monthsToSplit } from '../domain/benefit.ts';
import { monthText } from '../domain/calendar.ts';
import { ROLES } from '../domain/codes.ts';
import type { RunCount } from '../domain/volume.ts';
import type { Db } from '../warehouse/schema.ts';
import { type BenefitRecord, benefits } from './benefits.ts';
import { costs } from './costs.ts';
import { measurements } from './measurements.ts';
import { measures } from './measures.ts';
import { projects } from './projects.ts';
import { rates } from './rates.ts';
import { robotDays } from './robotDays.ts';
import { robotMonths } from './robotMonths.ts';
import { robots } from './robots.ts';
import { targets } from './targets.ts';
import { type ProjectData, ROBOT_PREFIX, type RobotData, toInputs } from './toInputs.ts';

/** Everything that the figures of one project, or of all, are calculated from. */
export async function projectInputs(db: Db, project?: string): Promise<ProjectData[]> {
  const benefitRows = await benefits(db, project);
  const named = usedCodes(benefitRows);
  const measureRows = await measures(db, project, named.measures);
  const robotRows = await robots(db, project, named.robots);
  const codes = project === undefined ? undefined : measureRows.map((m) => m.measure);
  const ids = project === undefined ? undefined : robotRows.map((r) => r.robot_id);
  const data = toInputs({
    projects: await projects(db, project),
    benefits: benefitRows,
    measures: measureRows,
    measurements: await measurements(db, codes),
    targets: await targets(db, codes),
    costs: await costs(db, project),
    rates: await rates(db),
    robots: robotData(robotRows, await robotMonths(db, ids)),
  });
  await addDays(db, data);
  return data;
}

function usedCodes(rows: readonly BenefitRecord[]): { measures: string[]; robots: string[] } {
  const codes = new Set(rows.flatMap((row) => ROLES.flatMap((role) => row[role] ?? [])));
  const all = [...codes];
  return {
    measures: all.filter((code) => !code.startsWith(ROBOT_PREFIX)),
    robots: all
      .filter((code) => code.startsWith(ROBOT_PREFIX))
      .map((code) => code.slice(ROBOT_PREFIX.length)),
  };
}

function robotData(
  rows: Awaited<ReturnType<typeof robots>>,
  months: Awaited<ReturnType<typeof robotMonths>>,
): RobotData[] {
  const byId = new Map(
    rows.map((row) => [
      row.robot_id,
      { ...row, months: new Map<string, RunCount>(), days: new Map<string, RunCount>() },
    ]),
  );
  for (const count of months) byId.get(count.robot_id)?.months.set(count.month, count);
  return [...byId.values()];
}

/** Reads single days only of the months in which an input changes: the rollup by month is enough elsewhere. */
async function addDays(db: Db, data: readonly ProjectData[]): Promise<void> {
  const byMonth = new Map<string, Map<number, RobotData>>();
  for (const { inputs, robots: own } of data) {
    for (const benefit of inputs.benefits) {
      const robot = own.get(benefit.benefit.benefit);
      if (!robot) continue;
      for (const month of daysNeeded(benefit)) {
        const needed = byMonth.get(month) ?? new Map<number, RobotData>();
        byMonth.set(month, needed.set(robot.robot_id, robot));
      }
    }
  }
  for (const [month, needed] of byMonth) {
    const days = await robotDays(db, [...needed.keys()], month);
    for (const count of days) needed.get(count.robot_id)?.days.set(count.day, count);
  }
}

function daysNeeded(benefit: BenefitInputs): string[] {
  return monthsToSplit(benefit)
    .map(monthText)
    .filter((month) => benefit.runs?.months.has(month));
}
