import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { portfolioPayersAnswer, projectPayersAnswer } from '../../server/answers/payers.ts';
import { planAnswer } from '../../server/answers/plan.ts';
import { deviationRevision, explainDeviation, restoreDeviation } from '../../server/edits/deviation.ts';
import { edit } from '../../server/edits/edit.ts';
import { freezePlan } from '../../server/edits/plan.ts';
import { restoreRisks, saveRisks } from '../../server/edits/risks.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

const TODAY = '2026-11-21';
const GRETE = { by: 'Grete Åkjær', at: 1_700_000_000 };
const RISKS = 'project;risk;probability;consequence_kr\nP1;Systemet skiftes;20;50000\nP1;Ærø lukker;10;1000';

const year = (y: number, scenario0: number, scenario1: number, risk: number) => ({
  year: y,
  scenario0: scenario0 * 100,
  scenario1: scenario1 * 100,
  risk: risk * 100,
});

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;

  const freeze = (after: number, years: ReturnType<typeof year>[], approved = '2024-01-15') =>
    freezePlan(db, 'P1', { after, approved, approvedBy: 'Styregruppen', note: null, years }, TODAY, GRETE);
  const changes = async (subject: string) => {
    const rows = await db.selectFrom('change').selectAll().orderBy('change_id').execute();
    return rows.filter((r) => r.subject === subject).map((r) => [r.subject_key, r.verb]);
  };

  beforeAll(async () => {
    warehouse = await open();
    db = warehouse.db;
    await loadPaths(db, [writeBundle(folder.path, { ...EXAMPLE, risks: RISKS })], { by: 'test' });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  test('without a plan there is a draft: 144,000 as scenario 0, 112,000 as scenario 1, and a risk pool of 10,100', async () => {
    const plan = await planAnswer(db, 'P1', TODAY);
    expect(plan).toMatchObject({ until: '2024-06', versions: [], risks: { pool: 10_100 } });
    expect(plan.draft).toEqual([
      { year: 2024, scenario0: 144_000, scenario1: 112_000, complete: true, basis: 'measured' },
    ]);
    expect(plan.risks.list.map((r) => [r.risk, r.expected])).toEqual([
      ['Systemet skiftes', 10_000],
      ['Ærø lukker', 100],
    ]);
  });

  test('the first version is the business case: half of 100,000 planned, 32,000 net, −18,000 = −36 %', async () => {
    expect(await freeze(0, [year(2024, 288_000, 177_900, 10_100), year(2025, 288_000, 24_000, 0)])).toEqual({
      version: 1,
    });
    const plan = await planAnswer(db, 'P1', TODAY);
    const [version] = plan.versions;
    expect(version).toMatchObject({ kind: 'business_case', approvedBy: 'Styregruppen', createdBy: GRETE.by });
    expect(version?.years[0]).toMatchObject({
      planned: { scenario0: 288_000, scenario1: 177_900, risk: 10_100, net: 100_000 },
      months: 6,
      net: 32_000,
      plannedSoFar: 50_000,
      deviation: -18_000,
      share: -0.36,
    });
    expect(version?.years[1]).toMatchObject({ net: null, reasons: { net: 'no-actual' } });
    expect(version?.planned.net).toBe(364_000);
    expect(version?.months.at(-1)).toEqual({ month: '2025-12', cumulativeNet: 364_000 });
    expect(version).toMatchObject({ breakEven: null, noBreakEven: 'never-negative' });
    expect(plan.actual).toMatchObject({ breakEven: '2024-05', unmeasured: 0 });
  });

  test('a new estimate is the next version and leaves the first; one written before it is refused', async () => {
    const before = (await planAnswer(db, 'P1', TODAY)).versions[0];
    await freeze(1, [year(2024, 200_000, 150_000, 0)]);
    await expect(freeze(1, [year(2024, 1, 1, 0)])).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const { versions } = await planAnswer(db, 'P1', TODAY);
    expect(versions.map((v) => [v.version, v.kind])).toEqual([
      [1, 'business_case'],
      [2, 'estimate'],
    ]);
    expect(versions[0]).toEqual(before);
    expect(await changes('plan')).toEqual([
      ['1', 'created'],
      ['2', 'created'],
    ]);
  });

  test('a plan with a gap between its years, or approved on no day or a later one, is refused', async () => {
    const years = [year(2024, 1, 1, 0), year(2026, 1, 1, 0)];
    await expect(freeze(2, years)).rejects.toMatchObject({ code: 'bad-parameter' });
    // The version before was approved on 15 January 2024.
    for (const day of ['2024-02-30', '2026-11-22', '2024-01-14']) {
      await expect(freeze(2, [year(2024, 1, 1, 0)], day)).rejects.toMatchObject({
        details: { parameter: 'approved' },
      });
    }
    expect((await planAnswer(db, 'P1', TODAY)).versions).toHaveLength(2);
  });

  test('an explanation is written, changed, taken away and brought back, each with its history', async () => {
    const explain = async (explanation: string) => {
      const { explanations } = await planAnswer(db, 'P1', TODAY);
      const revision = explanations.find((e) => e.year === 2024)?.revision ?? '';
      return explainDeviation(
        db,
        { project: 'P1', year: 2024, years: [2024] },
        { explanation, revision },
        GRETE,
      );
    };
    const written = async () => (await planAnswer(db, 'P1', TODAY)).explanations[0]?.explanation;
    await explain(' Robotten kom sent i gang. ');
    expect(await written()).toBe('Robotten kom sent i gang.');
    await explain('');
    expect(await written()).toBeNull();
    const content = { explanation: 'Robotten kom sent i gang.' };
    await edit(db, (trx) => restoreDeviation(trx, { project: 'P1', key: '2024', content }, GRETE));
    expect(await written()).toBe('Robotten kom sent i gang.');
    expect(await changes('deviation')).toEqual([
      ['2024', 'created'],
      ['2024', 'removed'],
      ['2024', 'restored'],
    ]);
    const far = { explanation: 'Ingen ved det', revision: deviationRevision(null) };
    const of2040 = { project: 'P1', year: 2040, years: [2024, 2025] };
    await expect(explainDeviation(db, of2040, far, GRETE)).rejects.toMatchObject({
      code: 'bad-parameter',
      details: { parameter: 'year' },
    });
    const stale = { explanation: 'Andet', revision: 'x' };
    await expect(
      explainDeviation(db, { project: 'P1', year: 2024, years: [2024] }, stale, GRETE),
    ).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  test('risks are saved as a whole, frozen plans keep the pool they had, and two of a name are refused', async () => {
    const { risks } = await planAnswer(db, 'P1', TODAY);
    const one = { risk: 'Systemet skiftes', probability: 0.5, consequence: 50_000_00 };
    const save = (list: (typeof one)[]) =>
      saveRisks(db, 'P1', { risks: list, revision: risks.revision }, GRETE);
    const doubled = { ...one, risk: 'systemet skiftes' };
    await expect(save([one, doubled])).rejects.toMatchObject({ code: 'bad-parameter' });
    await save([one]);
    const after = await planAnswer(db, 'P1', TODAY);
    expect(after.risks).toMatchObject({
      pool: 25_000,
      list: [{ risk: 'Systemet skiftes', expected: 25_000 }],
    });
    expect(after.versions[0]?.planned.risk).toBe(10_100);
    await expect(save([one])).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const content = {
      risks: [
        { ...one, consequence: 50_000 },
        { risk: 'Ærø lukker', probability: 0.1, consequence: 1_000 },
      ],
    };
    await edit(db, (trx) => restoreRisks(trx, { project: 'P1', content }, GRETE));
    expect((await planAnswer(db, 'P1', TODAY)).risks.pool).toBe(25_100);
    expect((await changes('risks')).map(([, verb]) => verb)).toEqual(['changed', 'restored']);
  });

  test('12,000 from Puljen of 112,000; the gains are the department’s, or the one that the card says', async () => {
    const rows = async () =>
      (await projectPayersAnswer(db, 'P1', TODAY)).rows.map((r) => [r.kind, r.name, r.costs, r.gains]);
    expect(await rows()).toEqual([
      ['party', 'Puljen', 12_000, 0],
      ['party', 'Ydelse', 0, 144_000],
      ['no-payer', null, 100_000, 0],
    ]);
    await db.insertInto('benefit_card').values({ benefit: 'B1', department: 'adm' }).execute();
    expect((await rows())[1]).toEqual(['party', 'Administration', 0, 144_000]);
  });

  test('the portfolio’s rows sum to its totals, and follow the filters', async () => {
    const all = await portfolioPayersAnswer(db, {}, TODAY);
    expect(all).toMatchObject({ costs: 162_000, gains: 144_000, net: -18_000 });
    expect(all.rows.reduce((sum, r) => sum + r.costs, 0)).toBe(all.costs);
    const may = await portfolioPayersAnswer(
      db,
      { municipality: '0630', from: '2024-05', until: '2024-05' },
      TODAY,
    );
    expect(may).toMatchObject({ from: '2024-05', until: '2024-05', costs: 2_000, gains: 24_000 });
  });
});
