import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LoadOptions, loadPaths } from '../../etl/load.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { tempFolder } from '../support/gevinst.ts';

const folder = tempFolder();
let warehouse: { db: Db; close(): Promise<void> };
beforeAll(async () => {
  const sqlite = engines[0];
  if (!sqlite) throw new Error('There is no engine.');
  warehouse = await sqlite.open();
  await load('projects.csv', 'project;name;municipality\nP1;Et;Vejle\n');
});
afterAll(async () => {
  await warehouse.close();
  folder.remove();
});

async function load(name: string, text: string, options: Partial<LoadOptions> = {}) {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  const { files } = await loadPaths(warehouse.db, [path], { by: 'test', keepRefused: true, ...options });
  return files[0];
}

test('refused rows stand as in the file, masked and with formulas as text, and load once they are mended', async () => {
  const header = 'project;from;per;amount_kr;category;basis;note';
  const first = await load(
    'costs.csv',
    `${header}\nP1;2026-01;once;1.000,50;licences;actual;ok\nP9;2026-01;once;2.000;licences;actual;=1+1\nP1;2026-13;once;-5;licences;actual;010190-1234 ringede\n`,
  );
  expect(first).toMatchObject({ kept: 1, refused: 2 });
  const lines = (first?.refusedCsv ?? '').replace('\ufeff', '').trimEnd().split('\r\n');
  expect(lines[0]).toBe(`afvist på linje;afvist i kolonne;afvist fordi;${header}`);
  expect(lines[1]).toMatch(/^3;project;Et projekt, .*;P9;2026-01;once;2\.000;licences;actual;'=1\+1$/);
  expect(lines[2]).toMatch(/^4;from;.*;P1;2026-13;once;-5;licences;actual;XXXXXX-XXXX ringede$/);
  const mended = (first?.refusedCsv ?? '').replace('P9', 'P1').replace('2026-13', '2026-12');
  expect(await load('mended.csv', mended)).toMatchObject({ kept: 2, refused: 0, ignored: [] });
});

test('a comma between cells stays, because the numbers are written for it; a number of JSON gets a decimal comma', async () => {
  const comma = await load(
    'rates.csv',
    'rate,valid_from,hourly_kr,hours_per_fte\nHK,2025-99,"1,234.5",1480\n',
  );
  expect(comma?.refusedCsv).toContain(',HK,2025-99,"1,234.5",1480\r\n');
  const json = await load(
    'rates.json',
    JSON.stringify([{ rate: 'HK', valid_from: 'x', hourly_kr: 346.67, hours_per_fte: 1480 }]),
  );
  expect(json?.refusedCsv).toContain(';HK;x;346,67;1480\r\n');
});

test('a row of a log is found again by its line, also behind a mapping', async () => {
  const log = await load('runs.csv', 'robot;transaction;ended;status\nR9;T1;2024-01-01T08:00:00;success\n');
  expect(log?.refusedCsv).toContain(';R9;T1;2024-01-01T08:00:00;success\r\n');
  const mapping = join(folder.path, 'own.yaml');
  writeFileSync(
    mapping,
    'table: runs\ncolumns:\n  robot: { column: Kø }\n  transaction: { column: Sag }\n  ended: { column: Slut }\n  status: { column: Udfald }\n',
  );
  const own = await load('own.csv', 'Kø;Sag;Slut;Udfald\nX;7;2024-01-01 08:00;ok\n', { source: mapping });
  expect(own?.refusedCsv).toContain(';X;7;2024-01-01 08:00;ok\r\n');
  expect(readFileSync(mapping, 'utf8')).toContain('table: runs');
});
