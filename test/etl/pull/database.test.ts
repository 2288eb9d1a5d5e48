import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../../etl/sources/pull/connect.ts';
import { locationOf } from '../../../etl/sources/pull/location.ts';
import { COPENHAGEN } from '../../../etl/time/zone.ts';
import { createDatabase } from '../../support/databases.ts';
import { tempFolder } from '../../support/gevinst.ts';

/** A platform's database, made by its own statements. */
interface Platform {
  location: string;
  run(statement: string): Promise<void>;
  close(): Promise<void>;
}

async function sqlite(): Promise<Platform> {
  const folder = tempFolder();
  const location = join(folder.path, 'platform.db');
  const db = new SQLite(location);
  return {
    location,
    run: async (statement) => void db.exec(statement),
    close: async () => {
      db.close();
      folder.remove();
    },
  };
}

async function postgres(): Promise<Platform> {
  const database = await createDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return {
    location: database.url,
    run: async (statement) => void (await client.query(statement)),
    close: async () => {
      await client.end();
      await database.drop();
    },
  };
}

const STATUS = {
  sqlite: 'varchar(11)',
  postgres: 'queuestatus',
};

/** As OpenOrchestrator makes it, with SQLAlchemy. */
const queues = (engine: 'sqlite' | 'postgres') => `
  ${engine === 'postgres' ? "create type queuestatus as enum ('NEW','IN_PROGRESS','DONE','FAILED','ABANDONED');" : ''}
  create table "Queues" (
    id ${engine === 'postgres' ? 'uuid' : 'char(32)'} not null primary key, queue_name varchar(100) not null,
    status ${STATUS[engine]} not null, data varchar(2000), reference varchar(100),
    created_date ${engine === 'postgres' ? 'timestamp' : 'datetime'} not null,
    start_date ${engine === 'postgres' ? 'timestamp' : 'datetime'},
    end_date ${engine === 'postgres' ? 'timestamp' : 'datetime'}, message varchar(1000), created_by varchar(100)
  );`;

const element = (id: number, end: string | null, status = 'DONE') =>
  `('${String(id).padStart(32, '0')}', 'Sygedagpenge', '${status}', '{"cpr":"010190-1234"}', '010190-1234',
    '2026-01-01 00:00:00', '2026-03-01 07:59:00.5', ${end === null ? 'null' : `'${end}'`}, 'Hr. Hansen', 'robot')`;
const insert = (...elements: string[]) => `insert into "Queues" values ${elements.join(',')}`;

let platform: Platform;
afterEach(() => platform.close());

async function read(source: string, since: number | null = null, zone = COPENHAGEN) {
  const access = { zone, token: null, signal: new AbortController().signal };
  const connector = await connect(source, locationOf(platform.location), access);
  try {
    const rows: string[][] = [];
    for await (const page of connector.pages(since)) rows.push(...page);
    return { header: connector.header, rows };
  } finally {
    await connector.close();
  }
}

const at = (text: string) => Date.parse(text) / 1000;

