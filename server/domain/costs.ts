import { dayNumber, firstDay, monthOfDay } from './calendar.ts';
import type { Basis } from './codes.ts';
import { flowShare, type Segment } from './measured.ts';
import { exactly, WholeParts } from './range.ts';

/** A cost of a project. `to` is its last day; a recurring one without `to` runs on until the next of its kind. */
export interface Cost {
  from: string;
  to: string | null;
  per: 'once' | 'month' | 'year' | 'period';
  amountOere: number;
  basis: Basis;
  category: string;
  internal: boolean | null;
  payer: string | null;
  note: string | null;
}

export interface CostMonth {
  oere: number;
  expected: boolean;
}

/**
 * Costs by month to `last`, in øre: `once` in the month of `from`, `month` and `year` with the same share in every
 * full month, `period` over its calendar days. Each cost's months sum to the cost.
 */
export function costMonths(costs: readonly Cost[], last: number): Map<number, CostMonth> {
  const months = new Map<number, CostMonth>();
  for (const cost of costs) {
    for (const [month, oere] of spread(cost, endOf(cost, costs), last)) {
      const sum = months.get(month) ?? { oere: 0, expected: false };
      sum.oere += oere;
      sum.expected ||= cost.basis === 'expected';
      months.set(month, sum);
    }
  }
  return months;
}

/** What a cost comes to in the months from `first` to `last`, in øre, and the days of them that it covers. */
export function costWithin(cost: Cost, all: readonly Cost[], first: number, last: number) {
  const end = endOf(cost, all);
  const parts = [...spread(cost, end, last)].filter(([month]) => month >= first);
  const from = Math.max(dayNumber(cost.from), firstDay(first));
  return {
    oere: parts.reduce((sum, [, oere]) => sum + oere, 0),
    from,
    to: cost.per === 'once' ? from : Math.min(end, firstDay(last + 1)) - 1,
  };
}

function* spread(cost: Cost, end: number, last: number): Generator<[number, number]> {
  const start = dayNumber(cost.from);
  if (cost.per === 'once') {
    if (monthOfDay(start) <= last) yield [monthOfDay(start), cost.amountOere];
    return;
  }
  const segment: Segment = {
    start,
    end,
    span: end - start,
    per: cost.per,
    range: exactly(cost.amountOere),
    expected: cost.basis === 'expected',
  };
  const parts = new WholeParts();
  for (let month = monthOfDay(start); month <= last && firstDay(month) < end; month++) {
    const from = Math.max(start, firstDay(month));
    const to = Math.min(end, firstDay(month + 1));
    yield [month, parts.next(flowShare(segment, from, to)).value];
  }
}

/** The day after a cost's last. Without `to` that is the next recurring cost with the same category, payer and note. */
function endOf(cost: Cost, costs: readonly Cost[]): number {
  if (cost.to !== null) return dayNumber(cost.to) + 1;
  const later = costs
    .filter((c) => c.from > cost.from && c.per !== 'once' && sameKind(c, cost))
    .map((c) => c.from);
  const next = later.sort()[0];
  return next === undefined ? Number.POSITIVE_INFINITY : dayNumber(next);
}

function sameKind(a: Cost, b: Cost): boolean {
  return a.category === b.category && a.internal === b.internal && a.payer === b.payer && a.note === b.note;
}
