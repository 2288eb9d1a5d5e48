import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastDay, monthNumber } from '../../server/domain/calendar.ts';
import { explainBenefit, partsOf } from '../../server/domain/explain/benefit.ts';
import { PARTY_FIGURES, TOTAL_FIGURES } from '../../server/domain/explain/figures.ts';
import { explainJudged } from '../../server/domain/explain/judged.ts';
import { explainParty } from '../../server/domain/explain/payers.ts';
import { explainPortfolio } from '../../server/domain/explain/portfolio.ts';
import { benefitValue, explainProject } from '../../server/domain/explain/project.ts';
import { type Choice, chosen, spanOf } from '../../server/domain/explain/scope.ts';
import type { Explained, Step } from '../../server/domain/explain/step.ts';
import { payerFigures } from '../../server/domain/payers.ts';
import { portfolioFigures, projectResult } from '../../server/domain/portfolio.ts';
import { type ProjectInputs, projectMonths } from '../../server/domain/project.ts';
import { totals } from '../../server/domain/report.ts';
import { anyProject } from '../support/arbitrary.ts';
import { evaluated } from '../support/evaluated.ts';
import { benefit, cost, flow, level, m, project, RATE, robot, steady, TODAY } from '../support/inputs.ts';

const LAST = monthNumber('2024-12');
const named = (code: string) => code;
const JUDGED_FIGURES = ['before', 'after', 'difference', 'changePercent', 'target', 'reached'] as const;

function resultOf(inputs: ProjectInputs, until: number, from: number | null = null) {
  const result = projectResult(projectMonths(inputs, until, TODAY), { from, until });
  return { result, span: { from: from ?? result.project.months[0]?.month ?? 0, until } };
}

function ofBenefit(until: string, figure: 'hours' | 'gains', ...args: Parameters<typeof benefit>) {
  const inputs = benefit(...args);
  const { result, span } = resultOf(project([inputs]), monthNumber(until));
  const value = benefitValue(result, span, inputs, figure);
  return explainBenefit(inputs, partsOf(result.project, inputs, span), figure, value);
}

/** `4812 × ( 10 − 4 ) ÷ 60` */
const written = (formula: Explained['formula']) =>
  formula.map((part) => ('sign' in part ? part.sign : part.value)).join(' ');
const lines = (e: Explained, section: string) =>
  e.sections
    .filter((s) => s.name === section)
    .flatMap((s) =>
      s.steps.map((line) => `${line.from} – ${line.to}: ${written(line.formula)} = ${line.value}`),
    );

