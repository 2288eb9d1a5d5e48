import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  portfolioExplanationAnswer,
  portfolioExplanationsAnswer,
} from '../../server/answers/explain/portfolio.ts';
import { explanationAnswer, explanationsAnswer } from '../../server/answers/explain/project.ts';
import { portfolioPayersAnswer } from '../../server/answers/payers.ts';
import { portfolioAnswer } from '../../server/answers/portfolio.ts';
import { Explanation, ProjectExplanations } from '../../server/contract/explanations.ts';
import { BENEFIT_FIGURES, TOTAL_FIGURES } from '../../server/domain/explain/figures.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { evaluated } from '../support/evaluated.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { loadedWarehouse } from '../support/loadedWarehouse.ts';

const TODAY = '2026-11-21';

describe.each(engines)('$name', ({ open }) => {
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;
  beforeAll(async () => {
    warehouse = await loadedWarehouse(open, EXAMPLE);
    db = warehouse.db;
  });
  afterAll(() => warehouse.close());

  const ask = (project: string, query: Parameters<typeof explanationAnswer>[2]) =>
    explanationAnswer(db, project, query, TODAY);

  test('gains of a benefit: 3,600 items × (10 − 4) ÷ 60 = 360 hours × 400 kr = 144,000 kr, with every row and its load', async () => {
    const e = await ask('P1', { figure: 'gains', benefit: 'B1' });
    expect(Explanation.parse(e)).toEqual(e);
    expect(e).toMatchObject({
      value: 144_000,
      unit: 'kr',
      until: '2024-06',
      method: 'per_item',
      basis: 'actual',
    });
    const [hours, money] = e.sections;
    expect(hours).toMatchObject({ name: 'hours', total: 360 });
    expect(hours?.steps[0]?.formula.flatMap((p) => ('sign' in p ? p.sign : p.value))).toEqual([
      3600,
      '×',
      '(',
      10,
      '−',
      4,
      ')',
      '÷',
      60,
    ]);
    expect(money).toMatchObject({ name: 'money', total: 144_000 });
    expect(e.measurements).toMatchObject([
      { name: 'Minutter pr. ansøgning', phase: 'after', value: 4, n: 40, used: true, source: 'Tidsstudie' },
      { phase: 'before', value: 10, used: true },
    ]);
    for (const row of [...e.measurements, ...e.rates]) {
      expect(row.load).toBeGreaterThan(0);
      expect(row.file).toMatch(/\.csv$/);
    }
    expect(e.rates).toMatchObject([{ rate: 'std', hourlyKr: 400, hoursPerFte: 1500, source: 'Budget 2024' }]);
  });

  test('a robot’s months and the loads of its runs: 600 successes a month, 3,636 runs in one file', async () => {
    const { runs } = await ask('P1', { figure: 'hours', benefit: 'B1', until: '2024-02' });
    expect(runs?.months).toEqual([
      { month: '2024-01', runs: 600, items: 600, counted: 600 },
      { month: '2024-02', runs: 600, items: 600, counted: 600 },
    ]);
    expect(runs?.loads).toMatchObject([{ runs: 3636 }]);
    expect(runs?.loads[0]?.file).toMatch(/runs\.csv$/);
  });

  test('a project’s costs row by row, with payer and load; entered by hand, no file', async () => {
    await db
      .insertInto('cost')
      .values({
        project: 'P1',
        from_day: '2024-06-01',
        to_day: '',
        per: 'once',
        category: 'training',
        internal: -1,
        payer: '',
        note: '',
        occurrence: 0,
        amount_oere: 50_000,
        basis: 'actual',
        load_id: 0,
      })
      .execute();
    const e = await ask('P1', { figure: 'costs' });
    expect(e.value).toBe(112_500);
    expect(
      e.sections[0]?.steps.map((s) => [s.value, s.cost?.payer, s.cost?.load === 0, s.cost?.file]),
    ).toEqual([
      [100_000, null, false, 'costs.csv'],
      [12_000, 'Puljen', false, 'costs.csv'],
      [500, null, true, null],
    ]);
    await db.deleteFrom('cost').where('load_id', '=', 0).execute();
  });

  test('every figure of the portfolio is that of the overview, in any selection and period', async () => {
    for (const query of [{}, { technology: 'RPA' }, { from: '2024-03', until: '2024-05' }]) {
      const { totals, split, pastBreakEven } = await portfolioAnswer(db, query, TODAY);
      const shown: Record<string, unknown> = { ...totals, ...split, pastBreakEven: pastBreakEven.reached };
      for (const figure of TOTAL_FIGURES) {
        const e = await portfolioExplanationAnswer(db, { ...query, figure }, TODAY);
        expect(Explanation.parse(e)).toEqual(e);
        const value = figure === 'breakEven' ? e.own : e.value;
        if (typeof value === 'number') expect(value).toBeCloseTo(shown[figure] as number, 8);
        else expect(value).toBe(shown[figure]);
        if (e.value !== null && e.formula.length > 0 && figure !== 'breakEven') {
          expect(Math.abs(evaluated(e.formula) - e.value)).toBeLessThan(0.006);
        }
      }
    }
  });

  test('the portfolio leads to its projects, a project to its benefits', async () => {
    const all = await portfolioExplanationAnswer(db, { figure: 'gains' }, TODAY);
    expect(all.sections[0]?.steps.map((s) => s.refers)).toEqual([
      { project: 'P1', benefit: null, figure: 'gains' },
    ]);
    expect(all.sections.find((s) => s.name === 'apart')?.steps).toMatchObject([
      { label: 'Tilfredse borgere', value: null, reason: 'not-monetary' },
    ]);
    const own = await ask('P1', { figure: 'gains' });
    expect(own.sections[0]?.steps.map((s) => s.refers)).toEqual([
      { project: 'P1', benefit: 'B1', figure: 'gains' },
    ]);
  });

  test('what a benefit is judged by: 60 before, 70 after, + 16.67 %, target 80 by 30 June', async () => {
    const values: Record<string, number | null> = {};
    for (const figure of BENEFIT_FIGURES) {
      const e = await ask('P2', { figure, benefit: 'B2' });
      expect(Explanation.parse(e)).toEqual(e);
      values[figure] = e.value;
    }
    expect(values).toMatchObject({
      before: 60,
      after: 70,
      difference: 10,
      target: 80,
      hours: null,
      gains: null,
    });
    expect(values.changePercent).toBeCloseTo(16.667, 3);
    const target = await ask('P2', { figure: 'target', benefit: 'B2' });
    expect(target.targets).toMatchObject([{ due: '2024-06-30', value: 80, file: 'targets.csv' }]);
    const after = await ask('P2', { figure: 'after', benefit: 'B2' });
    expect(after.measurements.filter((row) => row.used)).toMatchObject([
      { phase: 'after', value: 70, n: 32 },
    ]);
  });

  test('the main figures and the benefits of a project at once', async () => {
    const answer = await explanationsAnswer(db, 'P1', undefined, TODAY);
    expect(ProjectExplanations.parse(answer)).toEqual(answer);
    expect(answer.explanations.map((e) => e.figure)).toContain('roi');
    expect(answer.benefits.map((e) => [e.benefit, e.value])).toEqual([['B1', 144_000]]);
    expect(answer.furtherBenefits).toBe(0);
  });

  test('the fully measured months alone are those of the overview', async () => {
    const { actual } = await portfolioAnswer(db, {}, TODAY);
    for (const figure of ['costs', 'gains', 'net', 'roi', 'hours'] as const) {
      const e = await portfolioExplanationAnswer(db, { figure, basis: 'actual' }, TODAY);
      expect(e.value).toBeCloseTo(actual[figure] ?? Number.NaN, 8);
      expect(e.basis).toBe('actual');
    }
  });

  test('both ends of a range: what is known exactly is the same at both', async () => {
    const { totals } = await portfolioAnswer(db, {}, TODAY);
    for (const range of ['low', 'high'] as const) {
      for (const figure of ['gains', 'net', 'roi'] as const) {
        const e = await portfolioExplanationAnswer(db, { figure, range }, TODAY);
        expect(e.value).toBeCloseTo(totals[range][figure] ?? Number.NaN, 8);
      }
    }
  });

  test('years as the plan has them: gains that are not known add nothing, and are named apart', async () => {
    const e = await ask('P2', { figure: 'net', from: '2024-01', until: '2024-12', sum: 'known' });
    expect(e).toMatchObject({ value: -50_000, reason: null });
    expect((await ask('P2', { figure: 'net' })).reason).toBe('not-monetary');
  });

  test('each amount of who pays and who gains is that of its table, down to cost rows and benefits', async () => {
    const { rows } = await portfolioPayersAnswer(db, {}, TODAY);
    for (const row of rows) {
      const who = { party: row.name ?? undefined, partyMunicipality: row.municipality ?? undefined };
      const shown = { payerCosts: row.costs, departmentGains: row.gains };
      for (const figure of ['payerCosts', 'departmentGains'] as const) {
        if (!row.registered[figure === 'payerCosts' ? 'costs' : 'gains']) continue;
        const e = await portfolioExplanationAnswer(db, { figure, ...who }, TODAY);
        expect(Explanation.parse(e)).toEqual(e);
        expect(e.value).toBe(shown[figure]);
      }
    }
    const pool = await ask('P1', { figure: 'payerCosts', party: 'puljen' });
    expect(pool.sections[0]?.steps.map((s) => [s.value, s.cost?.payer, s.cost?.file])).toEqual([
      [12_000, 'Puljen', 'costs.csv'],
    ]);
    const gained = await ask('P1', { figure: 'departmentGains', party: 'Ydelse' });
    expect(gained.sections[0]?.steps).toMatchObject([{ value: 144_000, refers: { benefit: 'B1' } }]);
    const share = await ask('P1', { figure: 'costShare', party: 'Puljen' });
    expect(share.value).toBeCloseTo(12_000 / 112_000, 10);
    const unpaid = rows.find((row) => row.kind === 'party' && row.name === 'Ydelse');
    expect(unpaid?.registered).toEqual({ costs: false, gains: true });
  });

  test('the overview’s main figures at once, by their formulas', async () => {
    const { explanations } = await portfolioExplanationsAnswer(db, {}, TODAY);
    expect(explanations.map((e) => [e.figure, e.value]).slice(0, 3)).toEqual([
      ['net', -18_000],
      ['gains', 144_000],
      ['costs', 162_000],
    ]);
  });

  test('a figure that there is none of, a project or a benefit that is not there, are said to be so', async () => {
    await expect(ask('P1', { figure: 'roi', benefit: 'B1' })).rejects.toMatchObject({
      code: 'bad-parameter',
    });
    await expect(ask('P1', { figure: 'pastBreakEven' })).rejects.toMatchObject({ code: 'bad-parameter' });
    await expect(ask('P1', { figure: 'gains', benefit: 'B2' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(ask('P9', { figure: 'gains' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
