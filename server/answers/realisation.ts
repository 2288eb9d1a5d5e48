import type { FirstYear, Realisation, RealisedBenefit } from '../contract/followups.ts';
import { monthNumber, monthText } from '../domain/calendar.ts';
import { fteWindow } from '../domain/figures.ts';
import { projectResult } from '../domain/portfolio.ts';
import { monthOrNull, type ProjectMonths } from '../domain/project.ts';
import { basisOf, benefitFigures, businessCase, totals } from '../domain/report.ts';
import { reportDue } from '../domain/schedule.ts';
import type { Db } from '../warehouse/schema.ts';
import { followedBenefits } from './followed.ts';
import { approvedPlan } from './plan.ts';
import { monthsUntil, projectData } from './project.ts';

/**
 * What a project's benefits came to against what was planned, with all data that there are. Preliminary until a year has
 * passed since go-live. @throws GevinstError `not-found`
 */
export async function realisationAnswer(db: Db, project: string, today: string): Promise<Realisation> {
  const data = await projectData(db, project);
  const { project: months, until } = monthsUntil(data, today, null);
  const whole = businessCase(months, until);
  const followed = new Map(
    (await followedBenefits(db, [data], today, { project })).map((b) => [b.benefit, b]),
  );
  const { live } = data.record;
  const due = live === null ? null : reportDue(live);
  const counted = (basis: 'incomplete' | 'expected') => whole.months.filter((m) => m.basis === basis).length;
  return {
    today,
    project,
    live,
    due,
    preliminary: due === null || today < due,
    until: monthOrNull(until),
    complete: whole.complete,
    incompleteMonths: counted('incomplete'),
    expectedMonths: counted('expected'),
    costsRegistered: data.inputs.costs.length > 0,
    totals: whole.totals,
    actual: whole.actual,
    fteMonths: until === null ? 0 : fteWindow(months.months, until).length,
    reasons: whole.reasons,
    firstYear: live === null || until === null ? null : firstYear(months, monthNumber(live), until),
    plan: await approvedPlan(db, data, today),
    benefits: data.inputs.benefits.flatMap((inputs): RealisedBenefit[] => {
      const benefit = followed.get(inputs.benefit.benefit);
      if (!benefit) return [];
      const figures = benefitFigures(months, inputs, until ?? 0, today);
      const { method, cashable, hours, gains } = figures.line;
      return [
        { ...benefit, method, cashable, hours, gains, reasons: { ...figures.reasons, ...benefit.reasons } },
      ];
    }),
  };
}

/** The twelve months from that of go-live, or as many of them as there are to `until`; null before the first. */
function firstYear(project: ProjectMonths, live: number, until: number): FirstYear | null {
  if (until < live) return null;
  const last = Math.min(until, live + 11);
  const { months, figures } = projectResult(project, { from: live, until: last });
  return {
    from: monthText(live),
    until: monthText(last),
    months: last - live + 1,
    incompleteMonths: months.filter((m) => basisOf(m) === 'incomplete').length,
    totals: totals(figures),
    fteMonths: fteWindow(months, last).length,
    reasons: figures.reasons,
  };
}
