import { type BenefitMonth, benefitMonths } from './benefit.ts';
import { lastFullMonth, monthNumber, yearOf } from './calendar.ts';
import { costMonths } from './costs.ts';
import { expectedInputs, firstYearEnds, targetsAhead } from './expectation.ts';
import { type ProjectMonths, projectMonths } from './project.ts';
import { unknownsOf } from './unknowns.ts';

/** What a year's gains rest on: measurements, what the benefits' cards expect, or both. */
export const DRAFT_BASES = ['measured', 'partly', 'expected'] as const;

/** What is known of a year, actual and expected, in øre: null where its gains are unknown, or no costs are registered. */
export interface DraftYear {
  year: number;
  scenario0: number | null;
  scenario1: number | null;
  complete: boolean;
  /** Null where the gains are unknown. */
  basis: (typeof DRAFT_BASES)[number] | null;
}

/** Years further ahead than this are for the editor to add. */
const MOST_YEARS_AHEAD = 10;

/**
 * What a plan can begin from on a day: of each year, the value of the work and spending that the benefits replace (their
 * gains) as scenario 0, and the costs as scenario 1. Months that are over are as they were measured, those to come as the
 * benefits' cards expect.
 * Gains of a year are unknown when a benefit is due in it and nothing is measured or expected, and where the project has
 * none in kroner at all; costs where none is registered that falls in the year.
 */
export function draftYears(measured: ProjectMonths, today: string): DraftYear[] {
  const lastOver = lastFullMonth(today);
  const own = measured.months.at(-1)?.month ?? lastOver;
  const last = lastMonth(measured, own, today);
  // What is over and was not measured is there as lacking, before what is expected.
  const project = last > own ? projectMonths(measured.inputs, Math.max(own, lastOver), today) : measured;
  const ahead = monthsAhead(project, lastOver + 1, last, today);
  const first = project.months[0]?.month ?? ahead.find((m) => m.isKnown)?.month;
  if (first === undefined) return [];
  const isMonetary = project.inputs.benefits.some((b) => b.benefit.method !== 'indicator');
  const costs = costMonths(project.inputs.costs, last);
  const costed = new Set([...costs.keys()].map(yearOf));
  const years: DraftYear[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    const over = project.months.filter((m) => yearOf(m.month) === year && m.month <= lastOver);
    const coming = ahead.filter((m) => yearOf(m.month) === year && m.month >= first);
    const isGained = unknownsOf(project, (m) => yearOf(m) === year && m <= lastOver).gains === null;
    const isBegun = first === lastOver + 1 && year === yearOf(first) && yearOf(lastOver) === year;
    const isComplete = !isBegun && over.every((m) => m.complete) && coming.every((m) => m.isComplete);
    const isKnown = isGained || coming.some((m) => m.isKnown) || (isMonetary && isComplete);
    const isExpected = over.length === 0 || over.some((m) => m.expected) || coming.some((m) => m.isKnown);
    const sum = [...over.map((m) => m.gains.value), ...coming.map((m) => m.oere)].reduce((a, b) => a + b, 0);
    const spent = [...costs].filter(([month]) => yearOf(month) === year);
    years.push({
      year,
      scenario0: isKnown ? sum : null,
      scenario1: costed.has(year) ? spent.reduce((total, [, { oere }]) => total + oere, 0) : null,
      complete: isComplete,
      basis: isKnown ? basisOf(isGained, isExpected) : null,
    });
  }
  return years;
}

function basisOf(isGained: boolean, isExpected: boolean): DraftYear['basis'] {
  if (!isExpected) return 'measured';
  return isGained ? 'partly' : 'expected';
}

/**
 * The last month that is known of; through this year where that is begun, and through the year in which the last target has
 * had its first twelve months.
 */
function lastMonth({ inputs, months }: ProjectMonths, own: number, today: string): number {
  const now = Number(today.slice(0, 4));
  const ends = inputs.benefits
    .filter((b) => b.benefit.method !== 'indicator')
    .flatMap((b) => targetsAhead(b, today).map((target) => yearOf(firstYearEnds(target))));
  const begun = months.length > 0 && yearOf(own) === now ? [now] : [];
  const years = [...ends, ...begun].map((year) => Math.min(year, now + MOST_YEARS_AHEAD));
  return Math.max(own, ...years.map((year) => monthNumber(`${year}-12`)));
}

interface MonthAhead {
  month: number;
  oere: number;
  /** Whether anything is known of it, and whether nothing lacks. */
  isKnown: boolean;
  isComplete: boolean;
}

function monthsAhead({ inputs }: ProjectMonths, first: number, last: number, today: string): MonthAhead[] {
  const benefits: BenefitMonth[][] = inputs.benefits
    .filter((b) => b.benefit.method !== 'indicator')
    .map((b) => benefitMonths(expectedInputs(b, today), first, last));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const own = benefits.flatMap((months) => months[i] ?? []);
    return {
      month: first + i,
      oere: own.reduce((sum, m) => sum + (m.oere?.value ?? 0), 0),
      isKnown: own.some((m) => m.oere !== null),
      isComplete: own.every((m) => m.missing === null),
    };
  });
}
