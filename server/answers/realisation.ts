import type { Realisation, RealisedBenefit } from '../contract/followups.ts';
import { monthOrNull } from '../domain/project.ts';
import { benefitFigures, businessCase } from '../domain/report.ts';
import { reportDue } from '../domain/schedule.ts';
import type { Db } from '../warehouse/schema.ts';
import { followedBenefits } from './followed.ts';
import { monthsUntil, projectData } from './project.ts';

/**
 * What a project's benefits came to against what was planned, with all data that there are. Preliminary until a year has
 * passed since go-live. @throws GevinstError `not-found`
 */
export async function realisationAnswer(db: Db, project: string, today: string): Promise<Realisation> {
  const data = await projectData(db, project);
  const { project: months, until } = monthsUntil(data, today, null);
  const { totals, reasons, complete } = businessCase(months, until);
  const followed = new Map((await followedBenefits(db, [data], today, project)).map((b) => [b.benefit, b]));
  const due = data.record.live === null ? null : reportDue(data.record.live);
  return {
    today,
    project,
    live: data.record.live,
    due,
    preliminary: due === null || today < due,
    until: monthOrNull(until),
    complete,
    costsRegistered: data.inputs.costs.length > 0,
    totals,
    reasons,
    benefits: data.inputs.benefits.flatMap((inputs): RealisedBenefit[] => {
      const benefit = followed.get(inputs.benefit.benefit);
      if (!benefit) return [];
      const figures = benefitFigures(months, inputs, until ?? 0);
      const { method, cashable, hours, gains } = figures.line;
      return [
        { ...benefit, method, cashable, hours, gains, reasons: { ...figures.reasons, ...benefit.reasons } },
      ];
    }),
  };
}
