import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { explanationAnswer } from '../../server/answers/explain/project.ts';
import { planAnswer } from '../../server/answers/plan.ts';
import { realisationAnswer } from '../../server/answers/realisation.ts';
import { freezePlan } from '../../server/edits/plan.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

const TODAY = '2026-11-21';
const GRETE = { by: 'Grete Åkjær', at: 1_700_000_000 };

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;

  const report = () => realisationAnswer(db, 'P1', TODAY);
  const freeze = (after: number, scenario0: number) =>
    freezePlan(
      db,
      'P1',
      {
        after,
        approved: '2024-01-15',
        approvedBy: 'Styregruppen',
        note: null,
        years: [{ year: 2024, scenario0: scenario0 * 100, scenario1: 17_790_000, risk: 1_010_000 }],
      },
      TODAY,
      GRETE,
    );

  beforeAll(async () => {
    warehouse = await open();
    db = warehouse.db;
    await loadPaths(db, [writeBundle(folder.path, EXAMPLE)], { by: 'test' });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  test('without an approved plan there is none; of the first year six months have data: 360 h × 2 ÷ 1,500 = 0.48 FTE', async () => {
    const { plan, firstYear, incompleteMonths, expectedMonths } = await report();
    expect([plan, incompleteMonths, expectedMonths]).toEqual([null, 0, 0]);
    expect(firstYear).toMatchObject({
      from: '2024-01',
      until: '2024-06',
      months: 6,
      incompleteMonths: 0,
      totals: { gains: 144_000, costs: 112_000, hours: 360, fte: 0.48 },
      fteMonths: 6,
    });
  });

  test('the plan is the newest version as the plan page has it, with the first beside it: 32,000 for 50,000, −18,000', async () => {
    await freeze(0, 288_000);
    const one = await report();
    expect(one.plan).toMatchObject({ first: null, newest: { version: 1 }, until: '2024-06' });
    expect(one.plan?.newest.total).toMatchObject({ net: 32_000, plannedSoFar: 50_000, deviation: -18_000 });
    await freeze(1, 252_000);
    await db
      .insertInto('deviation')
      .values({ project: 'P1', year: 2024, explanation: 'Forsinket et kvartal' })
      .execute();
    const two = (await report()).plan;
    const page = await planAnswer(db, 'P1', TODAY);
    expect([two?.first, two?.newest]).toEqual(page.versions);
    expect(two?.newest.total.deviation).toBe(0);
    expect(two?.explanations.map((e) => [e.year, e.explanation])).toEqual([[2024, 'Forsinket et kvartal']]);
  });

  test('the first year ends twelve months after go-live, whatever is measured later', async () => {
    await db.updateTable('project').set({ live: '2023-04-20' }).where('project', '=', 'P1').execute();
    const { firstYear, totals } = await report();
    expect(firstYear).toMatchObject({
      from: '2023-04',
      until: '2024-03',
      months: 12,
      totals: { gains: 72_000, costs: 106_000, hours: 180 },
    });
    expect(totals.gains).toBe(144_000);
  });

  test('FTE are explained with the rate whose hours per FTE were in force, and where it came from', async () => {
    const { rates, sections } = await explanationAnswer(db, 'P1', { figure: 'fte' }, TODAY);
    expect(rates).toMatchObject([
      { rate: 'std', validFrom: '2020-01-01', hoursPerFte: 1500, hourlyKr: 400, source: 'Budget 2024' },
    ]);
    expect(rates[0]?.file).toContain('rates');
    expect(sections[0]?.steps[0]?.formula.map((part) => ('term' in part ? part.value : part.sign))).toEqual([
      360,
      '÷',
      1500,
    ]);
  });
});