describe.each([
  ['sqlite', sqlite],
  ['postgres', postgres],
] as const)('OpenOrchestrator on %s', (engine, open) => {
  beforeEach(async () => {
    platform = await open();
    await platform.run(queues(engine));
  });

  const numbers = (rows: string[][]) => rows.map(([id = '']) => Number(id.replaceAll('-', '')));

  test('gives what a run is made of, oldest first, without payload; what has not ended is not read', async () => {
    await platform.run(
      insert(
        element(2, '2026-03-01 08:00:00.250000', 'FAILED'),
        element(1, '2026-03-01 09:00:00.000000'),
        element(3, null, 'NEW'),
      ),
    );
    const { header, rows } = await read('openorchestrator');
    expect(header).toEqual(['id', 'queue_name', 'status', 'end_date', 'start_date']);
    expect(numbers(rows)).toEqual([2, 1]);
    expect(rows[0]?.slice(1, 3)).toEqual(['Sygedagpenge', 'FAILED']);
    expect(rows[0]?.[3]).toMatch(/^2026-03-01[T ]08:00:00\.250000$/);
    expect(JSON.stringify(rows)).not.toMatch(/010190|Hansen/);
  });

  test('is read from a moment on, which its clock shows in local time', async () => {
    const ends = ['07:59:59.999', '08:00:00', '08:00:01'].map((time) => `2026-03-01 ${time}`);
    await platform.run(insert(...ends.map((end, i) => element(i + 1, end))));
    const { rows } = await read('openorchestrator', at('2026-03-01T07:00:00Z'));
    expect(numbers(rows)).toEqual([2, 3]);
  });

  test('is read whole over the edges of pages, also where thousands end in the same moment', async () => {
    const MOMENTS = ['08:00:00', '08:00:00.000001', '08:00:00.000002'];
    for (const [m, moment] of MOMENTS.entries()) {
      const all = Array.from({ length: 8000 }, (_, i) => element(m * 8000 + i, `2026-03-01 ${moment}`));
      await platform.run(insert(...all));
    }
    const found = numbers((await read('openorchestrator')).rows);
    expect(found).toHaveLength(24_000);
    expect(new Set(found).size).toBe(24_000);
  });

  test('rows that change or go while pages are read take none of the others with them', async () => {
    const all = Array.from({ length: 12_000 }, (_, i) =>
      element(i + 1, `2026-03-01 08:00:00.${String(i).padStart(6, '0')}`),
    );
    await platform.run(insert(...all));
    const access = { zone: COPENHAGEN, token: null, signal: new AbortController().signal };
    const connector = await connect('openorchestrator', locationOf(platform.location), access);
    const found = new Set<number>();
    for await (const page of connector.pages(null)) {
      for (const number of numbers(page)) found.add(number);
      await platform.run(`delete from "Queues" where end_date < '2026-03-01 08:00:00.005000'`);
      await platform.run(
        `update "Queues" set end_date = '2026-03-01 09:00:00' where end_date < '2026-03-01 08:00:00.006000'`,
      );
    }
    await connector.close();
    expect(found.size).toBe(12_000);
  });

  test('a table that is not there is named, with those that are', async () => {
    await platform.run('alter table "Queues" rename to "Other"');
    await expect(read('openorchestrator')).rejects.toThrow(/has no table Queues, .*Its tables: Other\./);
  });

  test('a column that is not there is named, with those that are', async () => {
    await platform.run('alter table "Queues" rename column end_date to ended');
    await expect(read('openorchestrator')).rejects.toMatchObject({
      code: 'missing-column',
      message: expect.stringMatching(
        /The table Queues in .* has no column end_date\. Its columns: id, queue_name, /,
      ),
    });
  });

  test('without the columns of later versions it is read all the same', async () => {
    await platform.run('alter table "Queues" drop column start_date');
    expect((await read('openorchestrator')).header).toEqual(['id', 'queue_name', 'status', 'end_date']);
  });

  test('a view that only shows what is read is enough', async () => {
    await platform.run('alter table "Queues" rename to hidden');
    await platform.run('create view "Queues" as select id, queue_name, status, end_date from hidden');
    await platform.run(`insert into hidden values ${element(1, '2026-03-01 08:00:00')}`);
    expect((await read('openorchestrator')).rows).toHaveLength(1);
  });
});

