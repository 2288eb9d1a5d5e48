import type { Totals } from '../../server/contract/report.ts';
import type { Reason } from '../../server/domain/codes.ts';

interface Answer {
  totals: Totals;
  actual?: Totals;
  reasons: Record<string, Reason>;
}

/** What rests on the costs, besides the costs themselves. */
const RESTING = ['net', 'breakEven', 'paybackMonths', 'npv'] as const;

/** Whether a figure rests on the costs, and is unknown while none are registered. */
export function restsOnCosts(figure: string): boolean {
  return RESTING.some((name) => name === figure);
}

/**
 * An answer as it is shown: while no costs are registered they and all that rests on them are unknown, not 0 kr. less.
 * Answers themselves count them as nothing. What was unknown already keeps its reason.
 */
export function shownWithoutCosts<T extends Answer>(answer: T, registered: boolean): T {
  if (registered) return answer;
  const { totals, actual, reasons } = answer;
  return {
    ...answer,
    totals: unknown(totals),
    ...(actual ? { actual: unknown(actual) } : {}),
    reasons: {
      ...reasons,
      ...lacking(reasons, reasons.gains, ''),
      ...(actual ? lacking(reasons, reasons['actual.gains'], 'actual.') : {}),
    },
  };
}

function unknown(totals: Totals): Totals {
  return { ...totals, costs: null, net: null, breakEven: null, paybackMonths: null, npv: null };
}

function lacking(reasons: Answer['reasons'], noGains: Reason | undefined, prefix: string): Answer['reasons'] {
  const resting = RESTING.map((name) => [
    prefix + name,
    noGains ? (reasons[prefix + name] ?? noGains) : 'no-costs',
  ]);
  return Object.fromEntries([[`${prefix}costs`, 'no-costs'], ...resting]);
}
