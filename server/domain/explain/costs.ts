import { dayNumber, daysIn, dayText, firstDay, monthOfDay } from '../calendar.ts';
import { type Cost, costWithin } from '../costs.ts';
import { type Span, stretchesOf } from './scope.ts';
import { type Formula, type Step, sign, step, term } from './step.ts';

/**
 * What each cost came to in some months, a line a cost: an amount once; an amount × months; a yearly amount ÷ 12 ×
 * months; an amount for a period × days ÷ the days of the period. Each is rounded to a whole øre.
 */
export function costSteps(costs: readonly Cost[], span: Span): Step[] {
  const stretches = stretchesOf(span);
  return costs.flatMap((_cost, index) => stretches.flatMap((stretch) => costStep(costs, index, stretch)));
}

function costStep(costs: readonly Cost[], index: number, { from, until }: Span): Step[] {
  const cost = costs[index];
  if (!cost) return [];
  const part = costWithin(cost, costs, from, until);
  const covers = cost.per === 'once' ? inMonths(cost, from, until) : part.to >= part.from;
  if (!covers) return [];
  return [
    step(part.oere / 100, 'kr', costFormula(cost, part.from, part.to), {
      label: cost.category,
      from: dayText(part.from),
      to: cost.per === 'once' ? null : dayText(part.to),
      expected: cost.basis === 'expected',
      cost: index,
    }),
  ];
}

function inMonths(cost: Cost, from: number, until: number): boolean {
  const month = monthOfDay(dayNumber(cost.from));
  return month >= from && month <= until;
}

function costFormula(cost: Cost, from: number, to: number): Formula {
  const amount = term('amount', cost.amountOere / 100, 'kr');
  const months = term('months', monthsIn(from, to), 'months');
  switch (cost.per) {
    case 'once':
      return [amount];
    case 'month':
      return [amount, sign('×'), months];
    case 'year':
      return [amount, sign('÷'), term('monthsOfYear', 12, 'number'), sign('×'), months];
    case 'period': {
      const days = dayNumber(cost.to ?? cost.from) + 1 - dayNumber(cost.from);
      return [
        amount,
        sign('×'),
        term('days', to + 1 - from, 'days'),
        sign('÷'),
        term('daysOfPeriod', days, 'days'),
      ];
    }
  }
}

/** Months from one day to another, both included; parts of a month by its days. */
function monthsIn(from: number, to: number): number {
  let months = 0;
  for (let month = monthOfDay(from); firstDay(month) <= to; month++) {
    const days = Math.min(to + 1, firstDay(month + 1)) - Math.max(from, firstDay(month));
    months += days / daysIn(month);
  }
  return months;
}
