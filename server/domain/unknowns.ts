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
  const monthsOf = (b: BenefitInputs) =>
    (project.benefits.get(b.benefit.benefit) ?? []).filter((m) => counted(m.month));
  const monetary = all.filter((b) => b.benefit.method !== 'indicator');
  const hourly = all.filter(givesHours);
  return {
    gains:
      all.length === 0
        ? 'no-benefits'
        : monetary.length === 0
          ? 'not-monetary'
          : whyNone(monetary.map(monthsOf), (m) => m.oere !== null),
    hours:
      hourly.length === 0
        ? all.length === 0
          ? 'no-benefits'
          : 'no-hours'
        : whyNone(hourly.map(monthsOf), (m) => m.seconds !== null),
    fte: whyNoFte(hourly.map(monthsOf)),
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

/** Null if any month of any benefit is known; else why the first is not. */
function whyNone(
  benefits: readonly BenefitMonth[][],
  known: (month: BenefitMonth) => boolean,
): Reason | null {
  if (benefits.some((months) => months.some(known))) return null;
  return whyUnknown(benefits.flat());
}

/** Why nothing is known of a benefit: the first reason in its months, else that nothing was observed. */
export function whyUnknown(months: readonly BenefitMonth[]): Reason {
  return months.find((m) => m.missing)?.missing ?? 'no-observations';
}
