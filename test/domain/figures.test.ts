import { describe, expect, test } from 'vitest';
import { monthNumber } from '../../server/domain/calendar.ts';
import { breakEven, npv, roi } from '../../server/domain/figures.ts';
import { projectMonths } from '../../server/domain/project.ts';
import { businessCase } from '../../server/domain/report.ts';
import { benefit, caseOf, cost, flow, m, project } from '../support/inputs.ts';

const saved = (from: string, kroner: number, extra = {}) =>
  benefit('amount', { amount: flow('kr.', m('saved', from, kroner, { per: 'month', ...extra })) });

test('without a cost there are no months to earn it back in, though what was lost first is gained later', () => {
  const lost = benefit('amount', {
    amount: flow(
      'kr.',
      m('saved', '2024-01-01', -100, { per: 'month', to: '2024-01-31' }),
      m('saved', '2024-02-01', 500, { per: 'month' }),
    ),
  });
  const { totals, reasons } = caseOf('2024-03', [lost]);
  expect(totals).toMatchObject({ breakEven: '2024-02', paybackMonths: null });
  expect(reasons.paybackMonths).toBe('no-costs');
});

describe('costs', () => {
  const costs = (until: string, ...rows: ReturnType<typeof cost>[]) => caseOf(until, [], rows);

  test('100,000 kr a year is twelve equal months that sum to the year to the øre', () => {
    const report = costs('2024-12', cost('2024-01-01', 100_000, { per: 'year' }));
    expect(report.totals.costs).toBe(100_000);
    expect(report.years[0]?.costs).toBe(100_000);
    expect(new Set(report.months.map((x) => Math.floor(x.costs)))).toEqual(new Set([8333]));
  });

  test('once falls in the month of its day', () => {
    expect(costs('2024-06', cost('2024-03-31', 550)).months.map((x) => [x.month, x.costs])).toEqual([
      ['2024-03', 550],
      ['2024-04', 0],
      ['2024-05', 0],
      ['2024-06', 0],
    ]);
  });

  test('a period is spread over its days: 61 kr over 1 January – 1 March 2024 is 31, 29 and 1', () => {
    const report = costs('2024-06', cost('2024-01-01', 61, { per: 'period', to: '2024-03-01' }));
    expect(report.months.slice(0, 3).map((x) => x.costs)).toEqual([31, 29, 1]);
  });

  test('a half øre goes up, however twelfths add up in binary: 1.50 kr a year is 13, 12, 13, 12 … øre a month', () => {
    const { months } = caseOf('2026-12', [], [cost('2024-01-01', 1.5, { per: 'year', to: '2026-12-31' })]);
    expect(months.map((x) => Math.round(x.costs * 100))).toEqual(
      Array.from({ length: 18 }, () => [13, 12]).flat(),
    );
  });

  test('part of a month by its days: 3,100 kr a month from 22 January is 1,000 kr', () => {
    expect(costs('2024-01', cost('2024-01-22', 3100, { per: 'month' })).totals.costs).toBe(1000);
  });

  test('a recurring cost without end runs on until the next of its kind: 3 × 100 + 2 × 150', () => {
    const monthly = { per: 'month', category: 'licences' } as const;
    const rows = [cost('2024-01-01', 100, monthly), cost('2024-04-01', 150, monthly)];
    expect(costs('2024-05', ...rows).totals.costs).toBe(600);
  });

  test('costs of other categories, payers or notes run beside each other', () => {
    const a = cost('2024-01-01', 100, { per: 'month', category: 'licences' });
    const b = cost('2024-02-01', 100, { per: 'month', category: 'licences', payer: 'Puljen' });
    expect(costs('2024-03', a, b).totals.costs).toBe(500);
  });
});

describe('return and break-even', () => {
  test('ROI = (G − C) ÷ C: gains 2.9036 m and costs 1.6 m are 81.5 %', () => {
    expect(roi(290_360_000, 160_000_000)).toBeCloseTo(0.815, 3);
  });

  test('costs 1,000 in January, gains 300 a month from February: net ≥ 0 first in May, after 4 months', () => {
    const report = caseOf('2024-12', [saved('2024-02-01', 300)], [cost('2024-01-15', 1000)]);
    expect(report.totals).toMatchObject({ breakEven: '2024-05', paybackMonths: 4, net: 2300, roi: 2.3 });
  });

  test('break-even is the month from which net stays at or above zero, not one before it fell again', () => {
    const months = [-5, 6, -3, 4].map((net, i) => ({ month: i, costs: 0, net }));
    expect(breakEven(months)).toBe(3);
    expect(breakEven(months.slice(0, 3))).toBe('not-reached');
  });

  test('a project that was never below zero has no break-even, and says so', () => {
    const report = caseOf('2024-02', [saved('2024-01-01', 300)]);
    expect(report.totals).toMatchObject({ breakEven: null, roi: null, costs: 0 });
    expect(report.reasons).toMatchObject({ breakEven: 'never-negative', roi: 'no-costs' });
  });

  test('NPV at 3.5 %: −1,000 now and 1,035 twelve months on are worth 0', () => {
    expect(
      npv([
        { month: 0, net: -1000 },
        { month: 12, net: 1035 },
      ]),
    ).toBeCloseTo(0, 9);
  });

  test('cost per freed hour = C ÷ hours: 4.96 m ÷ 35,538 = 139.57 kr', () => {
    const hours = benefit('hours', {
      hours: flow('timer', m('saved', '2024-01-01', 35_538, { per: 'year', to: '2024-12-31' })),
    });
    const report = caseOf('2024-12', [hours], [cost('2024-01-01', 4_960_000)]);
    expect(report.totals.costPerHour).toBe(139.57);
  });

  test('FTE is the last twelve months’ hours: 3 months of 125 hours scale up to 1,500 ÷ 1,500 = 1 FTE', () => {
    const hours = benefit('hours', { hours: flow('timer', m('saved', '2024-01-01', 125, { per: 'month' })) });
    expect(caseOf('2024-03', [hours]).totals.fte).toBe(1);
    expect(caseOf('2025-12', [hours]).totals.fte).toBe(1);
  });
});

