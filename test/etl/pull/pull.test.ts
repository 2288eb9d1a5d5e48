import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPaths } from '../../../etl/load.ts';
import { type PullOptions, pull } from '../../../etl/pull.ts';
import { loadsAnswer } from '../../../server/answers/loads.ts';
import { engines, type TestWarehouse } from '../../support/databases.ts';
import { tempFolder, writeBundle } from '../../support/gevinst.ts';
import { SqlServerInTest } from '../../support/sqlServer/server.ts';
import { AutomationServer } from './automationServer.ts';
import { element, idOf, QUEUES } from './sqlServerPlatform.ts';

const NOW = Date.parse('2026-03-10T12:00:00Z') / 1000;
const DAY = 86_400;
const at = (text: string) => Date.parse(text) / 1000;

let folder: ReturnType<typeof tempFolder>;
let platform: SQLite.Database;
let location: string;
let warehouse: TestWarehouse;

beforeEach(() => {
  folder = tempFolder();
  location = join(folder.path, 'orchestrator.db');
  platform = new SQLite(location);
  platform.exec(`create table "Queues" (id char(32) primary key, queue_name varchar(100), status varchar(11),
    data varchar(2000), reference varchar(100), start_date datetime, end_date datetime, message varchar(1000))`);
});
afterEach(async () => {
  platform.close();
  await warehouse.close();
  folder.remove();
});

