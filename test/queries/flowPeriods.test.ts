import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { explanationAnswer } from '../../server/answers/explain/project.ts';
import { portfolioAnswer } from '../../server/answers/portfolio.ts';
import { realisationAnswer } from '../../server/answers/realisation.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

const TODAY = '2024-08-15';
/** Complaints: 120 a year before, 12 a month (144 a year) after, and a target of 96 a year. */
const FLOW = {
  measures: `
    measure;project;name;unit;kind;better
    klager;P1;Klager;klager;flow;lower`,
  measurements: `
    measure;phase;from;to;per;value;basis
    klager;before;2023-01-01;2023-12-31;year;120;actual
    klager;after;2024-01-01;;month;12;actual`,
  benefits: `
    benefit;project;name;type;method;indicator
    B9;P1;Færre klager;quality;indicator;klager`,
  targets: `
    measure;due;value
    klager;2024-06-30;96`,
};

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;

  beforeAll(async () => {
    warehouse = await open();
    await loadPaths(warehouse.db, [writeBundle(folder.path, EXAMPLE)], { by: 'test' });
    await loadPaths(warehouse.db, [writeBundle(`${folder.path}/flow`, FLOW)], { by: 'test' });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  test('a flow that is behind its target says what both are for: 12 a month, where 96 ÷ 12 = 8 was the target', async () => {
    const { behindTarget } = await portfolioAnswer(warehouse.db, {}, TODAY);
    expect(behindTarget.find((b) => b.benefit === 'B9')).toMatchObject({
      per: 'month',
      after: 12,
      target: 8,
    });
  });

  test('a target’s own row is for the period of its baseline: 96 a year', async () => {
    const asked = { figure: 'measureTarget', measure: 'klager' } as const;
    const { targets } = await explanationAnswer(warehouse.db, 'P1', asked, TODAY);
    expect(targets).toMatchObject([{ value: 96, unit: 'klager', per: 'year' }]);
  });

  test('the report says that six months of freed hours are what its FTE are counted in', async () => {
    const { fteMonths } = await realisationAnswer(warehouse.db, 'P1', TODAY);
    expect(fteMonths).toBe(6);
  });
});
