import { monthText } from '../calendar.ts';
import type { Reason } from '../codes.ts';
import type { Figure } from './figures.ts';

/**
 * What a number counts. `share` is a fraction, `factor` one that money is multiplied by, and so has more decimals, `points` percentage points, `own` a measure's own unit, `month` a month as year × 12 + month − 1, so
 * that months can be subtracted; `own` then is its text.
 */
export const UNITS = [
  'kr',
  'hours',
  'fte',
  'share',
  'percent',
  'points',
  'months',
  'month',
  'days',
  'number',
  'factor',
  'own',
] as const;
export type Unit = (typeof UNITS)[number];

/** What a number in a formula is. The web has a word for each. */
export const TERMS = [
  'items',
  'minutesBefore',
  'minutesAfter',
  'minutesSaved',
  'hoursBefore',
  'hoursAfter',
  'hoursSaved',
  'hoursAtWork',
  'ratioBefore',
  'ratioAfter',
  'fteBefore',
  'fteAfter',
  'fteSaved',
  'amountBefore',
  'amountAfter',
  'amountSaved',
  'before',
  'after',
  'saved',
  'target',
  'constant',
  'unitsPerHour',
  'kronerPerUnit',
  'rate',
  'hoursPerFte',
  'attribution',
  'hours',
  'gains',
  'costs',
  'net',
  'fteYears',
  'months',
  'monthsOfYear',
  'amount',
  'days',
  'daysOfPeriod',
  'monthsBefore',
  'monthsAfter',
  'cumulativeNet',
  'netOfMonth',
  'discount',
  'breakEvenMonth',
  'firstCostMonth',
  'part',
  'payerCosts',
  'departmentGains',
  'allCosts',
  'allGains',
  'scenario0',
  'scenario1',
  'plannedRisk',
  'plannedNet',
  'plannedSoFar',
  'planSize',
  'realisedNet',
  'deviation',
  'probability',
  'consequence',
  'counted',
  'n',
  'share',
  'quantile',
  'middle',
  'reach',
  'scale',
  'comparedDifference',
  'beforeLow',
  'beforeHigh',
  'afterLow',
  'afterHigh',
  'shareBefore',
  'shareAfter',
  'distanceAfter',
  'distanceBefore',
  'earlier',
  'later',
  'noPayer',
  'noDepartment',
] as const;
export type TermName = (typeof TERMS)[number];

/** A figure that is explained elsewhere: of a project, or of its benefit. Null is the portfolio. */
export interface Refers {
  project: string | null;
  benefit: string | null;
  figure: Figure;
  /** What else says which figure it is, as its address has it. */
  of?: Of;
}

/** Which year of which plan, which risk, which measurement, or which months a figure is of. */
export interface Of {
  version?: string;
  year?: string;
  risk?: string;
  measure?: string;
  phase?: 'before' | 'after' | 'saved';
  day?: string;
  party?: string;
  partyMunicipality?: string;
  from?: string;
  until?: string;
  basis?: 'actual';
  sum?: 'known';
}

/** A number in a formula. */
export interface Term {
  term: TermName;
  value: number;
  unit: Unit;
  /** The unit's name, where it is a measure's own. */
  own: string | null;
  refers: Refers | null;
}

/** `√` is the square root of the number or the parenthesis after it. */
export const SIGNS = ['+', '−', '×', '÷', '√', '(', ')'] as const;
export interface Sign {
  sign: (typeof SIGNS)[number];
}

/** A formula with the numbers put in, in the order in which it is read. */
export type Formula = readonly (Term | Sign)[];

/** One line of a calculation: what it is about, the formula with the numbers, and what that comes to. */
export interface Step {
  /** A name of the user's own (a benefit, a project, a cost), or null. */
  label: string | null;
  /** What it is where it is named in further lines. */
  term: TermName | null;
  /** The days that it is about, both included; or null. */
  from: string | null;
  to: string | null;
  formula: Formula;
  value: number | null;
  unit: Unit;
  own: string | null;
  expected: boolean;
  /** Why it is not counted. */
  reason: Reason | null;
  refers: Refers | null;
  /** Which of the project's costs it is. */
  cost: number | null;
}

/** Lines that belong together. Where `total` is given the lines add up to it. */
export interface Section {
  name: SectionName;
  /** The year of a part of a longer list. */
  year: number | null;
  steps: Step[];
  total: number | null;
  unit: Unit;
}

export const SECTIONS = [
  'hours',
  'money',
  'gains',
  'benefits',
  'projects',
  'costs',
  'fteYears',
  'discounted',
  'cumulative',
  'years',
  'planMonths',
  'risks',
  'interval',
  'parties',
  'missing',
  'apart',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** How a figure was worked out. Its value is null where `reason` says why it is unknown. */
export interface Explained {
  value: number | null;
  unit: Unit;
  own: string | null;
  reason: Reason | null;
  formula: Formula;
  sections: Section[];
  /** What the figure, and each line that is kept, is rounded to. */
  rounded: 'oere' | 'second' | null;
}

/** A number without the noise of binary arithmetic: twelve significant digits. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

export function term(name: TermName, value: number, unit: Unit, more: Partial<Term> = {}): Term {
  return { term: name, value: tidy(value), unit, own: null, refers: null, ...more };
}

/** A month in a formula: its number, and its text as `own`. */
export function monthTerm(name: TermName, month: number): Term {
  return term(name, month, 'month', { own: monthText(month) });
}

export function sign(is: Sign['sign']): Sign {
  return { sign: is };
}

export function step(value: number | null, unit: Unit, formula: Formula, more: Partial<Step> = {}): Step {
  return {
    label: null,
    term: null,
    from: null,
    to: null,
    formula,
    value: value === null ? null : tidy(value),
    unit,
    own: null,
    expected: false,
    reason: null,
    refers: null,
    cost: null,
    ...more,
  };
}

/** A section whose lines add up to its total. */
export function summed(name: SectionName, unit: Unit, steps: Step[], year: number | null = null): Section {
  return { name, year, steps, unit, total: tidy(steps.reduce((sum, s) => sum + (s.value ?? 0), 0)) };
}

/** A section of lines that are no parts of a sum. */
export function listed(name: SectionName, unit: Unit, steps: Step[]): Section {
  return { name, year: null, steps, unit, total: null };
}

/** a, then each further one with a sign before it. */
function joined(is: Sign['sign'], terms: readonly Term[]): Formula {
  return terms.flatMap((t, i) => (i === 0 ? [t] : [sign(is), t]));
}

/** More terms than this do not read as a formula; the section's lines and total say it instead. */
const MOST_TERMS = 6;

/** A sum as a formula, where it is short enough to be read. */
export function sumFormula(unit: Unit, steps: readonly Pick<Step, 'value' | 'refers'>[]): Formula {
  const known = steps.filter((s) => s.value !== null);
  if (known.length === 0 || known.length > MOST_TERMS) return [];
  return joined(
    '+',
    known.map((s) => term('part', s.value ?? 0, unit, { refers: s.refers })),
  );
}
