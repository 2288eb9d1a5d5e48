import { dayText, firstDay, yearOf } from '../calendar.ts';
import { type CashFlow, DISCOUNT_RATE } from '../figures.ts';
import { type Formula, listed, type Section, type Step, sign, step, summed, term } from './step.ts';

/** The lines that net present value is the sum of: the net of month k × 1 ÷ 1.035^(k ÷ 12), by year. */
export function discounted(flow: readonly CashFlow[]): Section[] {
  const first = flow[0]?.month ?? 0;
  const years = new Map<number, Step[]>();
  for (const { month, net } of flow) {
    const factor = 1 / (1 + DISCOUNT_RATE) ** ((month - first) / 12);
    const line = step((net / 100) * factor, 'kr', [
      term('netOfMonth', net / 100, 'kr'),
      sign('×'),
      term('discount', factor, 'factor'),
    ]);
    const own = years.get(yearOf(month)) ?? [];
    years.set(yearOf(month), [...own, { ...line, ...monthSpan(month) }]);
  }
  return [...years].map(([year, steps]) => summed('discounted', 'kr', steps, year));
}

/** The running sum of net, a line a month: what it was, and what the month added. */
export function cumulative(flow: readonly CashFlow[]): Section {
  let before = 0;
  const steps = flow.map(({ month, net }) => {
    const after = before + net;
    const line = step(after / 100, 'kr', [
      term('cumulativeNet', before / 100, 'kr'),
      sign('+'),
      term('netOfMonth', net / 100, 'kr'),
    ]);
    before = after;
    return { ...line, ...monthSpan(month) };
  });
  return listed('cumulative', 'kr', steps);
}

/** Cumulative net before break-even + the net of that month: the sum that is no longer negative. */
export function evenFormula(flow: readonly CashFlow[], even: number): Formula {
  const before = flow.filter((m) => m.month < even).reduce((sum, m) => sum + m.net, 0);
  const own = flow.find((m) => m.month === even)?.net ?? 0;
  return [term('cumulativeNet', before / 100, 'kr'), sign('+'), term('netOfMonth', own / 100, 'kr')];
}

function monthSpan(month: number): { from: string; to: string } {
  return { from: dayText(firstDay(month)), to: dayText(firstDay(month + 1) - 1) };
}