describe('what is known and what is not', () => {
  test('a month is expected when any of its amounts is, and totals have it while actual has not', () => {
    const amount = flow(
      'kr.',
      m('saved', '2024-01-01', 100, { per: 'month' }),
      m('saved', '2024-03-01', 100, { per: 'month', basis: 'expected' }),
    );
    const report = caseOf('2024-04', [benefit('amount', { amount })], [cost('2024-01-01', 50)]);
    expect(report.months.map((x) => x.basis)).toEqual(['actual', 'actual', 'expected', 'expected']);
    expect(report.totals.gains).toBe(400);
    expect(report.actual.gains).toBe(200);
    expect(report.complete).toBe(true);
  });

  test('a month without observations has no gain, is not complete and is in no actual total', () => {
    const amount = flow(
      'kr.',
      m('saved', '2024-01-01', 100, { per: 'month', to: '2024-01-31' }),
      m('saved', '2024-03-01', 100, { per: 'month', to: '2024-03-31' }),
    );
    const report = caseOf('2024-03', [benefit('amount', { amount })], [cost('2024-01-01', 50)]);
    expect(report.months.map((x) => [x.gains, x.basis])).toEqual([
      [100, 'actual'],
      [0, 'incomplete'],
      [100, 'actual'],
    ]);
    expect(report.complete).toBe(false);
  });

  test('FTE is unknown, not zero, where nothing was observed in the last twelve months; zero where the benefit ended', () => {
    const hours = flow('timer', m('saved', '2022-01-01', 10, { per: 'month', to: '2022-12-31' }));
    const running = caseOf('2024-12', [benefit('hours', { hours })]);
    expect(running.totals).toMatchObject({ hours: 120, fte: null });
    expect(running.reasons.fte).toBe('no-observations');
    expect(caseOf('2024-12', [benefit('hours', { hours }, { to: '2022-12-31' })]).totals.fte).toBe(0);
  });

  test('months before a benefit begins lack nothing', () => {
    const report = caseOf('2024-04', [saved('2024-03-01', 100)], [cost('2024-01-01', 50)]);
    expect(report.complete).toBe(true);
    expect(report.months.map((x) => x.basis)).toEqual(['actual', 'actual', 'actual', 'actual']);
  });

  test('the month of go-live is not complete when nothing was observed in the days that were left of it', () => {
    const late = benefit(
      'amount',
      { amount: flow('kr.', m('saved', '2024-03-01', 100, { per: 'month' })) },
      { live: '2024-02-15' },
    );
    const { months } = caseOf('2024-03', [late], [cost('2024-01-01', 50)]);
    expect(months.map((x) => x.basis)).toEqual(['actual', 'incomplete', 'actual']);
  });

  test('from go-live on observations are due', () => {
    const b = { ...saved('2024-03-01', 100), live: '2024-02-01' };
    const report = caseOf('2024-03', [b], [cost('2024-01-01', 50)]);
    expect(report.months.map((x) => x.basis)).toEqual(['actual', 'incomplete', 'actual']);
  });

  test('a benefit’s own first and last day bound its gain: 1 March – 15 April of 300 a month = 450', () => {
    const b = saved('2024-01-01', 300);
    const bounded = { ...b, benefit: { ...b.benefit, from: '2024-03-01', to: '2024-04-15' } };
    const report = caseOf('2024-12', [bounded], [cost('2024-01-01', 50)]);
    expect(report.totals.gains).toBe(450);
    expect(report.complete).toBe(true);
  });

  test('a month that is not over is expected, whatever runs on into it', () => {
    const last = monthNumber('2024-03');
    const inputs = project([saved('2024-01-01', 300)], [cost('2024-01-01', 50)]);
    const report = businessCase(projectMonths(inputs, last, '2024-02-29'), last);
    expect(report.months.map((x) => x.basis)).toEqual(['actual', 'expected', 'expected']);
    expect(report.actual.gains).toBe(300);
  });

  test('a project without benefits knows its costs only', () => {
    const report = caseOf('2024-02', [], [cost('2024-01-01', 50)]);
    expect(report.totals).toMatchObject({ costs: 50, gains: null, net: null, roi: null, hours: null });
    expect(report.reasons).toMatchObject({
      gains: 'no-benefits',
      roi: 'no-benefits',
      breakEven: 'no-benefits',
    });
  });

  test('every null has a reason', () => {
    const reports = [
      caseOf('2024-02', [], []),
      caseOf('2024-02', [saved('2024-01-01', 1)]),
      caseOf('2024-02', [], [cost('2024-01-01', 5)]),
    ];
    for (const report of reports) {
      for (const [name, value] of Object.entries(report.totals)) {
        if (value === null) expect(report.reasons, name).toHaveProperty([name]);
      }
      for (const [name, value] of Object.entries(report.totals.low)) {
        if (value === null) expect(report.reasons, name).toHaveProperty([`low.${name}`]);
      }
      for (const b of report.benefits) {
        for (const [name, value] of Object.entries(b)) {
          if (value === null) expect(report.reasons, name).toHaveProperty([`benefits.${b.benefit}.${name}`]);
        }
      }
    }
  });
});
