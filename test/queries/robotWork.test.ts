import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LoadOptions, loadPaths } from '../../etl/load.ts';
import { writePrepared } from '../../etl/template/writeTemplate.ts';
import { robotChoicesAnswer, robotWorkAnswer, workLoadsAnswer } from '../../server/answers/robotWork.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

/** Two transactions of a queue that no robot has. */
const EXPORT =
  'Id,QueueName,Status,StartProcessing,EndProcessing\n1,77,Successful,2024-07-01T08:00:00Z,2024-07-01T08:30:00Z\n2,77,Failed,2024-07-01T09:00:00Z,2024-07-01T09:30:00Z\n';

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;

  beforeAll(async () => {
    warehouse = await open();
    db = warehouse.db;
    await loadPaths(db, [writeBundle(`${folder.path}/first`, EXAMPLE)], { by: 'test' });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  const load = async (name: string, options: Partial<LoadOptions>) => {
    const path = join(folder.path, name);
    writeFileSync(path, EXPORT);
    const { files } = await loadPaths(db, [path], { by: 'test', source: 'uipath-queue', ...options });
    return files[0];
  };

  test('P1: 6 × 606 transactions, of which 3,600 succeeded; a benefit counts them', async () => {
    const { robots, work, months } = await robotWorkAnswer(db, 'P1');
    expect(work).toMatchObject({ runs: 3636, succeeded: 3600 });
    expect(work.share).toBeCloseTo(3600 / 3636, 12);
    expect(robots).toMatchObject([{ robot: 'R1', counted: true, work: { runs: 3636 } }]);
    expect(months.map(({ month, runs }) => [month, runs])).toEqual(
      ['01', '02', '03', '04', '05', '06'].map((month) => [`2024-${month}`, 606]),
    );
    expect(await robotWorkAnswer(db, 'P2')).toMatchObject({ robots: [], months: [], work: { runs: 0 } });
    const { loads } = await workLoadsAnswer(db, 'P1');
    expect(loads).toMatchObject([{ file: 'runs.csv', runs: 3636 }]);
  });

  test('a queue is refused, said to be a robot, or has one made in a project or in one of its own', async () => {
    const dryRun = { dryRun: true };
    expect(await load('a.csv', dryRun)).toMatchObject({ refused: 2, brief: null });
    const asRobot = await load('a.csv', { ...dryRun, queues: { 77: { robot: 'R1' } } });
    expect(asRobot).toMatchObject({ kept: 2, refused: 0, unknownQueues: [] });
    expect(asRobot?.brief).toEqual({
      from: '2024-07-01',
      until: '2024-07-01',
      outcomes: { success: 1, system_exception: 1 },
      robots: [{ name: 'Helbredstillæg', runs: 2 }],
      moreRobots: 0,
      kroner: null,
      projects: [{ project: 'P1', name: 'Ansøgninger om helbredstillæg' }],
    });
    const lost = await load('a.csv', { ...dryRun, queues: { 77: { project: 'P9' } } });
    expect(lost).toMatchObject({ status: 'failed', errorCode: 'bad-parameter' });
    const own = await load('a.csv', { ...dryRun, queues: { 77: { municipality: '0751' } } });
    expect(own?.brief?.projects).toEqual([{ project: '77', name: '77' }]);
    await load('a.csv', { queues: { 77: { project: 'P2' } } });
    expect(await robotWorkAnswer(db, 'P2')).toMatchObject({
      robots: [{ robot: '77', counted: false }],
      work: { runs: 2, succeeded: 1, hours: 1, share: 0.5 },
    });
    expect((await robotChoicesAnswer(db)).robots.map(({ robot }) => robot).sort()).toEqual(['77', 'R1']);
  });

  test('the forms of a project have its measures in them, and wait for days and values', async () => {
    const path = join(folder.path, 'forms.xlsx');
    await writePrepared(path, [{ measure: 'min1', name: 'Minutter', unit: 'minutter', per: 'month' }]);
    const { files } = await loadPaths(db, [path], { by: 'test', dryRun: true });
    const waiting = { table: 'measurements', read: 1, refused: 0, ignored: [], passed: { 'not-filled': 1 } };
    expect(files).toMatchObject([
      { part: 'Før-måling', ...waiting },
      { part: 'Efter-måling', ...waiting },
    ]);
  });

  test('costs are told with their days and, where none is paid again and again, their sum', async () => {
    const path = join(folder.path, 'costs.csv');
    const header = 'project;from;to;per;amount_kr;category;basis';
    const rows = [
      'P1;2024-01;;once;1.000,50;licences;actual',
      'P2;2024-03;2024-04;period;99;licences;actual',
    ];
    writeFileSync(path, [header, ...rows].join('\n'));
    const { files } = await loadPaths(db, [path], { by: 'test', dryRun: true });
    expect(files[0]?.brief).toMatchObject({ from: '2024-01-01', until: '2024-04-30', kroner: 1099.5 });
    expect(files[0]?.brief?.projects.map(({ project }) => project)).toEqual(['P1', 'P2']);
  });

  test('a measure is named by its name where one alone has it; a form’s row without a value waits', async () => {
    const path = join(folder.path, 'measurements.csv');
    const rows = 'Minutter pr. ansøgning;2024-09-01;after;5\nmin1;;after;\ntilf;;after;\n';
    writeFileSync(path, `measure;from;phase;value\n${rows}`);
    const { files } = await loadPaths(db, [path], { by: 'test' });
    expect(files).toMatchObject([{ kept: 1, refused: 0, passed: { 'not-filled': 2 } }]);
    const named = await db
      .selectFrom('measurement')
      .selectAll()
      .where('from_day', '=', '2024-09-01')
      .execute();
    expect(named).toMatchObject([{ measure: 'min1', value: 5 }]);
  });
});
