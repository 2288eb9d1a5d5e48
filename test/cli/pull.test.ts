import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AutomationServer } from '../etl/pull/automationServer.ts';
import { gevinst, tempFolder } from '../support/gevinst.ts';
import { running } from './running.ts';

let folder: ReturnType<typeof tempFolder>;
let db: string;
let platform: string;
beforeEach(() => {
  folder = tempFolder();
  db = join(folder.path, 'test.db');
  platform = join(folder.path, 'orchestrator.db');
  const source = new SQLite(platform);
  source.exec(`create table "Queues" (id char(32), queue_name text, status text, end_date datetime);
    insert into "Queues" values ('a1', 'Byggesag', 'DONE', '2026-03-01 08:00:00'), ('b2', 'Byggesag', 'NEW', null)`);
  source.close();
});
afterEach(() => folder.remove());

describe('gevinst pull', () => {
  test('says what it read and kept; 0 when all is kept, and when nothing is new', async () => {
    const args = ['pull', 'openorchestrator', platform, '--create-robots', '--db', db];
    const first = await gevinst(...args);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/orchestrator\.db, all: 1 read, 1 kept, 0 already there, 0 refused\n$/);
    const second = await gevinst(...args, '--json');
    expect(JSON.parse(second.stdout)).toMatchObject({
      since: '2026-02-28T07:00:00.000Z',
      kept: 0,
      duplicate: 1,
    });
    expect(await gevinst(...args, '--since', '2026-03-02')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /orchestrator\.db, changes since 2026-03-01T23:00:00\.000Z: nothing new\n$/,
      ),
    });
  });

  test('2 when rows were refused, with the queues that no robot has', async () => {
    const { code, stdout } = await gevinst('pull', 'openorchestrator', platform, '--db', db);
    expect(code).toBe(2);
    expect(stdout).toContain('No robot has these queues');
    expect(stdout).toContain('    Byggesag: 1 rows\n');
  });

  test('takes the token from the environment or a file, and never says it', async () => {
    const server = new AutomationServer();
    const base = await server.start();
    server.token = 'a-secret-token';
    server.queues = [{ id: 1, name: 'Byggesag' }];
    server.items = [{ id: 1, workqueue_id: 1, status: 'completed', updated_at: '2026-03-01T08:00:00' }];
    const args = ['pull', 'automation-server', base, '--create-robots', '--db', db];
    const none = await gevinst(...args);
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toMatch(
      /^gevinst: http.* answered 401: the token is missing, wrong or out of date\..*\n$/,
    );
    const file = join(folder.path, 'token');
    writeFileSync(file, 'a-secret-token\n');
    const given = await gevinst(...args, '--token-file', file);
    expect(given).toMatchObject({ code: 0, stderr: '' });
    const again = running(args, { GEVINST_PULL_TOKEN: 'a-secret-token' });
    await again.until(({ stdout }) => stdout.includes('1 already there'));
    const { stdout } = await again.end('SIGTERM');
    expect(given.stdout + stdout).not.toContain('secret');
    await server.stop();
  });

  test.each([
    ['mssql://host/db', [], /^gevinst: Windows login to SQL Server is not supported\./],
    ['none.db', [], /^gevinst: Cannot read from .*none\.db: the file cannot be opened\.\n$/],
    ['none.db', ['--schedule', 'often'], /^gevinst: --schedule often: .* Expected a cron expression/],
    ['none.db', ['--since', 'often'], /^gevinst: --since often: expected a day such as/],
    ['none.db', ['--token-file', 'no-such-file'], /^gevinst: Cannot read --token-file no-such-file: /],
  ])('%s %j: 1, and one line that says what is wrong', async (location, options, message) => {
    const place = location === 'none.db' ? join(folder.path, location) : location;
    const { code, stderr } = await gevinst('pull', 'openorchestrator', place, '--db', db, ...options);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});

describe('gevinst pull --schedule', () => {
  const schedule = ['--schedule', '* * * * * *', '--create-robots'];

  test('pulls at once and again, a line each time, until it is ended', async () => {
    const pull = running(['pull', 'openorchestrator', platform, '--db', db, ...schedule]);
    await pull.until(({ stdout }) => stdout.split('\n').length > 3);
    const { code, stdout, stderr } = await pull.end('SIGTERM');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [first, second] = stdout.split('\n');
    expect(first).toMatch(/^\d{4}-\d\d-\d\dT\S+Z .*orchestrator\.db, all: 1 read, 1 kept,/);
    expect(second).toMatch(/changes since .*: 1 read, 0 kept, 1 already there,/);
  });

  test('goes on after an error, and loads once the source is there', async () => {
    const later = join(folder.path, 'later.db');
    const pull = running(['pull', 'openorchestrator', later, '--db', db, ...schedule]);
    await pull.until(({ stderr }) => stderr.includes('the file cannot be opened'));
    const source = new SQLite(later);
    source.exec(`create table "Queues" (id char(32), queue_name text, status text, end_date datetime);
      insert into "Queues" values ('a1', 'Byggesag', 'DONE', '2026-03-01 08:00:00')`);
    source.close();
    await pull.until(({ stdout }) => stdout.includes('1 kept'));
    expect((await pull.end('SIGINT')).code).toBe(0);
  });

  test('is not started for what waiting does not put right', async () => {
    const { code } = await gevinst('pull', 'openorchestrator', 'ftp://host/db', '--db', db, ...schedule);
    expect(code).toBe(1);
  });
});
