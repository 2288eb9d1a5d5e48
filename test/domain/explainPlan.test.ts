import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthNumber, monthText } from '../../server/domain/calendar.ts';
import { PLAN_FIGURES } from '../../server/domain/explain/figures.ts';
import { explainGoal } from '../../server/domain/explain/goal.ts';
import { explainPlan } from '../../server/domain/explain/plan.ts';
import { explainRisks } from '../../server/domain/explain/risks.ts';
import type { Explained, Formula } from '../../server/domain/explain/step.ts';
import { breakEven } from '../../server/domain/figures.ts';
import { goalSum } from '../../server/domain/goalSum.ts';
import { type PlanYear, planMonths, plannedNet, riskPool } from '../../server/domain/plan.ts';
import { actualMonths, compareTotal, compareYears } from '../../server/domain/planActual.ts';
import { type ProjectMonths, projectMonths } from '../../server/domain/project.ts';
import { anyProject } from '../support/arbitrary.ts';
import { evaluated } from '../support/evaluated.ts';
import { benefit, cost, flow, m, project, TODAY } from '../support/inputs.ts';

const UNTIL = monthNumber('2024-06');

function planOf(years: readonly PlanYear[], months: ProjectMonths, until: number | null) {
  const first = Math.min(...years.map((y) => y.year)) * 12;
  return {
    project: 'P',
    version: 1,
    years,
    compared: compareYears(years, months, until),
    actual: until === null ? [] : actualMonths(months, first, until),
  };
}

const written = (formula: Formula) => formula.map((p) => ('sign' in p ? p.sign : p.value)).join(' ');

/** Each part of a plan's month may lack half an øre, and each is rounded to one. */
function isRight(e: Explained, within = 0.0051) {
  const near = (formula: Formula, value: number) =>
    expect(Math.abs(evaluated([...formula]) - value)).toBeLessThanOrEqual(within + Math.abs(value) * 1e-9);
  for (const section of e.sections) {
    for (const line of section.steps) {
      if (line.value !== null && line.formula.length > 0) near(line.formula, line.value);
    }
    if (section.total === null) continue;
    const sum = section.steps.reduce((total, line) => total + (line.value ?? 0), 0);
    expect(Math.abs(sum - section.total)).toBeLessThan(1e-6 + Math.abs(sum) * 1e-9);
  }
  if (e.value === null) expect(e.reason).not.toBeNull();
  else if (e.formula.length > 0 && e.unit !== 'month') near(e.formula, e.value);
}

describe('a plan of 2024, 10,000 kr. saved and 2,000 kr. spent a month in its first half', () => {
  const inputs = project(
    [
      benefit('amount', {
        amount: flow('kr.', m('saved', '2024-01-01', 10_000, { per: 'month', to: '2024-06-30' })),
      }),
    ],
    [cost('2024-01-01', 2_000, { per: 'month', to: '2024-06-30' })],
  );
  const months = projectMonths(inputs, UNTIL, TODAY);
  const years = [
    { year: 2024, scenario0: 300_000_00, scenario1: 150_000_00, risk: 30_000_00 },
    { year: 2025, scenario0: 200_000_00, scenario1: 50_000_00, risk: 0 },
  ];
  const plan = planOf(years, months, UNTIL);

  test.each([
    ['plannedNet', 2024, '300000 − 150000 − 30000', 120_000],
    ['plannedSoFar', 2024, '120000 × 6 ÷ 12', 60_000],
    ['realisedNet', 2024, '60000 − 12000', 48_000],
    ['deviation', 2024, '48000 − 60000', -12_000],
    ['deviationShare', 2024, '-12000 ÷ 60000', -0.2],
    ['scenario0', null, '300000 + 200000', 500_000],
    ['plannedNet', null, '500000 − 200000 − 30000', 270_000],
    ['realisedNet', null, '48000', 48_000],
  ] as const)('%s of %s = %s = %d', (figure, year, formula, value) => {
    const e = explainPlan(plan, figure, year, null);
    expect(written(e.formula)).toBe(formula);
    expect(e.value).toBeCloseTo(value, 9);
  });

  test('the curve up to March 2025: 120,000 + 150,000 × 3 ÷ 12 = 157,500', () => {
    const e = explainPlan(plan, 'plannedCumulative', null, monthNumber('2025-03'));
    expect(e.value).toBe(157_500);
    expect(e.sections[0]?.steps.map((s) => written(s.formula))).toEqual(['120000', '150000 × 3 ÷ 12']);
  });

  test('what came of a year leads to its gains and costs in those months alone', () => {
    const e = explainPlan(plan, 'realisedNet', 2024, null);
    const of = { from: '2024-01', until: '2024-06', basis: 'actual', sum: 'known' };
    expect(e.formula.flatMap((p) => ('sign' in p ? [] : [p.refers]))).toEqual([
      { project: 'P', benefit: null, figure: 'gains', of },
      { project: 'P', benefit: null, figure: 'costs', of },
    ]);
  });

  test('a year that is not planned, and one of which nothing is measured, say so', () => {
    expect(explainPlan(plan, 'scenario0', 2030, null).reason).toBe('not-planned');
    expect(explainPlan(plan, 'deviation', 2025, null).reason).toBe('no-actual');
  });

  test('a plan below zero is divided by without its sign', () => {
    const poor = planOf([{ year: 2024, scenario0: 0, scenario1: 120_000_00, risk: 0 }], months, UNTIL);
    const e = explainPlan(poor, 'deviationShare', 2024, null);
    expect(written(e.formula)).toBe('108000 ÷ 60000');
    expect(e.value).toBeCloseTo(1.8, 9);
  });
});

