import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayText, firstDay, monthNumber, monthText } from '../../server/domain/calendar.ts';
import type { Cost } from '../../server/domain/costs.ts';
import {
  expectedCost,
  inEqualParts,
  type PlanYear,
  planMonths,
  plannedNet,
  riskPool,
} from '../../server/domain/plan.ts';
import { compareTotal, compareYears } from '../../server/domain/planActual.ts';
import { draftYears } from '../../server/domain/planDraft.ts';
import { type ProjectMonths, projectMonths } from '../../server/domain/project.ts';
import { anyProject } from '../support/arbitrary.ts';
import { benefit, cost, flow, m, project, TODAY } from '../support/inputs.ts';

const year = (y: number, scenario0: number, scenario1: number, risk = 0): PlanYear => ({
  year: y,
  scenario0: scenario0 * 100,
  scenario1: scenario1 * 100,
  risk: risk * 100,
});

/** 10,000 kr. saved each month from January 2024 to a month; 60,000 kr. in January and 2,000 kr. a month. */
function saving(until: string, costs: Cost[] = []): ProjectMonths {
  const to = dayText(firstDay(monthNumber(until) + 1) - 1);
  const inputs = project(
    [
      benefit('amount', {
        amount: flow('kr.', m('saved', '2024-01-01', 10_000, { per: 'month', to })),
      }),
    ],
    [cost('2024-01-01', 60_000), cost('2024-01-01', 2_000, { per: 'month', to }), ...costs],
  );
  return projectMonths(inputs, monthNumber(until), TODAY);
}

