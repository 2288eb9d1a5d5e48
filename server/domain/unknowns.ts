import type { BenefitInputs, BenefitMonth } from './benefit.ts';
import type { Reason } from './codes.ts';
import type { Unknowns } from './figures.ts';
import type { ProjectMonths } from './project.ts';

const MONTHS_A_YEAR = 12;
const GIVES_HOURS = new Set(['per_item', 'hours', 'ratio', 'fte']);

export function givesHours(inputs: BenefitInputs): boolean {
  return GIVES_HOURS.has(inputs.benefit.method);
}

/**
 * What cannot be known of a project in the months that are counted: gains when no benefit in money was ever observed
 * there, hours when no benefit in hours was, FTE when hours lack the rate that says how many make a year.
 */
export function unknownsOf(project: ProjectMonths, counted: (month: number) => boolean): Unknowns {
  const all = project.inputs.benefits;
  const monetary: BenefitMonth[][] = [];
  const hourly: BenefitMonth[][] = [];
  let isOver = true;
  for (const inputs of all) {
    if (inputs.benefit.method === 'indicator') continue;
    const own = (project.benefits.get(inputs.benefit.benefit) ?? []).filter((m) => counted(m.month));
    monetary.push(own);
    isOver &&= !project.notOver.has(inputs.benefit.benefit);
    if (givesHours(inputs)) hourly.push(own);
  }
  return {
    gains:
      all.length === 0
        ? 'no-benefits'
        : monetary.length === 0
          ? 'not-monetary'
          : whyNone(monetary, isOver, (m) => m.oere !== null),
    hours:
      hourly.length === 0
        ? all.length === 0
          ? 'no-benefits'
          : 'no-hours'
        : whyNone(hourly, isOver, (m) => m.seconds !== null),
    fte: whyNoFte(hourly),
  };
}

/** FTE needs a rate wherever hours are known, and something observed in the last twelve months that are counted. */
function whyNoFte(benefits: readonly BenefitMonth[][]): Reason | null {
  const months = benefits.flat();
  if (months.some((m) => m.seconds !== null && m.fteYears === null)) return 'no-rate';
  const last = months.reduce((latest, m) => Math.max(latest, m.month), 0);
  const recent = months.filter((m) => m.month > last - MONTHS_A_YEAR);
  return recent.some((m) => m.seconds !== null) ? null : (recent.find((m) => m.missing)?.missing ?? null);
}

/** Null if any month of any benefit is known; else that a month is not over, or why the first is not known. */
export function whyNone(
  benefits: readonly BenefitMonth[][],
  isOver: boolean,
  known: (month: BenefitMonth) => boolean,
): Reason | null {
  if (benefits.some((months) => months.some(known))) return null;
  return isOver ? whyUnknown(benefits.flat()) : 'not-over';
}

/** Why nothing is known of a benefit: the first reason in its months, else that nothing was observed. */
export function whyUnknown(months: readonly BenefitMonth[]): Reason {
  return months.find((m) => m.missing)?.missing ?? 'no-observations';
}
