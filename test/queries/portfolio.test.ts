import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { businessCaseAnswer } from '../../server/answers/businessCase.ts';
import { portfolioAnswer } from '../../server/answers/portfolio.ts';
import { robotDays } from '../../server/queries/robotDays.ts';
import { robotMonths } from '../../server/queries/robotMonths.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

const TODAY = '2026-11-21';

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;

  beforeAll(async () => {
    warehouse = await open();
    db = warehouse.db;
    await loadPaths(db, [writeBundle(folder.path, EXAMPLE)], { by: 'test' });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  test('the business case: 144,000 gained, 112,000 spent, 360 hours, break-even in May', async () => {
    const { totals, complete } = await businessCaseAnswer(db, 'P1', TODAY);
    expect(complete).toBe(true);
    expect(totals).toMatchObject({ costs: 112_000, gains: 144_000, hours: 360, breakEven: '2024-05' });
  });

  test('hours and gains are what SQL alone makes of the rows of run', async () => {
    const { rows } = await sql<{ hours: number; kroner: number }>`
      select sum(items) * (10.0 - 4.0) / 60 as hours, sum(items) * (10.0 - 4.0) / 60 * 400 as kroner
      from run where status = 0`.execute(db);
    const { totals } = await portfolioAnswer(db, {}, TODAY);
    expect({ hours: totals.hours, kroner: totals.gains }).toEqual({
      hours: Number(rows[0]?.hours),
      kroner: Number(rows[0]?.kroner),
    });
  });

  test('a robot’s days sum to its month, failures counted as seen but not as items', async () => {
    const [robot] = await db.selectFrom('robot').select('robot_id').execute();
    const id = robot?.robot_id ?? 0;
    const march = (await robotMonths(db, [id])).find((m) => m.month === '2024-03');
    expect(march).toMatchObject({ runs: 606, successes: 600, items: 600 });
    const days = await robotDays(db, [id], '2024-03');
    expect(days.reduce((sum, d) => sum + d.runs, 0)).toBe(606);
    expect(days.reduce((sum, d) => sum + d.items, 0)).toBe(600);
  });

  test('minutes measured anew on 11 March value the days before at the old figure, the days after at the new', async () => {
    const measurements = 'measure;phase;from;value;basis\nmin1;after;2024-03-11;7;actual';
    await loadPaths(db, [writeBundle(`${folder.path}/more`, { measurements })], { by: 'test' });
    const [robot] = await db.selectFrom('robot').select('robot_id').execute();
    const days = await robotDays(db, [robot?.robot_id ?? 0], '2024-03');
    const items = (some: typeof days) => some.reduce((sum, d) => sum + d.items, 0);
    const old = items(days.filter((d) => d.day < '2024-03-11'));
    const { months } = await businessCaseAnswer(db, 'P1', TODAY);
    const hours = (old * 6 + (600 - old) * 3) / 60;
    expect(old).toBeGreaterThan(0);
    expect(months.map((m) => [m.month, m.hours])).toEqual([
      ['2024-01', 60],
      ['2024-02', 60],
      ['2024-03', hours],
      ['2024-04', 30],
      ['2024-05', 30],
      ['2024-06', 30],
    ]);
  });
});
