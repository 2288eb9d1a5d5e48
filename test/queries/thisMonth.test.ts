import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { benefitsAnswer } from '../../server/answers/benefits.ts';
import { businessCaseAnswer } from '../../server/answers/businessCase.ts';
import { explanationAnswer } from '../../server/answers/explain/project.ts';
import { followupsAnswer } from '../../server/answers/followups.ts';
import { mapAnswer } from '../../server/answers/map.ts';
import { portfolioAnswer } from '../../server/answers/portfolio.ts';
import { realisationAnswer } from '../../server/answers/realisation.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

const TODAY = '2024-08-15';

/** 70 % were content in May, of a target of 80 % by the end of June; in August 85 % are. */
const MORE = { measurements: 'measure;from;phase;value;n\ntilf;2024-08-10;after;85;40' };

/** A project of its own, whose only benefit was measured before and after the change this month. */
const BEGUN = {
  projects: 'project;name;municipality;live\nP3;Ny i drift;Vejle;2024-08-05',
  measures: 'measure;project;name;unit;kind;better\nt3;P3;Timer;timer;flow;lower',
  measurements: `
    measure;phase;from;per;value
    t3;before;2024-08-01;month;100
    t3;after;2024-08-06;month;60`,
  benefits: 'benefit;project;name;type;method;hours;rate\nB3;P3;Tid;productivity;hours;t3;std',
};

describe.each(engines)('$name: a measurement of this month, which is not over', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;

  beforeAll(async () => {
    warehouse = await open();
    db = warehouse.db;
    await loadPaths(db, [writeBundle(`${folder.path}/first`, EXAMPLE)], { by: 'test' });
    await loadPaths(db, [writeBundle(`${folder.path}/more`, MORE)], { by: 'test' });
    await loadPaths(db, [writeBundle(`${folder.path}/begun`, BEGUN)], { by: 'test' });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  test('is what every page says the benefit has come to', async () => {
    const now = { after: 85, targetMet: true };
    const { benefits } = await followupsAnswer(db, 'P2', TODAY);
    expect(benefits[0]).toMatchObject({ ...now, reached: 1.25, behind: false });
    expect((await benefitsAnswer(db, 'P2', TODAY)).benefits[0]).toMatchObject(now);
    expect((await realisationAnswer(db, 'P2', TODAY)).benefits[0]).toMatchObject(now);
    const { nodes } = await mapAnswer(db, 'P2', TODAY);
    const box = nodes.find(({ benefit }) => benefit)?.benefit;
    expect(box).toMatchObject({ ...now, status: { status: 'target_met' } });
    const query = { figure: 'after', benefit: 'B2' } as const;
    const explained = await explanationAnswer(db, 'P2', query, TODAY);
    expect(explained.value).toBe(85);
    expect(explained.measurements.filter((m) => m.used)).toMatchObject([{ from: '2024-08-10' }]);
    expect((await portfolioAnswer(db, {}, TODAY)).behindTarget).toEqual([]);
  });

  test('is not known yet at the end of the month before', async () => {
    const until = '2024-07';
    expect((await benefitsAnswer(db, 'P2', TODAY, until)).benefits[0]).toMatchObject({ after: 70 });
    const query = { figure: 'after', benefit: 'B2', until } as const;
    expect((await explanationAnswer(db, 'P2', query, TODAY)).value).toBe(70);
    expect((await portfolioAnswer(db, { until }, TODAY)).behindTarget).toMatchObject([{ benefit: 'B2' }]);
  });

  test('gives no gain before the month is over, and that is said, not that nothing was measured', async () => {
    const { benefits } = await benefitsAnswer(db, 'P3', TODAY);
    expect(benefits[0]).toMatchObject({ before: 100, after: 60, hours: null, gains: null });
    expect(benefits[0]?.reasons).toMatchObject({ hours: 'not-over', gains: 'not-over' });
    const { totals, reasons } = await businessCaseAnswer(db, 'P3', TODAY);
    expect(totals).toMatchObject({ gains: null, net: null, hours: null });
    expect(reasons).toMatchObject({ gains: 'not-over', net: 'not-over', hours: 'not-over' });
    const september = await benefitsAnswer(db, 'P3', '2024-09-01');
    expect(september.benefits[0]?.reasons.hours).toBeUndefined();
  });
});
