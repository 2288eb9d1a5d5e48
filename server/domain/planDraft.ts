import { yearOf } from './calendar.ts';
import { costMonths } from './costs.ts';
import type { ProjectMonths } from './project.ts';
import { unknownsOf } from './unknowns.ts';

/** What is known of a year, actual and expected, in øre: null where its gains are unknown, or no costs are registered. */
export interface DraftYear {
  year: number;
  scenario0: number | null;
  scenario1: number | null;
  complete: boolean;
}

/**
 * What a plan can begin from: of each year, the value of the work and spending that the benefits replace (their gains)
 * as scenario 0, and the costs as scenario 1. Gains of a year are unknown when a benefit is due in it and none has been
 * observed, and where the project has none in kroner at all; costs where none is registered that falls in the year.
 */
export function draftYears(project: ProjectMonths): DraftYear[] {
  const years = [...new Set(project.months.map((m) => yearOf(m.month)))];
  const costs = costMonths(project.inputs.costs, project.months.at(-1)?.month ?? 0);
  const costed = new Set([...costs.keys()].map(yearOf));
  return years.map((year) => {
    const months = project.months.filter((m) => yearOf(m.month) === year);
    const complete = months.every((m) => m.complete);
    const why = unknownsOf(project, (month) => yearOf(month) === year).gains;
    const notYetDue = why !== 'no-benefits' && why !== 'not-monetary' && complete;
    return {
      year,
      scenario0: why === null || notYetDue ? months.reduce((sum, m) => sum + m.gains.value, 0) : null,
      scenario1: costed.has(year) ? months.reduce((sum, m) => sum + m.costs, 0) : null,
      complete,
    };
  });
}
