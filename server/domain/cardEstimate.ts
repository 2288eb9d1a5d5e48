import { type BenefitInputs, benefitMonths } from './benefit.ts';
import { dayNumber, dayText, firstDay, monthOfDay } from './calendar.ts';
import { type Baseline, type Card, type CardInput, improvedRole, kindOf, targetRole } from './card.ts';
import type { Phase, Reason, Role } from './codes.ts';
import { explainBenefit } from './explain/benefit.ts';
import { benefitParts } from './explain/benefitParts.ts';
import type { Explained } from './explain/step.ts';
import { type Measured, type Measurement, measured } from './measured.ts';
import type { Rate } from './rates.ts';

/** What a year with the target reached comes to, the project's share of it; null where unknown. Hours and kroner. */
export interface YearlyGain {
  hours: number | null;
  kroner: number | null;
  /** Why either is null. */
  reason: Reason | null;
}

/** A step's gain a year at its three points. */
export interface StepEstimate {
  due: string;
  pessimistic: YearlyGain | null;
  likely: YearlyGain;
  optimistic: YearlyGain | null;
}

type Drawn = Pick<Card, 'method' | 'inputs' | 'targets' | 'attribution'>;

/**
 * What each step of a card's targets would be worth in a year: the very arithmetic of the figures, with the baselines as
 * they are and the target in place of what is measured afterwards. What is only counted (items, hours at work) goes on as
 * it was; `robotItems` is what a robot handles in a year. Rates are those in force, oldest first.
 */
export function estimateCard(
  card: Drawn,
  rates: readonly Rate[],
  robotItems: number | null = null,
): StepEstimate[] {
  if (card.method === 'indicator' || targetRole(card) !== improvedRole(card.method)) return [];
  return [...card.targets]
    .sort((a, b) => (a.due < b.due ? -1 : 1))
    .map(({ due, pessimistic, likely, optimistic }) => {
      const at = (value: number) => yearlyGain(card, rates, robotItems, due, value);
      return {
        due,
        pessimistic: pessimistic === null ? null : at(pessimistic),
        likely: at(likely),
        optimistic: optimistic === null ? null : at(optimistic),
      };
    });
}

/** How a step's likely gain a year is worked out: hours or kroner, line by line, with the numbers put in. */
export function explainEstimate(
  card: Drawn,
  rates: readonly Rate[],
  robotItems: number | null,
  { due, likely }: { due: string; likely: number },
  figure: 'hours' | 'gains',
): Explained {
  const first = firstFullMonth(card, due);
  const inputs = inputsAt(card, rates, robotItems, dayText(firstDay(first)), likely);
  const parts = benefitParts(inputs, first, { from: first, until: first + MONTHS_A_YEAR - 1 });
  const { hours, kroner, reason } = yearlyGain(card, rates, robotItems, due, likely);
  return explainBenefit(inputs, parts, figure, { value: figure === 'hours' ? hours : kroner, reason });
}

const MONTHS_A_YEAR = 12;

function yearlyGain(
  card: Drawn,
  rates: readonly Rate[],
  robotItems: number | null,
  due: string,
  target: number,
): YearlyGain {
  const first = firstFullMonth(card, due);
  const inputs = inputsAt(card, rates, robotItems, dayText(firstDay(first)), target);
  const months = benefitMonths(inputs, first, first + MONTHS_A_YEAR - 1);
  const sum = (of: (month: (typeof months)[number]) => number | undefined) =>
    months.reduce<number | null>((total, month) => {
      const part = of(month);
      return total === null || part === undefined ? null : total + part;
    }, 0);
  const seconds = sum((m) => m.seconds?.value);
  const oere = sum((m) => m.oere?.value);
  const reason = months.find((m) => m.missing)?.missing ?? null;
  return {
    hours: seconds === null ? null : seconds / 3600,
    kroner: oere === null ? null : oere / 100,
    reason: seconds === null || oere === null ? reason : null,
  };
}

/** The month after a target is due, once every baseline has begun. */
function firstFullMonth(card: Drawn, due: string): number {
  const days = [due, ...card.inputs.flatMap((i) => i.baseline?.from ?? [])].sort();
  return monthOfDay(dayNumber(days.at(-1) ?? due)) + 1;
}

function inputsAt(
  card: Drawn,
  rates: readonly Rate[],
  robotItems: number | null,
  from: string,
  target: number,
): BenefitInputs {
  const improved = improvedRole(card.method);
  const measures: Partial<Record<Role, Measured>> = {};
  for (const input of card.inputs) {
    if (input.measure?.startsWith('robot:')) {
      if (robotItems !== null) measures[input.role] = counted(robotItems, from);
      continue;
    }
    measures[input.role] = asMeasured(input, from, input.role === improved ? target : null);
  }
  return {
    benefit: {
      benefit: '',
      method: card.method,
      from,
      to: null,
      attribution: card.attribution,
      cashable: null,
    },
    measures,
    runs: null,
    rates,
    live: null,
    ended: null,
    targets: [],
    better: 'higher',
  };
}

function asMeasured(input: CardInput, from: string, target: number | null): Measured {
  const { baseline } = input;
  if (!baseline) return measured(kindOf(input.role), input.unit, []);
  const per = baseline.per === 'period' ? 'day' : baseline.per;
  const share = 1 / periodDays(baseline);
  return measured(kindOf(input.role), input.unit, [
    row('before', baseline.from, baseline.value * share, per),
    row('after', from, (target ?? baseline.value) * share, per),
  ]);
}

/** A period's value is spread over its days, and goes on so; any other value is for one of what it is per. */
function periodDays({ per, from, to }: Baseline): number {
  return per === 'period' && to !== null ? dayNumber(to) - dayNumber(from) + 1 : 1;
}

function counted(itemsPerYear: number, from: string): Measured {
  return measured('flow', '', [row('after', from, itemsPerYear, 'year')]);
}

function row(phase: Phase, from: string, value: number, per: Measurement['per']): Measurement {
  return { phase, from, to: null, per, value, low: null, high: null, basis: 'expected' };
}
