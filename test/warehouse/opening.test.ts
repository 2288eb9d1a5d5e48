import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { nameOf, openWarehouse } from '../../server/warehouse/open.ts';
import { createDatabase, engines } from '../support/databases.ts';
import { tempFolder } from '../support/gevinst.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const inFolder = (name: string) => join(folder.path, name);
const fingerprint = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

function otherSqliteFile(name: string): string {
  const path = inFolder(name);
  const other = new SQLite(path);
  other.exec("create table contact (name text); insert into contact values ('Anne')");
  other.close();
  return path;
}

describe('a file that is not ours is refused and left as it was', () => {
  const files: [string, () => string][] = [
    ['a text file', () => write('notes.txt', 'Husk mødet på torsdag\n'.repeat(20))],
    ['a short text file', () => write('short.txt', 'Hej')],
    ['a PDF', () => write('report.pdf', `%PDF-1.7\n${'x'.repeat(5000)}`)],
    ['another program’s SQLite database', () => otherSqliteFile('contacts.db')],
  ];
  function write(name: string, text: string): string {
    writeFileSync(inFolder(name), text);
    return inFolder(name);
  }

  test.each(files)('%s', async (_what, make) => {
    const path = make();
    const before = fingerprint(path);
    const beside = readdirSync(folder.path);
    for (const create of [true, false]) {
      await expect(openWarehouse(path, { create })).rejects.toMatchObject({
        code: 'not-a-warehouse',
        message: expect.stringContaining('left untouched'),
      });
    }
    expect(fingerprint(path)).toBe(before);
    expect(readdirSync(folder.path)).toEqual(beside);
  });

  test('a folder', async () => {
    mkdirSync(inFolder('folder'));
    await expect(openWarehouse(inFolder('folder'), { create: true })).rejects.toMatchObject({
      code: 'not-a-warehouse',
      message: expect.stringContaining('is a folder'),
    });
    expect(readdirSync(inFolder('folder'))).toEqual([]);
  });

  test('half of a warehouse', async () => {
    const path = inFolder('half.db');
    await (await openWarehouse(path, { create: true })).destroy();
    truncateSync(path, 6000);
    const before = fingerprint(path);
    await expect(openWarehouse(path)).rejects.toMatchObject({ code: 'not-a-warehouse' });
    expect(fingerprint(path)).toBe(before);
  });
});

describe('a file that is not there', () => {
  test('is not made by a command that only reads, and the message says how to make it', async () => {
    await expect(openWarehouse(inFolder('none.db'))).rejects.toMatchObject({
      code: 'no-warehouse',
      message: expect.stringContaining(`gevinst load PATH --db ${inFolder('none.db')}`),
    });
    expect(existsSync(inFolder('none.db'))).toBe(false);
  });

  test('is made by a load, also where an empty file is', async () => {
    writeFileSync(inFolder('empty.db'), '');
    for (const name of ['new.db', 'empty.db']) {
      const db = await openWarehouse(inFolder(name), { create: true });
      expect(await db.selectFrom('project').selectAll().execute()).toEqual([]);
      await db.destroy();
      await (await openWarehouse(inFolder(name))).destroy();
    }
  });

  test('in a folder that is not there: said in a sentence', async () => {
    await expect(openWarehouse(inFolder('no/such/x.db'), { create: true })).rejects.toMatchObject({
      code: 'not-a-warehouse',
      message: expect.stringContaining(inFolder('no/such/x.db')),
    });
  });
});

describe.each(engines)('$name', ({ name, open }) => {
  test('a warehouse of a newer version is refused before anything is written', async () => {
    const { db, url, close } = await open();
    await sql`insert into gevinst_migration values ('9999-later', '2030-01-01')`.execute(db);
    const tables = () => db.introspection.getTables({ withInternalKyselyTables: true });
    const before = await tables();
    await expect(openWarehouse(url, { create: true })).rejects.toMatchObject({
      code: 'newer-warehouse',
      message: expect.stringMatching(/newer version of Gevinst \(9999-later\)/),
    });
    expect(await tables()).toEqual(before);
    await close();
  });

  test('opening again changes nothing: the key that hides transaction ids is made once', async () => {
    const { db, url, close } = await open();
    const state = () => db.selectFrom('state').selectAll().orderBy('name').execute();
    const before = await state();
    await (await openWarehouse(url)).destroy();
    expect(await state()).toEqual(before);
    expect(before.map((row) => row.name)).toEqual(['hash_key', 'version']);
    await close();
    if (name === 'sqlite') expect(existsSync(url)).toBe(false);
  });
});

describe('PostgreSQL', () => {
  test('a database with another program’s tables is refused, and gets none of ours', async () => {
    const other = await createDatabase();
    const client = new Client({ connectionString: other.url });
    await client.connect();
    await client.query('create table contact (name text)');
    await expect(openWarehouse(other.url, { create: true })).rejects.toMatchObject({
      code: 'not-a-warehouse',
      message: expect.stringContaining('holds other tables'),
    });
    const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'");
    expect(rows).toEqual([{ tablename: 'contact' }]);
    await client.end();
    await other.drop();
  });

  test('two processes that open an empty database at once both get the same warehouse', async () => {
    const empty = await createDatabase();
    const opened = await Promise.all([openWarehouse(empty.url), openWarehouse(empty.url)]);
    const keys = await Promise.all(opened.map((db) => db.selectFrom('state').selectAll().execute()));
    expect(keys[0]).toEqual(keys[1]);
    expect(keys[0]).toHaveLength(2);
    await Promise.all(opened.map((db) => db.destroy()));
    await empty.drop();
  });

  test('a server that does not answer is named without its password', async () => {
    const url = 'postgres://anne:hemmeligt@127.0.0.1:1/gevinst';
    const error = await openWarehouse(url).catch((e: Error) => e);
    expect(error).toMatchObject({ code: 'not-a-warehouse', message: expect.stringContaining('anne') });
    expect(String(error)).not.toContain('hemmeligt');
    expect(nameOf(url)).toBe('postgres://anne:…@127.0.0.1:1/gevinst');
  });
});