describe('a benefit’s formula with the numbers put in, a line for each time in which they hold', () => {
  const minutes = level('minutter', m('before', '2023-01-01', 10), m('after', '2024-01-01', 4));

  test('per item: 4,812 items × (10 − 4) min ÷ 60 = 481.2 hours; × 400 kr = 192,480 kr', () => {
    const runs = robot({ '2024-03': 4000, '2024-04': 812 });
    const hours = ofBenefit('2024-12', 'hours', 'per_item', { minutes }, { runs });
    expect(lines(hours, 'hours')).toEqual(['2024-03-01 – 2024-04-30: 4812 × ( 10 − 4 ) ÷ 60 = 481.2']);
    expect(hours.value).toBe(481.2);
    const gains = ofBenefit('2024-12', 'gains', 'per_item', { minutes }, { runs });
    expect(lines(gains, 'money')).toEqual(['2024-03-01 – 2024-04-30: 481.2 × 400 = 192480']);
    expect(gains.value).toBe(192_480);
  });

  test('minutes measured anew on 11 January and a new rate in March make lines of their own', () => {
    const dated = level(
      'min',
      m('before', '2023-01-01', 10),
      m('after', '2024-01-01', 4),
      m('after', '2024-01-11', 7),
    );
    const runs = robot({ '2024-01': 150, '2024-03': 200 }, { '2024-01-04': 100, '2024-01-11': 50 });
    const rates = [RATE, { ...RATE, validFrom: '2024-03-01', hourlyOere: 420_00 }];
    const gains = ofBenefit('2024-03', 'gains', 'per_item', { minutes: dated }, { runs, rates });
    expect(lines(gains, 'hours')).toEqual([
      '2024-01-01 – 2024-01-10: 100 × ( 10 − 4 ) ÷ 60 = 10',
      '2024-01-11 – 2024-01-31: 50 × ( 10 − 7 ) ÷ 60 = 2.5',
      '2024-03-01 – 2024-03-31: 200 × ( 10 − 7 ) ÷ 60 = 10',
    ]);
    expect(lines(gains, 'money')).toEqual([
      '2024-01-01 – 2024-01-31: 12.5 × 400 = 5000',
      '2024-03-01 – 2024-03-31: 10 × 420 = 4200',
    ]);
    expect(gains.sections.find((s) => s.name === 'missing')?.steps).toMatchObject([
      { from: '2024-02-01', to: '2024-02-29', reason: 'no-observations', value: null },
    ]);
  });

  test('hours: two months of (100 − 60) = 80 hours; with 50 % of the effect, 40 hours', () => {
    const hours = flow(
      'timer',
      m('before', '2023-01-01', 100, { per: 'month' }),
      m('after', '2024-01-01', 60, { per: 'month' }),
    );
    const e = ofBenefit('2024-02', 'hours', 'hours', { hours }, { attribution: 0.5 });
    expect(lines(e, 'hours')).toEqual(['2024-01-01 – 2024-02-29: ( 200 − 120 ) = 80']);
    expect(written(e.formula)).toBe('80 × 0.5');
    expect(e.value).toBe(40);
  });

  test('ratio: 10,000 hours × (1 − 69 ÷ 72)', () => {
    const ratio = level('%', m('before', '2023-01-01', 69), m('after', '2024-01-01', 72));
    const e = ofBenefit('2024-01', 'hours', 'ratio', { ratio, hours: steady('timer', 'month', 10_000) });
    expect(written(e.formula)).toBe('10000 × ( 1 − 69 ÷ 72 )');
    expect(e.value).toBeCloseTo(416.667, 3);
  });

  test('FTE: (3 − 1) × 1,500 ÷ 12 × 6 months = 1,500 hours', () => {
    const fte = level('årsværk', m('before', '2023-01-01', 3), m('after', '2024-01-01', 1));
    const e = ofBenefit('2024-06', 'hours', 'fte', { fte });
    expect(written(e.formula)).toBe('( 3 − 1 ) × 1500 ÷ 12 × 6');
    expect(e.value).toBe(1500);
  });

  test('amount: (300 − 180) thousand kroner a year × 1,000, whole', () => {
    const amount = flow(
      't.kr.',
      m('before', '2023-01-01', 300, { per: 'year' }),
      m('after', '2024-01-01', 180, { per: 'year' }),
    );
    const e = ofBenefit('2024-12', 'gains', 'amount', { amount });
    expect(written(e.formula)).toBe('( 300 − 180 ) × 1000');
    expect(e.value).toBe(120_000);
  });

  test('a change in per cent: (34 − 28.7) ÷ 28.7 × 100 = 18.47', () => {
    const indicator = level('%', m('before', '2023-01-01', 28.7), m('after', '2024-01-01', 34));
    const e = explainJudged(benefit('indicator', { indicator }), lastDay(LAST), 'changePercent');
    expect(written(e.formula)).toBe('( 34 − 28.7 ) ÷ 28.7 × 100');
    expect(e.value).toBeCloseTo(18.467, 3);
  });

  test('a baseline a year is compared a month: 1,200 ÷ 12 × 1 = 100', () => {
    const amount = flow(
      'kr.',
      m('before', '2023-01-01', 1200, { per: 'year' }),
      m('after', '2024-01-01', 80, { per: 'month' }),
    );
    const e = explainJudged(benefit('amount', { amount }), lastDay(LAST), 'before');
    expect(written(e.formula)).toBe('1200 ÷ 12 × 1');
    expect(e.value).toBe(100);
  });
});

describe('a project’s figures', () => {
  const minutes = level('min', m('before', '2023-01-01', 10), m('after', '2024-01-01', 4));
  const runs = robot(Object.fromEntries(['01', '02', '03', '04', '05', '06'].map((x) => [`2024-${x}`, 600])));
  const costs = [
    cost('2024-01-01', 100_000),
    cost('2024-01-01', 2000, { per: 'month', to: '2024-06-30', category: 'licences' }),
  ];
  const inputs = project([benefit('per_item', { minutes }, { runs })], costs);
  const { result, span } = resultOf(inputs, monthNumber('2024-06'));
  const explain = (figure: Parameters<typeof explainProject>[2]) =>
    explainProject(result, span, figure, named);

  test.each([
    ['costs', '100000 + 12000', 112_000],
    ['net', '144000 − 112000', 32_000],
    ['roi', '( 144000 − 112000 ) ÷ 112000', 0.2857142857],
    ['hours', '360', 360],
    ['costPerHour', '112000 ÷ 360', 311.11],
    ['fte', '0.24 × 12 ÷ 6', 0.48],
    ['paybackMonths', `${monthNumber('2024-05')} − ${monthNumber('2024-01')}`, 4],
    ['freed', '144000', 144_000],
  ] as const)('%s = %s = %d', (figure, formula, value) => {
    const e = explain(figure);
    expect(written(e.formula)).toBe(formula);
    expect(e.value).toBeCloseTo(value, 6);
  });

  test('2,000 kr a month × 6 months', () => {
    expect(lines(explain('costs'), 'costs')).toEqual([
      '2024-01-01 – null: 100000 = 100000',
      '2024-01-01 – 2024-06-30: 2000 × 6 = 12000',
    ]);
  });

  test('break-even is in May: −12,000 before it + 22,000 in it = 10,000', () => {
    const e = explain('breakEven');
    expect(written(e.formula)).toBe('-12000 + 22000');
    expect(e.own).toBe('2024-05');
  });

  test('net present value: each month’s net × 1 ÷ 1.035^(months ÷ 12)', () => {
    const e = explain('npv');
    const [first, second] = e.sections[0]?.steps ?? [];
    expect(written(first?.formula ?? [])).toBe('-78000 × 1');
    expect(evaluated([...(second?.formula ?? [])])).toBeCloseTo(22_000 / 1.035 ** (1 / 12), 6);
  });
});

