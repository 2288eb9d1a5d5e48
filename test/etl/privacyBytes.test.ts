import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LoadResult, loadPaths } from '../../etl/load.ts';
import { engines, type TestWarehouse } from '../support/databases.ts';
import { tempFolder } from '../support/gevinst.ts';
import { contentsOf } from './bad-input/contents.ts';
import { type PersonalBundle, writePersonalBundle } from './bad-input/personalBundle.ts';
import { fixture, LOADED } from './support.ts';

const folder = tempFolder();
let bundle: PersonalBundle;
let warehouse: TestWarehouse;
let result: LoadResult;

beforeAll(async () => {
  bundle = await writePersonalBundle(folder.path);
  const [sqlite] = engines;
  if (sqlite?.name !== 'sqlite') throw new Error('The first engine is expected to be SQLite.');
  warehouse = await sqlite.open();
  await loadPaths(warehouse.db, [fixture('ok/minimal')], LOADED);
  result = await loadPaths(warehouse.db, [bundle.folder], LOADED);
});
afterAll(async () => {
  await warehouse.close();
  folder.remove();
});

test('ten thousand rows hold personal numbers; each table has rows that are kept, and rows that are refused', () => {
  expect(bundle.rows).toBeGreaterThan(10_000);
  expect(result.read).toBeGreaterThan(bundle.rows);
  expect(bundle.numbers.count).toBeGreaterThan(20_000);
  const csv = result.files.filter(({ file, status }) => status === 'loaded' && file.endsWith('.csv'));
  expect(new Set(csv.map(({ table }) => table)).size).toBe(13);
  for (const { table, kept, refused } of csv) {
    expect(kept, `${table} kept`).toBeGreaterThan(0);
    if (table !== 'links') expect(refused, `${table} refused`).toBeGreaterThan(0);
  }
  const others = result.files.filter(({ file }) => !file.endsWith('.csv'));
  expect(others.map(({ file, status }) => `${file} ${status}`).sort()).toEqual([
    'XXXXXX-XXXX.xlsx loaded',
    'XXXXXX-XXXX.zip loaded',
    'damaged XXXXXX-XXXX.zip failed',
    'links XXXXXX-XXXX.jsonl loaded',
  ]);
});

test('no byte of the database or its journal is of a personal number', async () => {
  const files = ['', '-wal'].map((end) => `${warehouse.url}${end}`);
  expect(files.every(existsSync)).toBe(true);
  expect(files.flatMap((path) => bundle.numbers.in(readFileSync(path)))).toEqual([]);
});

test('no number of the database is a personal number', async () => {
  const rows = [...(await contentsOf(warehouse.db)).values()].flat().join('\n');
  expect(bundle.numbers.asNumbersIn(rows)).toEqual([]);
});

test('nothing that the load tells is a personal number', () => {
  expect(bundle.numbers.in(Buffer.from(JSON.stringify(result)))).toEqual([]);
});

test('what was masked is counted for each file', () => {
  for (const { table, masked, status } of result.files) {
    if (status === 'loaded') expect(masked, table ?? '').toBeGreaterThan(0);
  }
});

test('the search finds numbers where they are: in the files themselves, in every form', () => {
  const links = bundle.files.find((name) => /^links .*csv$/.test(name)) ?? '';
  expect(bundle.numbers.in(readFileSync(join(bundle.folder, links))).length).toBeGreaterThan(400);
  const one = bundle.numbers.next('');
  const forms = ['', '-', ' ', '\u00a0', '–', '‑'].map(
    (sign) => `12${one.slice(0, 6)}${sign}${one.slice(6)}3`,
  );
  expect(bundle.numbers.in(Buffer.from(forms.join('\n')))).toHaveLength(forms.length);
});
