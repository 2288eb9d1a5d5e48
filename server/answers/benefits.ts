import type { Benefit, BenefitList, CalculationInput } from '../contract/benefits.ts';
import type { BenefitInputs } from '../domain/benefit.ts';
import { monthNumber, monthText } from '../domain/calendar.ts';
import { ROLES, type Role } from '../domain/codes.ts';
import { judgedRole } from '../domain/judged.ts';
import { lackingInput } from '../domain/lacking.ts';
import type { ProjectMonths } from '../domain/project.ts';
import { judgedOn, monthOrNull } from '../domain/project.ts';
import { benefitFigures, kroner } from '../domain/report.ts';
import type { BenefitRecord } from '../queries/benefits.ts';
import type { MeasureData, ProjectData, RobotData } from '../queries/toInputs.ts';
import type { Db } from '../warehouse/schema.ts';
import { dueFollowups } from './attention.ts';
import { measurement } from './measures.ts';
import { monthsUntil, projectData } from './project.ts';

/** A project's benefits with their figures, and every row that these were calculated from. */
export async function benefitsAnswer(
  db: Db,
  project: string,
  today: string,
  until?: string,
): Promise<BenefitList> {
  const data = await projectData(db, project);
  const asked = until === undefined ? null : monthNumber(until);
  const found = monthsUntil(data, today, asked);
  const to = { until: found.until ?? 0, day: judgedOn(asked, today) };
  return {
    until: monthOrNull(found.until),
    benefits: data.inputs.benefits.flatMap((inputs) => {
      const record = data.records.get(inputs.benefit.benefit);
      return record ? [benefit(data, found.project, inputs, record, to)] : [];
    }),
    followupsDue: await dueFollowups(db, [data], today),
  };
}

function benefit(
  data: ProjectData,
  project: ProjectMonths,
  inputs: BenefitInputs,
  record: BenefitRecord,
  { until, day }: { until: number; day: string },
): Benefit {
  const { line, difference, per, expected, reasons } = benefitFigures(project, inputs, until, day);
  const judged = data.measures.get(record[judgedRole(inputs)] ?? '')?.record;
  const robot = data.robots.get(record.benefit);
  return {
    ...line,
    difference,
    per,
    expected,
    reasons,
    targetAhead: line.targetDue !== null && line.targetDue >= day,
    name: record.name,
    type: record.type,
    measure: judged?.measure ?? null,
    measureName: judged?.name ?? null,
    unit: judged?.unit ?? null,
    better: judged?.better ?? null,
    attribution: inputs.benefit.attribution,
    owner: record.owner,
    ownerEmail: record.owner_email,
    confidence: record.confidence,
    change: record.change,
    from: record.from_day,
    to: record.to_day,
    lacking: line.gains === null ? lacking(data, inputs, record) : null,
    inputs: ROLES.flatMap((role) => calculationInputs(role, data.measures.get(record[role] ?? ''), day)),
    runs: robot ? calculationRuns(robot, until) : null,
    rates: (data.rates.get(record.benefit) ?? []).map((r) => ({
      rate: r.rate,
      validFrom: r.validFrom,
      hourlyKr: kroner(r.hourlyOere),
      hoursPerFte: r.hoursPerFte,
      source: r.source,
    })),
  };
}

function lacking(
  { measures }: ProjectData,
  inputs: BenefitInputs,
  record: BenefitRecord,
): Benefit['lacking'] {
  const found = lackingInput(inputs);
  const name = found && measures.get(record[found.role] ?? '')?.record.name;
  return found && name !== undefined && name !== null ? { name, phase: found.phase } : null;
}

function calculationInputs(role: Role, measure: MeasureData | undefined, day: string): CalculationInput[] {
  if (!measure) return [];
  const { record } = measure;
  return measure.measurements
    .filter((m) => m.from_day <= day)
    .map((m) => ({
      role,
      measure: record.measure,
      name: record.name,
      unit: record.unit,
      source: record.source,
      ...measurement(m),
    }));
}

function calculationRuns(robot: RobotData, until: number): Benefit['runs'] {
  const months = [...robot.months]
    .filter(([month]) => month <= monthText(until))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    robot: robot.robot,
    name: robot.name,
    runs: months.reduce((sum, [, m]) => sum + m.successes, 0),
    items: months.reduce((sum, [, m]) => sum + m.items, 0),
    from: months[0]?.[0] ?? null,
    until: months.at(-1)?.[0] ?? null,
  };
}