const kr = (value: number) => Math.round(value * 100);

function stepsAreRight(steps: readonly Step[]) {
  for (const s of steps) {
    // A cost's months are whole øre, so that a line may lack half of one at both of its ends.
    if (s.value !== null && s.formula.length > 0) near(evaluated([...s.formula]), s.value, 0.0101);
  }
}

function near(a: number, b: number, within: number) {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(within + Math.abs(b) * 1e-9);
}

function isRight(e: Explained, rounding: number) {
  for (const section of e.sections) {
    stepsAreRight(section.steps);
    if (section.total !== null) {
      const sum = section.steps.reduce((total, s) => total + (s.value ?? 0), 0);
      near(section.total, sum, 1e-6);
    }
  }
  if (e.value === null) {
    expect(e.reason).not.toBeNull();
    return;
  }
  if (e.formula.length > 0 && e.unit !== 'month') near(evaluated([...e.formula]), e.value, rounding);
}

describe('whatever the inputs, the numbers shown give the figure shown', () => {
  test('a benefit’s hours to the second and gains to the øre, in any months', () => {
    fc.assert(
      fc.property(anyProject, fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }), (inputs, months) => {
        const { result, span } = resultOf(inputs, LAST, months === null ? null : LAST - months);
        for (const b of inputs.benefits) {
          for (const figure of ['hours', 'gains'] as const) {
            const value = benefitValue(result, span, b, figure);
            const e = explainBenefit(b, partsOf(result.project, b, span), figure, value);
            // From a later month on, two roundings are between the figure and its parts.
            const rounding = (figure === 'hours' ? 1 / 3600 : 0.01) * 1.01;
            isRight(e, rounding);
            if (e.value === null || b.benefit.method === 'indicator') continue;
            const counted = e.sections.findLast((s) => s.name !== 'missing');
            near((counted?.total ?? 0) * b.benefit.attribution, e.value, rounding);
          }
        }
      }),
    );
  });

  test('a benefit’s measure before, after, its change and target', () => {
    fc.assert(
      fc.property(anyProject, (inputs) => {
        for (const b of inputs.benefits) {
          for (const figure of JUDGED_FIGURES) isRight(explainJudged(b, lastDay(LAST), figure), 1e-9);
        }
      }),
    );
  });

  test('each of a project’s figures is that of its report, and its lines sum to it', () => {
    fc.assert(
      fc.property(anyProject, (inputs) => {
        const { result, span } = resultOf(inputs, LAST);
        const report = totals(result.figures);
        for (const figure of TOTAL_FIGURES) {
          if (figure === 'pastBreakEven') continue;
          const e = explainProject(result, span, figure, named);
          isRight(e, e.unit === 'kr' ? 0.0051 : 1e-6);
          if (figure in report && figure !== 'breakEven') {
            const shown = report[figure as 'net'];
            if (shown === null || (figure === 'costs' && shown === 0)) expect(e.value).toBeNull();
            else near(e.value ?? Number.NaN, shown, 1e-9);
          }
          if (figure === 'breakEven') expect(e.own).toBe(report.breakEven);
          if ((figure === 'costs' || figure === 'gains') && e.value !== null) {
            expect(kr(e.sections[0]?.total ?? 0)).toBe(kr(e.value));
          }
          if (figure === 'fte' && e.value !== null && e.formula.length === 0) {
            near(e.sections[0]?.total ?? 0, e.value, 1e-6);
          }
        }
      }),
    );
  });

  const CHOICES: Choice[] = [{ range: 'low' }, { range: 'high' }, { basis: 'actual' }, { sum: 'known' }];

  test('an end of the range, the fully measured months alone, what is known alone: the same', () => {
    fc.assert(
      fc.property(anyProject, fc.constantFrom(...CHOICES), (inputs, choice) => {
        const { result } = resultOf(inputs, LAST);
        const own = chosen(result, choice);
        const span = spanOf(own, { from: null, until: LAST }, choice);
        for (const b of inputs.benefits) {
          for (const figure of ['hours', 'gains'] as const) {
            const value = benefitValue(own, span, b, figure);
            const e = explainBenefit(b, partsOf(own.project, b, span), figure, value);
            const rounding = (figure === 'hours' ? 1 / 3600 : 0.01) * 1.01;
            // A month that is left out between two others leaves a rounding at each.
            isRight(e, choice.basis ? rounding * 18 : rounding);
          }
        }
        const { low, high, actual } = { ...result.figures, actual: totals(result.actual) };
        const shown = choice.basis
          ? actual
          : { ...totals(result.figures), ...(choice.range && totals(result.figures)[choice.range]) };
        expect(low.gains ?? 0).toBeLessThanOrEqual(high.gains ?? 0);
        for (const figure of TOTAL_FIGURES) {
          if (figure === 'pastBreakEven') continue;
          const e = explainProject(own, span, figure, named);
          isRight(e, e.unit === 'kr' ? 0.0051 : 1e-6);
          if (!(figure in shown) || figure === 'breakEven') continue;
          const value = shown[figure as 'net'];
          if (figure === 'costs' && value === 0) expect(e.reason).toBe('no-costs');
          else if (value !== null) near(e.value ?? Number.NaN, value, 1e-9);
          else if (choice.sum && (figure === 'gains' || figure === 'net')) expect(e.value).not.toBeNull();
          else expect(e.value).toBeNull();
        }
      }),
    );
  });

  test('what each pays and gains is the sum of its rows, of a project and of several', () => {
    const projects = fc.array(anyProject, { minLength: 1, maxLength: 3 });
    const payers = fc.array(fc.constantFrom(null, 'Puljen', 'Plejen', ' plejen '), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(projects, payers, (all, names) => {
        const paid = all.map((inputs, i) => {
          const own = { ...inputs, project: `P${i}` };
          const costs = own.costs.map((c, at) => ({ ...c, payer: names[at] ?? null }));
          const departments = new Map(own.benefits.map((b, at) => [b.benefit.benefit, names[at] ?? null]));
          const found = resultOf({ ...own, costs }, LAST);
          return { ...found, departments, municipality: 'Vejle', name: `P${i}`, benefitName: named };
        });
        for (const [projectsOf, byProject] of [
          [paid, true],
          [paid.slice(0, 1), false],
        ] as const) {
          const period = { from: null, until: LAST };
          const { rows } = payerFigures(
            projectsOf.map((p) => ({ ...p, project: p.result.project })),
            period,
          );
          for (const row of rows) {
            const shown = { payerCosts: row.costs, departmentGains: row.gains, partyNet: row.net };
            for (const figure of PARTY_FIGURES) {
              const e = explainParty(projectsOf, period, row, figure, byProject);
              isRight(e, 0.0051);
              if (figure === 'costShares' || figure === 'gainShares') {
                if (e.value !== null) near(e.value, 1, 1e-9);
                continue;
              }
              if (row.kind !== 'party' || figure === 'costShare' || figure === 'gainShare') continue;
              const value = shown[figure];
              if (value === null) expect(e.value).toBeNull();
              else near(e.value ?? Number.NaN, value / 100, 1e-9);
              if (figure !== 'partyNet' && e.value !== null) near(e.sections[0]?.total ?? 0, e.value, 1e-6);
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('each of a portfolio’s figures is the sum over its projects', () => {
    fc.assert(
      fc.property(fc.array(anyProject, { minLength: 1, maxLength: 4 }), (all) => {
        const results = all.map((inputs, i) => resultOf({ ...inputs, project: `P${i}` }, LAST).result);
        const report = totals(portfolioFigures(results, 'figures'));
        for (const figure of TOTAL_FIGURES) {
          const e = explainPortfolio(results, figure, named);
          isRight(e, e.unit === 'kr' ? 0.0051 : 1e-6);
          if (figure in report && figure !== 'breakEven') {
            const shown = report[figure as 'net'];
            if (shown === null || (figure === 'costs' && shown === 0)) expect(e.value).toBeNull();
            else near(e.value ?? Number.NaN, shown, 1e-9);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
