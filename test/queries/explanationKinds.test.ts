import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planExplanationsAnswer } from '../../server/answers/explain/plan.ts';
import { portfolioExplanationAnswer } from '../../server/answers/explain/portfolio.ts';
import { explanationAnswer } from '../../server/answers/explain/project.ts';
import { followupsAnswer } from '../../server/answers/followups.ts';
import { goalsAnswer, mapAnswer } from '../../server/answers/map.ts';
import { measuresAnswer } from '../../server/answers/measures.ts';
import { planAnswer } from '../../server/answers/plan.ts';
import { Explanation, PlanExplanations } from '../../server/contract/explanations.ts';
import { freezePlan } from '../../server/edits/plan.ts';
import { projectRisks, risksRevision, saveRisks } from '../../server/edits/risks.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { evaluated } from '../support/evaluated.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { loadedWarehouse } from '../support/loadedWarehouse.ts';

const TODAY = '2026-11-21';
const EDITOR = { by: 'Anne', at: 1_700_000_000 };
const kroner = (scenario0: number, scenario1: number, risk: number) => ({
  scenario0: scenario0 * 100,
  scenario1: scenario1 * 100,
  risk: risk * 100,
});
const YEARS = [
  { year: 2024, ...kroner(300_000, 120_000, 20_000) },
  { year: 2025, ...kroner(300_000, 24_000, 0) },
];
const BUNDLE = {
  ...EXAMPLE,
  targets: `${EXAMPLE.targets}
    min1;2024-12-31;5`,
  links: `
    from;to
    P1;B1
    B1;Mere tid
    P2;B2
    B2;Mere tid`,
};

