import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SqlServerInTest } from '../../support/sqlServer/server.ts';
import { element, idOf, openLocation, QUEUES, readLocation } from './sqlServerPlatform.ts';

let server: SqlServerInTest;
let location: string;
beforeEach(async () => {
  server = new SqlServerInTest();
  location = `mssql://reader:hemmelig@127.0.0.1:${await server.start()}/orchestrator?encrypt=false`;
});
afterEach(() => server.stop());

const at = (text: string) => Date.parse(text) / 1000;
const ids = (rows: string[][]) => rows.map(([id]) => id);
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('OpenOrchestrator on SQL Server', () => {
  beforeEach(() => server.database.table('Queues', QUEUES));

  test('gives what a run is made of, oldest first; what has not ended is not read', async () => {
    server.database.insert('Queues', [
      element(2, '2026-03-01T08:00:00.247', 'FAILED'),
      element(1, '2026-03-01T09:00:00'),
      element(3, null, 'NEW'),
    ]);
    expect(await readLocation(location)).toEqual([
      [idOf(2), 'Sygedagpenge', 'FAILED', '2026-03-01T08:00:00.247', '2026-03-01T07:59:00.500'],
      [idOf(1), 'Sygedagpenge', 'DONE', '2026-03-01T09:00:00', '2026-03-01T07:59:00.500'],
    ]);
  });

  test('is asked for nothing that a robot worked on, as a reader that gives way', async () => {
    server.database.insert('Queues', [element(1, '2026-03-01T08:00:00')]);
    await readLocation(location);
    expect(server.logins).toEqual([
      { user: 'reader', password: 'hemmelig', database: 'orchestrator', app: 'gevinst pull', readOnly: true },
    ]);
    const said = server.statements.map(({ sql }) => sql);
    expect(said).toContain('set deadlock_priority low; set lock_timeout 60000');
    const asked = said.filter((sql) => sql.includes('"Queues"'));
    expect(asked).toHaveLength(1);
    expect(asked[0]).not.toMatch(/data|reference|message|created_by|\*/);
    expect(said.join()).not.toMatch(/\b(insert|update|delete|create|alter|begin tran)\b/i);
  });

  test('is read from a moment on, which its clock shows in local time', async () => {
    const ends = ['07:59:59.997', '08:00:00', '08:00:01'].map((time) => `2026-03-01T${time}`);
    server.database.insert(
      'Queues',
      ends.map((end, i) => element(i + 1, end)),
    );
    const rows = await readLocation(location, at('2026-03-01T07:00:00Z'));
    expect(ids(rows)).toEqual([idOf(2), idOf(3)]);
  });

  test('is read whole over the edges of pages, where thousands end within the same three hundredths', async () => {
    const MOMENTS = ['08:00:00', '08:00:00.003', '08:00:00.007', '08:00:00.010'];
    const all = range(24_000).map((i) => element(i, `2026-03-01T${MOMENTS[i % 4]}`));
    server.database.insert('Queues', all);
    const found = ids(await readLocation(location));
    expect(found).toHaveLength(24_000);
    expect(new Set(found).size).toBe(24_000);
  });

  test('rows that change or go while pages are read take none of the others with them', async () => {
    const ends = range(12_000).map((i) => new Date(Date.UTC(2026, 2, 1, 8) + i * 10));
    server.database.insert(
      'Queues',
      ends.map((end, i) => element(i, end.toISOString().slice(0, -1))),
    );
    const connector = await openLocation(location);
    const found = new Set<string | undefined>();
    for await (const page of connector.pages(null)) {
      for (const id of ids(page)) found.add(id);
      server.database.run(`delete from dbo."Queues" where end_date < as_datetime('2026-03-01T08:00:50')`);
    }
    await connector.close();
    expect(found.size).toBe(12_000);
  });

  test('a database that gives the same page again is not read forever', async () => {
    server.database.insert(
      'Queues',
      range(10_000).map((i) => element(i, '2026-03-01T08:00:00')),
    );
    const query = server.database.query.bind(server.database);
    server.database.query = ({ sql, parameters }) =>
      query({
        sql: sql.replace(/ and t\."end_date" >= .*/, ''),
        parameters: sql.includes('top') ? [] : parameters,
      });
    await expect(readLocation(location)).rejects.toThrow(
      /gives the same rows again and again, those of 2026-/,
    );
  });

  test('a connection that is lost between two pages is made anew', async () => {
    server.database.insert(
      'Queues',
      range(10_001).map((i) => element(i, '2026-03-01T08:00:00')),
    );
    const connector = await openLocation(location);
    const found = new Set<string | undefined>();
    for await (const page of connector.pages(null)) {
      for (const id of ids(page)) found.add(id);
      await server.end();
    }
    await connector.close();
    expect(found.size).toBe(10_001);
    expect(server.logins).toHaveLength(2);
  });
});

describe('a table of other types than SQLAlchemy’s', () => {
  test.each([
    ['datetime2 to the last of seven digits', { end_date: 'datetime2' }, '.0000001', '.0000002'],
    ['keys of text, in any case', { id: 'varchar' }, '', '.003'],
  ])('%s: is read whole over the edges of pages', async (_, types, first, second) => {
    server.database.table('Queues', { ...QUEUES, ...types });
    const rows = range(21_000).map((i) => {
      const row = element(i, `2026-03-01T08:00:00${i % 3 ? first : second}`);
      return i % 2 ? row : [row[0]?.toLowerCase() ?? '', ...row.slice(1)];
    });
    server.database.insert('Queues', rows);
    const found = ids(await readLocation(location));
    expect(found).toHaveLength(21_000);
    expect(new Set(found.map((id) => id?.toUpperCase())).size).toBe(21_000);
  });

  test('a table that is not there, or may not be seen, is named with those that are', async () => {
    server.database.table('Other', QUEUES);
    await expect(readLocation(location)).rejects.toThrow(
      /^mssql:\S+ has no table Queues, which OpenOrchestrator has\. Is it another database, or may the user not read the table\? Its tables: Other\.$/,
    );
  });

  test('a column that is not there is named, with those that are', async () => {
    server.database.table('Queues', { id: 'uniqueidentifier', queue_name: 'varchar', status: 'varchar' });
    await expect(readLocation(location)).rejects.toThrow(
      /The table Queues in .* has no column end_date\. Its columns: id, queue_name, status\.$/,
    );
  });
});