describe('the plan', () => {
  test('0-scenario 500,000 − 1-scenario 320,000 − risk 30,000 = planned net 150,000', () => {
    expect(plannedNet(year(2024, 500_000, 320_000, 30_000))).toBe(150_000_00);
  });

  test('a year’s net is spread over twelve months in whole øre that sum to it', () => {
    const months = planMonths([year(2024, 100, 0)]);
    expect(months.map((x) => x.net)).toEqual([833, 834, 833, 833, 834, 833, 833, 834, 833, 833, 834, 833]);
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 50 }), (total, parts) => {
        const shares = inEqualParts(total, parts);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('risk pool: 30 % of 75,000 + 20 % of 250,000 = 72,500; each risk to the whole øre', () => {
    const risks = [
      { risk: 'A', probability: 0.3, consequence: 75_000_00 },
      { risk: 'B', probability: 0.2, consequence: 250_000_00 },
    ];
    expect(riskPool(risks)).toBe(72_500_00);
    expect(expectedCost({ risk: 'C', probability: 1 / 3, consequence: 100 })).toBe(33);
  });
});

describe('plan against actual', () => {
  test('2024 in full: planned 40,000, actual 120,000 − 84,000 = 36,000, so −4,000 = −10 %', () => {
    const [row] = compareYears(
      [year(2024, 120_000, 75_000, 5_000)],
      saving('2024-12'),
      monthNumber('2024-12'),
    );
    expect(row).toMatchObject({ months: 12, gains: 120_000_00, costs: 84_000_00, net: 36_000_00 });
    expect(row).toMatchObject({ plannedSoFar: 40_000_00, deviation: -4_000_00, share: -0.1, reasons: {} });
  });

  test('a year that is half over is compared with half of its plan: 20,000 planned, −12,000 actual', () => {
    const until = monthNumber('2024-06');
    const [row] = compareYears([year(2024, 120_000, 75_000, 5_000)], saving('2024-06'), until);
    expect(row).toMatchObject({ months: 6, net: -12_000_00, plannedSoFar: 20_000_00, deviation: -32_000_00 });
    expect(row?.share).toBeCloseTo(-1.6, 12);
  });

  test('months before the project began are in the comparison as nothing', () => {
    const until = monthNumber('2024-12');
    const rows = compareYears([year(2023, 0, 24_000), year(2024, 120_000, 84_000)], saving('2024-12'), until);
    expect(rows[0]).toMatchObject({ months: 12, net: 0, plannedSoFar: -24_000_00, deviation: 24_000_00 });
    expect(rows[1]).toMatchObject({ deviation: 0, share: 0 });
  });

  test('a year that is not over, not planned, or planned at zero has no deviation or no per cent, and says why', () => {
    const until = monthNumber('2024-12');
    const rows = compareYears([year(2025, 10, 0)], saving('2024-12'), until);
    expect(rows[0]).toMatchObject({ planned: null, deviation: null, reasons: { deviation: 'not-planned' } });
    expect(rows[1]).toMatchObject({ net: null, plannedSoFar: null, reasons: { net: 'no-actual' } });
    const [zero] = compareYears([year(2024, 1, 1)], saving('2024-12'), until);
    expect(zero).toMatchObject({ deviation: 36_000_00, share: null, reasons: { share: 'zero-plan' } });
  });

  test('months that lack a measurement are not compared, and neither are expected ones', () => {
    const measuredToMarch = benefit(
      'amount',
      { amount: flow('kr.', m('saved', '2024-01-01', 10_000, { per: 'month', to: '2024-03-31' })) },
      { live: '2024-01-01' },
    );
    const inputs = project([measuredToMarch], [cost('2024-05-01', 500, { basis: 'expected' })]);
    const until = monthNumber('2024-06');
    const rows = compareYears([year(2024, 120_000, 0)], projectMonths(inputs, until, TODAY), until);
    expect(rows[0]).toMatchObject({ months: 3, unmeasured: 3, net: 30_000_00, plannedSoFar: 30_000_00 });
    expect(monthText(compareTotal(rows).last ?? 0)).toBe('2024-03');
  });

  test('the comparison ends with the last month that is measured in a year that is planned', () => {
    const until = monthNumber('2024-12');
    const rows = compareYears([year(2023, 0, 24_000)], saving('2024-12'), until);
    expect(monthText(compareTotal(rows).last ?? 0)).toBe('2023-12');
    expect(compareTotal(compareYears([year(2025, 10, 0)], saving('2024-12'), until)).last).toBeNull();
  });

  test('without a benefit in kroner the costs are known, the net is not', () => {
    const inputs = project([], [cost('2024-01-01', 1_000)]);
    const until = monthNumber('2024-03');
    const [row] = compareYears([year(2024, 0, 4_000)], projectMonths(inputs, until, TODAY), until);
    expect(row).toMatchObject({
      costs: 1_000_00,
      net: null,
      deviation: null,
      reasons: { net: 'no-benefits' },
    });
  });

  test('where no costs are registered the gains are known, the costs and the net are not, in a year and in all', () => {
    const { inputs } = saving('2024-12');
    const until = monthNumber('2024-12');
    const months = projectMonths({ ...inputs, costs: [] }, until, TODAY);
    const rows = compareYears([year(2024, 120_000, 75_000)], months, until);
    const unknown = { net: null, deviation: null, share: null, plannedSoFar: 45_000_00 };
    const reasons = { net: 'no-costs', deviation: 'no-costs', share: 'no-costs' };
    expect(rows[0]).toMatchObject({ gains: 120_000_00, costs: null, ...unknown });
    expect(rows[0]?.reasons).toEqual({ ...reasons, costs: 'no-costs' });
    expect(compareTotal(rows)).toMatchObject({ months: 12, ...unknown, reasons });
  });

  test('sums are of the years that are both planned and measured', () => {
    const until = monthNumber('2024-12');
    const rows = compareYears(
      [year(2024, 120_000, 75_000, 5_000), year(2025, 9, 0)],
      saving('2024-12'),
      until,
    );
    expect(compareTotal(rows)).toMatchObject({
      months: 12,
      net: 36_000_00,
      plannedSoFar: 40_000_00,
      share: -0.1,
    });
  });

  test('the fully measured months of all years sum to what the project’s months say', () => {
    fc.assert(
      fc.property(anyProject, (inputs) => {
        const until = monthNumber('2024-06');
        const months = projectMonths(inputs, until, TODAY);
        const rows = compareYears([year(2022, 1, 2), year(2023, 3, 4)], months, until);
        const own = months.months.filter((x) => x.complete && !x.expected);
        const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
        expect(sum(rows.map((r) => r.costs ?? 0))).toBe(sum(own.map((x) => x.costs)));
        const net = sum(own.map((x) => x.gains.value - x.costs));
        if (rows.every((r) => r.reasons.net === undefined))
          expect(sum(rows.map((r) => r.net ?? 0))).toBe(net);
      }),
    );
  });
});

test('a draft says of each year what is gained as scenario 0 and spent as scenario 1; unknown gains stay unknown', () => {
  expect(draftYears(saving('2024-12'), TODAY)).toEqual([
    { year: 2024, scenario0: 120_000_00, scenario1: 84_000_00, complete: true, basis: 'measured' },
  ]);
  const none = projectMonths(project([], [cost('2024-01-01', 1_000)]), monthNumber('2024-02'), TODAY);
  expect(draftYears(none, TODAY)).toEqual([
    { year: 2024, scenario0: null, scenario1: 1_000_00, complete: true, basis: null },
  ]);
});

test('a draft has no scenario 1 for a year that no cost is registered in; one of 0 kr. is registered', () => {
  const { inputs } = saving('2024-12');
  const drafted = (costs: Cost[]) => {
    const months = projectMonths({ ...inputs, costs }, monthNumber('2024-12'), TODAY);
    return draftYears(months, TODAY).map((y) => [y.year, y.scenario1]);
  };
  expect(drafted([])).toEqual([[2024, null]]);
  expect(drafted([cost('2023-06-01', 900)])).toEqual([
    [2023, 900_00],
    [2024, null],
  ]);
  expect(drafted([cost('2024-06-01', 0)])).toEqual([[2024, 0]]);
});