describe.each(engines)('$name', ({ open }) => {
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;
  beforeAll(async () => {
    warehouse = await loadedWarehouse(open, BUNDLE);
    db = warehouse.db;
    const approval = { approved: '2023-12-01', approvedBy: 'Byrådet', note: 'Sag 23-114' };
    await freezePlan(db, 'P1', { after: 0, ...approval, years: YEARS }, TODAY, EDITOR);
    const risks = [
      { risk: 'Leverandøren', probability: 0.3, consequence: 75_000_00 },
      { risk: 'Uddannelse', probability: 0.2, consequence: 250_000_00 },
    ];
    const revision = risksRevision(await projectRisks(db, 'P1'));
    await saveRisks(db, 'P1', { risks, revision }, EDITOR);
  });
  afterAll(() => warehouse.close());

  const ask = async (project: string, query: Parameters<typeof explanationAnswer>[2]) => {
    const e = await explanationAnswer(db, project, query, TODAY);
    expect(Explanation.parse(e)).toEqual(e);
    if (e.value !== null && e.formula.length > 0 && e.unit !== 'month') {
      expect(Math.abs(evaluated(e.formula) - e.value)).toBeLessThan(0.13);
    }
    return e;
  };

  test('each number of the plan’s table, with who approved it: 300,000 − 120,000 − 20,000 = 160,000', async () => {
    const [version] = (await planAnswer(db, 'P1', TODAY)).versions;
    const rows = [...(version?.years ?? []), { year: null, planned: version?.planned, ...version?.total }];
    for (const row of rows) {
      const year = row.year === null ? undefined : String(row.year);
      const shown = {
        scenario0: row.planned?.scenario0,
        scenario1: row.planned?.scenario1,
        plannedRisk: row.planned?.risk,
        plannedNet: row.planned?.net,
        plannedSoFar: row.plannedSoFar,
        realisedNet: row.net,
        deviation: row.deviation,
        deviationShare: row.share,
      } as const;
      for (const [figure, value] of Object.entries(shown)) {
        const e = await ask('P1', { figure: figure as keyof typeof shown, year });
        if (typeof value === 'number') expect(e.value).toBeCloseTo(value, 9);
        else expect([e.value, e.reason === null]).toEqual([null, false]);
        expect(e.plan).toMatchObject({
          version: 1,
          approvedBy: 'Byrådet',
          note: 'Sag 23-114',
          createdBy: 'Anne',
        });
      }
    }
    expect((await ask('P1', { figure: 'plannedNet', year: '2024' })).value).toBe(160_000);
  });

  test('the end of the plan’s curve and when it breaks even; what leads on is a figure of its own', async () => {
    const [version] = (await planAnswer(db, 'P1', TODAY)).versions;
    const last = version?.months.at(-1);
    const end = await ask('P1', { figure: 'plannedCumulative', until: last?.month });
    expect(end.value).toBe(last?.cumulativeNet);
    expect((await ask('P1', { figure: 'plannedBreakEven' })).reason).toBe(version?.noBreakEven);
    const net = await ask('P1', { figure: 'realisedNet', year: '2024' });
    for (const part of net.formula.flatMap((p) => ('sign' in p || !p.refers ? [] : [p]))) {
      const { of, figure } = part.refers ?? { of: undefined, figure: 'net' };
      expect((await ask('P1', { figure, ...of })).value).toBeCloseTo(part.value, 9);
    }
  });

  test('the risk pool: 30 % of 75,000 + 20 % of 250,000 = 72,500, entered by hand', async () => {
    const pool = await ask('P1', { figure: 'riskPool' });
    expect(pool.value).toBe(72_500);
    expect(pool.risks.map((r) => [r.risk, r.load, r.file])).toEqual([
      ['Leverandøren', 0, null],
      ['Uddannelse', 0, null],
    ]);
    const one = await ask('P1', { figure: 'riskExpected', risk: 'Uddannelse' });
    expect([one.value, one.about]).toEqual([50_000, 'Uddannelse']);
    expect((await ask('P1', { figure: 'riskProbability', risk: 'Uddannelse' })).value).toBe(0.2);
  });

  test('the plan’s main figures at once; of a project without a plan the pool alone', async () => {
    const answer = await planExplanationsAnswer(db, 'P1', undefined, TODAY);
    expect(PlanExplanations.parse(answer)).toEqual(answer);
    expect(answer.explanations.map((e) => e.figure)).toContain('deviationShare');
    const none = await planExplanationsAnswer(db, 'P2', undefined, TODAY);
    expect(none.explanations.map((e) => [e.figure, e.value])).toEqual([['riskPool', 0]]);
  });

  test('each measurement, its interval, and the difference of two, are those of the page of measurements', async () => {
    for (const project of ['P1', 'P2']) {
      for (const measure of (await measuresAnswer(db, project, TODAY)).measures) {
        const of = { measure: measure.measure };
        for (const { phase, from: day, value, interval, load } of measure.measurements) {
          const e = await ask(project, { figure: 'measured', ...of, phase, day });
          expect([e.value, e.own, e.about]).toEqual([value, measure.unit, measure.name]);
          expect(e.measurements).toMatchObject([{ value, load, used: true, role: null }]);
          const low = await ask(project, { figure: 'intervalLow', ...of, phase, day });
          if (interval) expect(low.value).toBeCloseTo(interval.low, 9);
          else expect(low.reason).toBe('not-counted');
        }
        const { comparison } = measure;
        const shown = {
          comparedBefore: comparison?.before,
          comparedDifference: comparison?.difference,
          comparedPercent: comparison?.changePercent,
          comparedLow: comparison?.interval?.low,
          comparedHigh: comparison?.interval?.high,
        };
        for (const [figure, value] of Object.entries(shown)) {
          const e = await ask(project, { figure: figure as keyof typeof shown, ...of });
          if (typeof value === 'number') expect(e.value).toBeCloseTo(value, 9);
          else expect(e.reason).not.toBeNull();
        }
      }
    }
    const target = await ask('P2', { figure: 'measureTarget', measure: 'tilf' });
    expect([target.value, target.targets[0]?.file]).toEqual([80, 'targets.csv']);
  });

  test('a goal sums what carries it, in all projects and in one; what is not in kroner is named apart', async () => {
    const { goals } = await goalsAnswer(db, TODAY);
    expect(goals.map((g) => g.goal)).toEqual(['Mere tid']);
    const e = await portfolioExplanationAnswer(db, { figure: 'goalGains', goal: 'Mere tid' }, TODAY);
    expect(Explanation.parse(e)).toEqual(e);
    expect([e.value, e.about]).toEqual([goals[0]?.sum.gains, 'Mere tid']);
    expect(e.sections.map((s) => [s.name, s.steps.map((line) => line.refers?.benefit)])).toEqual([
      ['benefits', ['B1']],
      ['apart', ['B2']],
    ]);
    const map = await mapAnswer(db, 'P2', TODAY);
    const own = await ask('P2', { figure: 'goalGains', goal: 'Mere tid' });
    expect(own.reason).toBe(map.nodes.find((n) => n.goal)?.goal?.reasons.gains);
  });

  test('how much of the way to the target is gone: (70 − 60) ÷ (80 − 60) = 50 %', async () => {
    const { benefits } = await followupsAnswer(db, 'P2', TODAY);
    const e = await ask('P2', { figure: 'reached', benefit: 'B2' });
    expect(e.value).toBe(0.5);
    expect(e.value).toBe(benefits[0]?.reached);
    expect(e.measurements.filter((row) => row.used).map((row) => row.value)).toEqual([70, 60]);
  });

  test('expected a year: 7,200 items × (10 − 5) ÷ 60 = 600 hours × 400 kr = 240,000 kr, with baseline, target and rate', async () => {
    const e = await ask('P1', { figure: 'expectedGains', benefit: 'B1' });
    expect([e.value, e.basis]).toEqual([240_000, 'expected']);
    expect((await ask('P1', { figure: 'expectedHours', benefit: 'B1' })).value).toBe(600);
    expect(e.measurements.map((row) => [row.phase, row.value])).toEqual([['before', 10]]);
    expect(e.targets.map((t) => t.value)).toEqual([5]);
    expect(e.rates.map((rate) => [rate.hourlyKr, rate.file])).toEqual([[400, 'rates.csv']]);
    expect(e.runs?.months.reduce((sum, month) => sum + month.counted, 0)).toBe(3600);
    expect(e.runs?.loads.map((l) => l.file)).toEqual(['runs.csv']);
    const quality = await ask('P2', { figure: 'expectedGains', benefit: 'B2' });
    expect([quality.value, quality.reason]).toEqual([null, 'not-monetary']);
  });

  test('what is asked wrongly is refused with what to ask', async () => {
    const wrong = (query: Parameters<typeof explanationAnswer>[2]) =>
      expect(explanationAnswer(db, 'P1', query, TODAY)).rejects;
    await wrong({ figure: 'net', from: '2024-05', until: '2024-01' }).toMatchObject({
      code: 'bad-parameter',
      message: 'The period ends (2024-01) before it begins (2024-05).',
    });
    await wrong({ figure: 'plannedNet', version: '7' }).toMatchObject({ code: 'not-found' });
    await wrong({ figure: 'riskExpected' }).toMatchObject({ code: 'bad-parameter' });
    await wrong({ figure: 'riskExpected', risk: 'Andet' }).toMatchObject({ code: 'not-found' });
    await wrong({ figure: 'measured', measure: 'min1' }).toMatchObject({ code: 'bad-parameter' });
    await wrong({ figure: 'measured', measure: 'tilf' }).toMatchObject({ code: 'not-found' });
    await wrong({ figure: 'goalGains' }).toMatchObject({ code: 'bad-parameter' });
    await wrong({ figure: 'goalGains', goal: 'Andet' }).toMatchObject({ code: 'not-found' });
    const all = portfolioExplanationAnswer(
      db,
      { figure: 'goalGains', goal: 'Mere tid', technology: 'RPA' },
      TODAY,
    );
    await expect(all).rejects.toMatchObject({ code: 'bad-parameter' });
    const period = { figure: 'net', from: '2024-05', until: '2024-01' } as const;
    await expect(portfolioExplanationAnswer(db, period, TODAY)).rejects.toMatchObject({
      code: 'bad-parameter',
    });
  });
});