const oere = fc.integer({ min: -1e9, max: 1e9 });
const anyYears = fc.uniqueArray(
  fc.record({
    year: fc.integer({ min: 2021, max: 2026 }),
    scenario0: oere,
    scenario1: oere,
    risk: fc.nat(1e8),
  }),
  { minLength: 1, maxLength: 5, selector: (y) => y.year },
);

test('whatever the plan and the project, each figure shown is that of the comparison and its numbers give it', () => {
  fc.assert(
    fc.property(anyYears, anyProject, (years, inputs) => {
      const months = projectMonths(inputs, UNTIL, TODAY);
      const plan = planOf(years, months, UNTIL);
      const all = compareTotal(plan.compared);
      for (const year of [null, ...plan.compared.map((c) => c.year)]) {
        const row = year === null ? all : plan.compared.find((c) => c.year === year);
        const shown = {
          plannedSoFar: row?.plannedSoFar,
          realisedNet: row?.net,
          deviation: row?.deviation,
        };
        for (const figure of PLAN_FIGURES) {
          const e = explainPlan(plan, figure, year, UNTIL);
          // Each month of a plan is rounded to a whole øre.
          isRight(e, figure === 'plannedSoFar' ? 0.12 : 0.0051);
          if (figure in shown) {
            const value = shown[figure as keyof typeof shown] ?? null;
            expect(e.value === null ? null : Math.round(e.value * 100)).toBe(value);
          }
        }
        const share = explainPlan(plan, 'deviationShare', year, null).value;
        if (row?.share === null) expect(share).toBeNull();
        else expect(share).toBeCloseTo(row?.share ?? Number.NaN, 9);
      }
      const flow = planMonths(years);
      const even = breakEven(flow);
      const text = typeof even === 'number' ? monthText(even) : null;
      expect(explainPlan(plan, 'plannedBreakEven', null, null).own).toBe(text);
      const sum = flow.filter((x) => x.month <= UNTIL).reduce((total, x) => total + x.net, 0);
      const curve = explainPlan(plan, 'plannedCumulative', null, UNTIL);
      if (curve.value !== null) expect(Math.round(curve.value * 100)).toBe(sum);
      const nets = years.reduce((total, y) => total + plannedNet(y), 0);
      expect(Math.round((explainPlan(plan, 'plannedNet', null, null).value ?? 0) * 100)).toBe(nets);
    }),
    { numRuns: 60 },
  );
});

const anyRisks = fc.uniqueArray(
  fc.record({
    risk: fc.string({ minLength: 1, maxLength: 4 }),
    probability: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
    consequence: fc.nat(1e11),
  }),
  { maxLength: 8, selector: (r) => r.risk },
);

test('a risk’s expected cost is probability × consequence to the øre, and the pool is their sum', () => {
  fc.assert(
    fc.property(anyRisks, (risks) => {
      const pool = explainRisks('P', risks, 'riskPool', null);
      isRight(pool);
      expect(Math.round((pool.value ?? 0) * 100)).toBe(riskPool(risks));
      for (const risk of risks) {
        for (const figure of ['riskExpected', 'riskProbability', 'riskConsequence'] as const) {
          isRight(explainRisks('P', risks, figure, risk.risk));
        }
      }
    }),
  );
});

const anyCarrier = fc.record({
  project: fc.constantFrom('P1', 'P2'),
  benefit: fc.string({ minLength: 1, maxLength: 4 }),
  name: fc.string(),
  expected: fc.boolean(),
  gains: fc.option(
    fc.integer({ min: -1e8, max: 1e8 }).map((n) => n / 100),
    { nil: null },
  ),
  reasons: fc.constantFrom({ gains: 'not-monetary' as const }, { gains: 'no-rate' as const }),
});

test('a goal’s gains are the known ones of those that carry it; the others are named with why', () => {
  fc.assert(
    fc.property(fc.array(anyCarrier, { maxLength: 9 }), (carriers) => {
      const e = explainGoal(carriers);
      isRight(e, 1e-6);
      expect(e.value).toBe(goalSum(carriers).gains);
      const unknown = carriers.filter((c) => c.gains === null).length;
      expect(e.sections.find((s) => s.name === 'apart')?.steps.length ?? 0).toBe(unknown);
    }),
  );
});