function ended(id: number, end: string, { status = 'DONE', queue = 'Sygedagpenge' } = {}): void {
  platform
    .prepare('insert or replace into "Queues" values (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(String(id).padStart(32, '0'), queue, status, '010190-1234', '020290-1234', null, end, '030390-1234');
}

function take(options: Partial<PullOptions> = {}, place = location, source = 'openorchestrator') {
  const signal = new AbortController().signal;
  return pull(warehouse.db, source, place, { by: 'test', now: () => NOW, signal, ...options });
}

const counts = ({ read, kept, duplicate, refused }: Awaited<ReturnType<typeof take>>) => [
  read,
  kept,
  duplicate,
  refused,
];

async function robots(robotRows: string): Promise<void> {
  const tables = {
    projects: 'project;name;municipality\nP1;Et;Vejle',
    robots: `robot;project;name;queue\n${robotRows}`,
  };
  const bundle = writeBundle(join(folder.path, 'bundle'), tables);
  await loadPaths(warehouse.db, [bundle], { by: 'test', now: () => NOW });
}

const states = async () => {
  const rows = await warehouse.db.selectFrom('state').selectAll().where('name', 'like', 'pull:%').execute();
  return rows.map(({ name, value }) => ({ name, ...JSON.parse(value) }));
};

describe.each(engines)('a pull into $name', ({ open }) => {
  beforeEach(async () => {
    warehouse = await open();
    await robots('R1;P1;Et;Sygedagpenge');
  });

  test('loads all at first, and then what changed since the latest change, with a day more', async () => {
    ended(1, '2026-03-01 08:00:00.000000');
    ended(2, '2026-03-05 08:00:00.000000');
    const first = await take();
    expect(first.since).toBeNull();
    expect(counts(first)).toEqual([2, 2, 0, 0]);
    ended(3, '2026-03-06 08:00:00.000000');
    const second = await take();
    expect(second.since).toBe(at('2026-03-05T07:00:00Z') - DAY);
    expect(counts(second)).toEqual([2, 1, 1, 0]);
    expect(await states()).toMatchObject([{ until: at('2026-03-06T07:00:00Z') }]);
  });

  test('that becomes visible late is found within that day', async () => {
    ended(1, '2026-03-05 08:00:00');
    await take();
    ended(2, '2026-03-04 09:00:00');
    expect(counts(await take())).toEqual([2, 1, 1, 0]);
  });

  test('counts an item that ends again by its last end', async () => {
    ended(1, '2026-03-05 08:00:00', { status: 'FAILED' });
    await take();
    ended(1, '2026-03-06 08:00:00', { status: 'DONE' });
    await take();
    expect(await warehouse.db.selectFrom('run_day').select(['day', 'status', 'runs']).execute()).toEqual([
      { day: '2026-03-06', status: 0, runs: 1 },
    ]);
  });

  test('with nothing new loads nothing', async () => {
    expect(counts(await take())).toEqual([0, 0, 0, 0]);
    expect(
      await warehouse.db
        .selectFrom('load')
        .select('load_id')
        .where('source', '=', 'openorchestrator')
        .execute(),
    ).toEqual([]);
  });

  test('that brings only what is there writes no load and moves no version, and it is known that it looked', async () => {
    ended(1, '2026-03-05 08:00:00');
    await take();
    const written = async () => [
      await warehouse.db.selectFrom('load').select(['load_id', 'finished']).orderBy('load_id').execute(),
      await warehouse.db.selectFrom('state').select('value').where('name', '=', 'version').execute(),
    ];
    const before = await written();
    const later = NOW + 3_600;
    expect(counts(await take({ now: () => later }))).toEqual([1, 0, 1, 0]);
    expect(await written()).toEqual(before);
    const { freshness } = await loadsAnswer(warehouse.db);
    const pulled = freshness.find(({ source }) => source === 'openorchestrator');
    expect(pulled).toMatchObject({ loads: 1, lastLoaded: new Date(later * 1000).toISOString() });
  });

  test('of a moment that is still to come does not keep those before it from being read', async () => {
    ended(1, '2099-03-11 08:00:00');
    await take();
    expect(await states()).toMatchObject([{ until: null }]);
    ended(2, '2026-03-05 08:00:00');
    await take();
    expect(await states()).toMatchObject([{ until: at('2026-03-05T07:00:00Z') }]);
  });

  test('since a day reads again from there', async () => {
    ended(1, '2026-02-01 08:00:00');
    ended(2, '2026-03-05 08:00:00');
    expect(counts(await take({ since: at('2026-03-01T00:00:00Z') }))).toEqual([1, 1, 0, 0]);
    expect(counts(await take({ since: at('2026-01-01T00:00:00Z') }))).toEqual([2, 1, 1, 0]);
    expect((await take()).since).toBe(at('2026-03-05T07:00:00Z') - DAY);
  });

  test('stores no payload, and no password', async () => {
    ended(1, '2026-03-05 08:00:00', { status: 'FAILED' });
    await take({ createRobots: true });
    for (const table of ['run', 'reason', 'robot', 'load', 'refusal', 'state'] as const) {
      const rows = await warehouse.db.selectFrom(table).selectAll().execute();
      expect(
        JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
      ).not.toMatch(/0[123]0[123]90/);
    }
  });

  test('that fails half-way keeps what it has, and goes on from there', async () => {
    const insert = platform.prepare(
      'insert into "Queues" (id, queue_name, status, end_date) values (?, ?, ?, ?)',
    );
    platform.transaction(() => {
      for (let i = 0; i < 60_000; i++) {
        const end = new Date((at('2026-03-01T00:00:00Z') + i * 10) * 1000)
          .toISOString()
          .slice(0, 19)
          .replace('T', ' ');
        insert.run(String(i).padStart(32, '0'), 'Sygedagpenge', 'DONE', end);
      }
    })();
    platform.exec(`alter table "Queues" rename to elements; create index ends on elements (end_date, id)`);
    const show = (status: string) =>
      platform.exec(`drop view if exists "Queues";
        create view "Queues" as select id, queue_name, ${status} as status, end_date from elements`);
    show(`case when cast(id as integer) >= 55000 then json('damaged') else status end`);
    await expect(take()).rejects.toThrow(/^Cannot read from .*orchestrator\.db: malformed JSON\.$/);
    const loaded = await warehouse.db.selectFrom('run_day').select(['runs']).execute();
    expect(loaded.reduce((sum, { runs }) => sum + runs, 0)).toBe(50_000);
    show('status');
    const rest = await take();
    expect(rest.kept).toBe(10_000);
    expect(rest.read).toBeLessThan(20_000);
  });
});

describe('rows of a queue that no robot has', () => {
  beforeEach(async () => {
    warehouse = await (engines[0] as (typeof engines)[0]).open();
    await robots('R1;P1;Et;Sygedagpenge');
    ended(1, '2026-01-01 08:00:00', { queue: 'Byggesag' });
    ended(2, '2026-03-05 08:00:00');
  });

  test('are refused, and are read from the first once one has it', async () => {
    expect(counts(await take())).toEqual([2, 1, 0, 1]);
    expect(await states()).toMatchObject([{ waiting: ['Byggesag'] }]);
    expect(counts(await take())).toEqual([1, 0, 1, 0]);
    await robots('R1;P1;Et;Sygedagpenge\nR2;P1;To;Byggesag');
    expect(counts(await take())).toEqual([2, 1, 1, 0]);
    expect(await states()).toMatchObject([{ waiting: [] }]);
    expect(counts(await take())).toEqual([1, 0, 1, 0]);
  });

  test('are read from the first once robots are to be made', async () => {
    await take();
    expect(counts(await take({ createRobots: true }))).toEqual([2, 1, 1, 0]);
    expect(counts(await take({ createRobots: true }))).toEqual([1, 0, 1, 0]);
  });

  test('are refused when two robots have it, and read from the first once one has', async () => {
    await robots('R1;P1;Et;Sygedagpenge\nR2;P1;To;Byggesag\nR3;P1;Tre;Byggesag');
    expect(counts(await take())).toEqual([2, 1, 0, 1]);
    await robots('R1;P1;Et;Sygedagpenge\nR2;P1;To;Byggesag\nR3;P1;Tre;Andet');
    expect(counts(await take())).toEqual([2, 1, 1, 0]);
  });
});

describe('an API', () => {
  test('is pulled from as a database is: first all, then what changed', async () => {
    warehouse = await (engines[0] as (typeof engines)[0]).open();
    const server = new AutomationServer();
    const base = await server.start();
    server.token = 'a-token';
    server.queues = [{ id: 7, name: 'Byggesag' }];
    const item = (id: number, day: string) => ({
      id,
      workqueue_id: 7,
      status: 'completed',
      updated_at: `${day}T08:00:00`,
    });
    server.items = Array.from({ length: 300 }, (_, i) => item(i, '2026-03-01'));
    const all = await take({ createRobots: true, token: 'a-token' }, base, 'automation-server');
    expect(counts(all)).toEqual([300, 300, 0, 0]);
    server.items.push(item(1000, '2026-03-05'), { ...item(1001, '2026-03-05'), status: 'in progress' });
    expect(counts(await take({ token: 'a-token' }, `${base}/`, 'automation-server'))).toEqual([
      302, 1, 300, 0,
    ]);
    expect(counts(await take({ token: 'a-token' }, base, 'automation-server'))).toEqual([2, 0, 1, 0]);
    await expect(take({ token: 'other' }, base, 'automation-server')).rejects.toThrow(/answered 401/);
    expect(await states()).toMatchObject([{ until: at('2026-03-05T07:00:00Z') }]);
    await server.stop();
  });
});

describe('SQL Server', () => {
  test('is pulled from as the other databases are: first all, then what changed', async () => {
    warehouse = await (engines[0] as (typeof engines)[0]).open();
    await robots('R1;P1;Et;Sygedagpenge');
    const server = new SqlServerInTest();
    const place = `mssql://reader:hemmelig@127.0.0.1:${await server.start()}/orchestrator?encrypt=false`;
    server.database.table('Queues', QUEUES);
    server.database.insert('Queues', [
      element(1, '2026-03-01T08:00:00'),
      element(2, '2026-03-05T08:00:00.003', 'FAILED'),
    ]);
    expect(counts(await take({}, place))).toEqual([2, 2, 0, 0]);
    server.database.insert('Queues', [element(3, '2026-03-06T08:00:00'), element(4, null, 'NEW')]);
    const second = await take({}, place.replace('mssql', 'sqlserver'));
    expect(second.since).toBe(at('2026-03-05T07:00:00Z') - DAY);
    expect(counts(second)).toEqual([2, 1, 1, 0]);
    expect(second.location).not.toContain('hemmelig');
    expect(await states()).toMatchObject([{ until: at('2026-03-06T07:00:00Z') }]);
    expect(JSON.stringify(await states())).not.toContain('hemmelig');
    await server.stop();
  });

  test('gives the same elements as a file of them: loading both counts none twice', async () => {
    warehouse = await (engines[0] as (typeof engines)[0]).open();
    await robots('R1;P1;Et;Sygedagpenge');
    platform
      .prepare('insert into "Queues" (id, queue_name, status, end_date) values (?, ?, ?, ?)')
      .run(idOf(1).replaceAll('-', '').toLowerCase(), 'Sygedagpenge', 'DONE', '2026-03-01 08:00:00.000000');
    expect(counts(await take())).toEqual([1, 1, 0, 0]);
    const server = new SqlServerInTest();
    const place = `mssql://reader:hemmelig@127.0.0.1:${await server.start()}/orchestrator?encrypt=false`;
    server.database.table('Queues', QUEUES);
    const [id, queue, status, data, reference, created, , end, message, by] = element(
      1,
      '2026-03-01T08:00:00',
    );
    const row = [id, queue, status, data, reference, created, null, end, message, by];
    server.database.insert('Queues', [row.map((cell) => cell ?? null)]);
    expect(counts(await take({}, place))).toEqual([1, 0, 1, 0]);
    await server.stop();
  });
});
