import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPaths } from '../../../etl/load.ts';
import { engines, type TestWarehouse } from '../../support/databases.ts';
import { tempFolder } from '../../support/gevinst.ts';
import { LOADED } from '../support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const QUEUES = `create table "Queues" (id char(32) not null primary key, queue_name varchar(100) not null,
  status varchar(11) not null, data varchar(2000), created_date datetime not null, start_date datetime, end_date datetime)`;
const ELEMENTS = `insert into "Queues" values
  ('${'1'.padStart(32, '0')}', 'Sygedagpenge', 'DONE', '010190-1234', '2026-03-01', '2026-03-01 07:59:00.5', '2026-03-01 08:00:00'),
  ('${'2'.padStart(32, '0')}', 'Sygedagpenge', 'FAILED', '', '2026-03-01', '2026-03-01 08:00:00', '2026-03-01 08:01:00'),
  ('${'3'.padStart(32, '0')}', 'Sygedagpenge', 'NEW', '', '2026-03-01', null, null)`;

/** A SQLite file made by these statements. */
function database(name: string, ...statements: string[]): string {
  const path = join(folder.path, name);
  const db = new SQLite(path);
  for (const statement of statements) db.exec(statement);
  db.close();
  return path;
}

describe.each(engines)('a SQLite file on $name', ({ open }) => {
  let warehouse: TestWarehouse;
  beforeEach(async () => {
    warehouse = await open();
  });
  afterEach(() => warehouse.close());

  const load = (path: string, source?: string) =>
    loadPaths(warehouse.db, [path], { ...LOADED, now: () => 1_780_000_000, createRobots: true, source });

  test.each(['openorchestrator', undefined])(
    'of OpenOrchestrator is loaded as its queue elements, with --source %s',
    async (source) => {
      const path = database(`oo-${source}-${Math.random()}.db`, QUEUES, ELEMENTS);
      const { files } = await load(path, source);
      expect(files).toMatchObject([
        { status: 'loaded', source: 'openorchestrator', table: 'runs', read: 2, kept: 2, refused: 0 },
      ]);
      expect((await load(path, source)).files).toMatchObject([{ kept: 0, duplicate: 2 }]);
    },
  );

  test('of Automation Server is loaded as its work items, with the names of their queues', async () => {
    const path = database(
      `ats-${Math.random()}.sqlite`,
      'create table workqueue (id integer, name text)',
      "insert into workqueue values (7, 'Faktura')",
      'create table workitem (id integer, workqueue_id integer, status text, updated_at text)',
      "insert into workitem values (1, 7, 'COMPLETED', '2026-03-01 08:00:00')",
    );
    expect((await load(path)).files).toMatchObject([{ source: 'automation-server', kept: 1, refused: 0 }]);
    expect(await warehouse.db.selectFrom('robot').select('queue').execute()).toEqual([{ queue: 'Faktura' }]);
  });

  test('of anything else says which tables it has, and which are read', async () => {
    const { files } = await load(database(`andet-${Math.random()}.db`, 'create table sager (a)'));
    expect(files).toMatchObject([
      {
        status: 'failed',
        errorCode: 'unknown-table',
        errorDetails: { why: 'other-database', tables: 'sager' },
      },
    ]);
  });

  test('whose table lacks a column says which', async () => {
    const path = database(`gammel-${Math.random()}.db`, 'create table "Queues" (id text, status text)');
    expect((await load(path, 'openorchestrator')).files[0]?.error).toMatch(
      /no column queue_name, nor end_date/,
    );
  });

  test('is passed over in a folder when it is no robot platform’s', async () => {
    const path = join(folder.path, `mappe-${Math.random()}`);
    mkdirSync(path);
    writeFileSync(join(path, 'thumbs.db'), '');
    new SQLite(join(path, 'gevinst.db')).exec('create table a (b)').close();
    new SQLite(join(path, 'oo.db')).exec(QUEUES).exec(ELEMENTS).close();
    expect(await load(path, 'openorchestrator')).toMatchObject({
      files: [{ file: 'oo.db', kept: 2 }],
      skipped: ['gevinst.db'],
    });
  });
});