describe('Automation Server on postgres', () => {
  beforeEach(async () => {
    platform = await postgres();
    await platform.run(`
      create type workitemstatus as enum ('NEW','IN_PROGRESS','COMPLETED','FAILED','PENDING_USER_ACTION');
      create table workqueue (id serial primary key, name varchar not null, deleted boolean not null);
      create table workitem (id serial primary key, data jsonb not null, reference varchar, locked boolean not null,
        status workitemstatus not null, message varchar not null, workqueue_id int not null references workqueue,
        created_at timestamp not null, updated_at timestamp not null, started_at timestamp, work_duration_seconds int);
      insert into workqueue values (7, 'Byggesag', true);
      insert into workitem values (1, '{"cpr": "010190-1234"}', '010190-1234', false, 'COMPLETED', 'Hr. Hansen', 7,
        '2026-03-01 08:00:00', '2026-03-01 08:10:00.25', '2026-03-01 08:09:00', 70);
      insert into workitem values (2, '{}', '', false, 'IN_PROGRESS', '', 7, '2026-03-01', '2026-03-01 09:00:00');`);
  });

  test('gives items with the names of their queues, also of deleted ones', async () => {
    expect(await read('automation-server')).toEqual({
      header: [
        ...['id', 'workqueue_id', 'status', 'updated_at'],
        ...['started_at', 'work_duration_seconds', 'workqueue_name'],
      ],
      rows: [
        ['1', '7', 'COMPLETED', '2026-03-01T08:10:00.250000', '2026-03-01T08:09:00.000000', '70', 'Byggesag'],
        ['2', '7', 'IN_PROGRESS', '2026-03-01T09:00:00.000000', '', '', 'Byggesag'],
      ],
    });
  });

  test('gives moments as UTC where the database has their offsets, whatever its settings', async () => {
    const name = new URL(platform.location).pathname.slice(1);
    await platform.run(
      `alter database ${name} set datestyle to 'German'; alter database ${name} set timezone to 'Asia/Tokyo'`,
    );
    await platform.run(
      `alter table workitem alter column updated_at type timestamptz using updated_at at time zone 'Europe/Copenhagen'`,
    );
    const { rows } = await read('automation-server', at('2026-03-01T07:30:00Z'));
    expect(rows.map((row) => row[3])).toEqual(['2026-03-01T08:00:00.000000Z']);
  });

  test('that may not be read says what right is missing', async () => {
    const name = new URL(platform.location).pathname.slice(1);
    const role = `reader_${name}`;
    await platform.run(`create role ${role} login password 'secret-word'`);
    const url = new URL(platform.location);
    url.username = role;
    url.password = 'secret-word';
    const given = { ...platform, location: url.href };
    const old = platform;
    platform = given;
    const error = await read('automation-server').catch((e) => e);
    platform = old;
    await platform.run(`drop role ${role}`);
    expect(error.message).toMatch(/the user may not read the table\. Grant it SELECT\.$/);
    expect(error.message).not.toContain('secret-word');
  });
});

describe('a place that is no database', () => {
  const folder = tempFolder();
  const none = async (): Promise<Platform> => ({ location: '', run: async () => {}, close: async () => {} });
  const given = (location: string) => ({ location, run: async () => {}, close: async () => {} });
  beforeEach(async () => {
    platform = await none();
  });

  test('a SQLite file that is not there is not made', async () => {
    platform = given(join(folder.path, 'none.db'));
    await expect(read('openorchestrator')).rejects.toThrow(
      /^Cannot read from .*none\.db: the file cannot be opened\.$/,
    );
  });

  test('a file of another kind is named as such', async () => {
    writeFileSync(
      join(folder.path, 'text.db'),
      'no database at all, but text that is long enough to look at',
    );
    platform = given(join(folder.path, 'text.db'));
    await expect(read('openorchestrator')).rejects.toThrow(/the file is no SQLite database\.$/);
    folder.remove();
  });

  test.each([
    ['no server there', 'postgres://u:pw@127.0.0.1:1/db', /nothing answers there/],
    ['another scheme', 'ftp://host/db', /^ftp:\/\/ cannot be pulled from\. Expected a postgres or mssql URL/],
    [
      'an API with a password in its URL',
      'https://u:pw@host/api',
      /^The URL must not hold a name or password/,
    ],
    ['an API where there is none', 'https://host/api', /^openorchestrator has no API/],
  ])('%s: an error that says so, without the password', async (_, location, message) => {
    platform = given(location);
    const error = await read('openorchestrator').catch((e) => e);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('pw');
  });
});

test('what is not pulled from is said, with what is', async () => {
  platform = { location: 'x.db', run: async () => {}, close: async () => {} };
  await expect(read('uipath-queue')).rejects.toThrow(
    /^uipath-queue cannot be pulled from\. Expected openorchestrator or automation-server/,
  );
});
