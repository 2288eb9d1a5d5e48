import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthNumber } from '../../server/domain/calendar.ts';
import { portfolioFigures, projectResult } from '../../server/domain/portfolio.ts';
import { type ProjectInputs, projectMonths } from '../../server/domain/project.ts';
import { anyProject } from '../support/arbitrary.ts';
import { benefit, cost, flow, m, project, TODAY } from '../support/inputs.ts';

const portfolio = (all: ProjectInputs[], from: string | null, until: string) => {
  const period = { from: from === null ? null : monthNumber(from), until: monthNumber(until) };
  const results = all.map((inputs) => projectResult(projectMonths(inputs, period.until, TODAY), period));
  return portfolioFigures(results, 'figures');
};

const saves = (from: string, kroner: number) =>
  benefit('amount', { amount: flow('kr.', m('saved', from, kroner, { per: 'month' })) });

describe('a portfolio in a period', () => {
  const two = [
    project([saves('2024-01-01', 1_000)], [cost('2024-01-01', 10_000)]),
    project([saves('2024-07-01', 500)], [cost('2024-06-01', 2_000)]),
  ];

  test('gains are those of the period: 6 × 1,000 + 6 × 500 from July to December', () => {
    expect(portfolio(two, '2024-07', '2024-12').gains).toBe(9_000_00);
  });

  test('break-even and payback count from the beginning: 12,000 is earned back in October 2024, after 9 months', () => {
    const inPeriod = portfolio(two, '2024-07', '2024-12');
    expect([inPeriod.breakEven, inPeriod.paybackMonths]).toEqual(['2024-10', 9]);
  });

  test('with a beginning or without, break-even is the same wherever gains are known', () => {
    fc.assert(
      fc.property(fc.array(anyProject, { minLength: 1, maxLength: 3 }), (all) => {
        const [whole, part] = [portfolio(all, null, '2024-06'), portfolio(all, '2023-03', '2024-06')];
        expect([part.breakEven, part.paybackMonths]).toEqual([whole.breakEven, whole.paybackMonths]);
        expect(part.reasons.breakEven).toBe(whole.reasons.breakEven);
      }),
    );
  });
});
