import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LoadOptions, loadPaths, loadRows } from '../../../etl/load.ts';
import type { Rows } from '../../../etl/readers/rows.ts';
import { n8n } from '../../../etl/sources/n8n.ts';
import { zoneNamed } from '../../../etl/time/zone.ts';
import { engines, type TestWarehouse } from '../../support/databases.ts';
import { tempFolder, writeBundle } from '../../support/gevinst.ts';
import { zip } from '../bad-input/makeArchive.ts';
import { LOADED } from '../support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());
let written = 0;

const HEADER = 'id,mode,status,startedAt,stoppedAt,workflowId,workflowName';
const execution = (id: number, status: string, workflow = 'Faktura', day = 5) =>
  `${id},trigger,${status},2024-02-0${day}T08:00:00.000Z,2024-02-0${day}T08:00:30.000Z,w1,${workflow}`;
const DIMENSIONS = {
  projects: 'project;name;municipality\nP1;Et;Vejle',
  robots: 'robot;project;name;queue\nR1;P1;Et;faktura',
};

describe.each(engines)('a robot platform’s export on $name', ({ open }) => {
  let warehouse: TestWarehouse;
  beforeEach(async () => {
    warehouse = await open();
  });
  afterEach(() => warehouse.close());

  const load = (tables: Record<string, string>, options: Partial<LoadOptions> = {}) =>
    loadPaths(warehouse.db, [writeBundle(join(folder.path, String(written++)), tables)], {
      ...LOADED,
      ...options,
    });
  const loadExport = (lines: string[], options: Partial<LoadOptions> = {}) =>
    load({ udtraek: [HEADER, ...lines].join('\n') }, options);
  const runs = () =>
    warehouse.db
      .selectFrom('run')
      .innerJoin('robot', 'robot.robot_id', 'run.robot_id')
      .select(['robot.robot', 'run.ended', 'run.status', 'run.seconds'])
      .orderBy('run.ended')
      .orderBy('run.status')
      .execute();
  const ENDED = Date.UTC(2024, 1, 5, 8, 0, 30) / 1000;

  test('beside a damaged file in an archive is not loaded, and that file is not said to be of its platform', async () => {
    const path = join(folder.path, 'blandet.zip');
    const good = [HEADER, execution(1, 'success')].join('\n');
    writeFileSync(path, await zip({ 'udtraek.csv': good, 'tom.xlsx': '' }));
    const result = await loadPaths(warehouse.db, [path], LOADED);
    expect(result.files).toMatchObject([{ part: 'tom.xlsx', table: null, source: null, status: 'failed' }]);
  });

  test('is recognised by its columns, and its queue is a robot’s by robots.queue, whatever its case', async () => {
    await load(DIMENSIONS);
    const result = await loadExport([
      execution(1, 'success'),
      execution(2, 'error'),
      execution(3, 'running'),
    ]);
    expect(result.files[0]).toMatchObject({
      table: 'runs',
      source: 'n8n',
      read: 3,
      kept: 2,
      refused: 0,
      passed: { 'not-final': 1 },
    });
    expect(await runs()).toEqual([
      { robot: 'R1', ended: ENDED, status: 0, seconds: 30 },
      { robot: 'R1', ended: ENDED, status: 2, seconds: 30 },
    ]);
    const record = await warehouse.db
      .selectFrom('load')
      .select(['source', 'table_name', 'rows_passed'])
      .where('load_id', '=', 3)
      .executeTakeFirst();
    expect(record).toEqual({ source: 'n8n', table_name: 'runs', rows_passed: 1 });
  });

  test('a final state that comes later replaces the one before', async () => {
    await load(DIMENSIONS);
    await loadExport([execution(1, 'error')]);
    await loadExport([execution(1, 'success', 'Faktura', 6)]);
    expect(await runs()).toMatchObject([{ ended: ENDED + 86_400, status: 0 }]);
  });

  test('rows of a queue that no robot has are refused, and told by its name and count', async () => {
    await load(DIMENSIONS);
    const { files } = await loadExport([
      execution(1, 'success'),
      execution(2, 'success', 'Løn'),
      execution(3, 'error', 'Løn'),
    ]);
    expect(files[0]).toMatchObject({
      kept: 1,
      refused: 2,
      unknownQueues: [{ queue: 'Løn', rows: 2 }],
      refusals: [
        { line: 3, column: 'queue', value: 'Løn', code: 'unknown-reference' },
        { line: 4, column: 'queue', value: 'Løn', code: 'unknown-reference' },
      ],
    });
  });

  test('a queue that two robots have is refused', async () => {
    await load({ ...DIMENSIONS, robots: `${DIMENSIONS.robots}\nR2;P1;To;Faktura` });
    const { files } = await loadExport([execution(1, 'success')]);
    expect(files[0]?.refusals).toMatchObject([{ value: 'Faktura', code: 'ambiguous-queue' }]);
  });

  test('with createRobots an empty warehouse gets a project and a robot for each queue, once', async () => {
    const options = { createRobots: true };
    await loadExport([execution(1, 'success'), execution(2, 'success', 'Løn')], options);
    await loadExport([execution(3, 'success'), execution(4, 'success', 'Løn')], options);
    const robots = await warehouse.db
      .selectFrom('robot')
      .innerJoin('project', 'project.project', 'robot.project')
      .select(['robot', 'queue', 'project.project', 'project.municipality'])
      .orderBy('robot')
      .execute();
    expect(robots).toEqual([
      { robot: 'Faktura', queue: 'Faktura', project: 'Faktura', municipality: '' },
      { robot: 'Løn', queue: 'Løn', project: 'Løn', municipality: '' },
    ]);
    expect(await runs()).toHaveLength(4);
  });

  test('with a project and a municipality given, the new robots are there', async () => {
    await load(DIMENSIONS);
    await loadExport([execution(1, 'success', 'Løn')], { createRobots: true, project: 'P1' });
    await loadExport([execution(2, 'success', 'Rejse')], { createRobots: true, municipality: 'Aarhus' });
    const robots = await warehouse.db
      .selectFrom('robot')
      .innerJoin('project', 'project.project', 'robot.project')
      .select(['robot', 'municipality'])
      .orderBy('robot')
      .execute();
    expect(robots).toEqual([
      { robot: 'Løn', municipality: '0630' },
      { robot: 'R1', municipality: '0630' },
      { robot: 'Rejse', municipality: '0751' },
    ]);
  });

  test('a queue whose name holds a personal number makes no robot', async () => {
    const { files } = await loadExport([execution(1, 'success', 'Sag 010190-1234')], { createRobots: true });
    expect(files[0]).toMatchObject({
      kept: 0,
      refused: 1,
      unknownQueues: [{ queue: 'Sag XXXXXX-XXXX', rows: 1 }],
    });
    expect(await warehouse.db.selectFrom('robot').selectAll().execute()).toEqual([]);
  });

  test('times without an offset are in the zone that is said', async () => {
    await load(DIMENSIONS);
    const local = '1,trigger,success,2024-02-05 08:00:00,2024-02-05 08:00:30,w1,Faktura';
    await loadExport([local]);
    expect(await runs()).toMatchObject([{ ended: ENDED - 3600, seconds: 30 }]);
    await loadExport([local.replace('1,', '2,')], { zone: zoneNamed('UTC') });
    expect(await runs()).toMatchObject([{ ended: ENDED - 3600 }, { ended: ENDED }]);
  });

  test('rows of a connection are loaded as a file of that name would be', async () => {
    await load(DIMENSIONS);
    const [header = '', ...lines] = [HEADER, execution(1, 'success'), execution(2, 'success')];
    const rows: Rows = {
      header: header.split(','),
      decimal: null,
      told: [],
      async *batches() {
        yield lines.map((line, i) => ({ line: i + 1, cells: line.split(',') }));
      },
    };
    const result = await loadRows(warehouse.db, { file: 'n8n på serveren', source: n8n, rows }, LOADED);
    expect(result).toMatchObject({ read: 2, kept: 2, files: [{ file: 'n8n på serveren', source: 'n8n' }] });
  });
});

test('a zone that there is not is refused', () => {
  expect(() => zoneNamed('Danmark')).toThrow('There is no time zone Danmark. Expected a name such as');
});
