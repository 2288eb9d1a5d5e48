import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadNotes, loadText } from '../../etl/commands/loadText.ts';
import { loadPaths } from '../../etl/load.ts';
import { templateSheets } from '../../etl/template/sheets.ts';
import { writeTemplate } from '../../etl/template/writeTemplate.ts';
import { engines, type TestWarehouse } from '../support/databases.ts';
import { tempFolder } from '../support/gevinst.ts';
import { typeInto } from './mapping/workbook.ts';
import { LOADED } from './support.ts';

const folder = tempFolder();
const path = join(folder.path, 'gevinster.xlsx');
const sheets = templateSheets();
const all = sheets.length;
let warehouse: TestWarehouse;
beforeAll(async () => {
  await writeTemplate(path);
  warehouse = await (engines[0] as (typeof engines)[number]).open();
});
afterAll(async () => {
  await warehouse.close();
  folder.remove();
});

test('the empty sheets of a workbook are one line, and each is in the answer as JSON', async () => {
  const result = await loadPaths(warehouse.db, [path], LOADED);
  expect(loadText(result)).toBe(`gevinster.xlsx: ${all} sheets were empty\n`);
  expect(result.files).toHaveLength(all);
});

test('what was filled in stands for itself, also when the same file is loaded again', async () => {
  const rates = sheets.find(({ name }) => name === 'Satser');
  await typeInto(path, { Satser: [rates?.columns.map(({ guide: [, example] }) => example) ?? []] });
  const first = await loadPaths(warehouse.db, [path], LOADED);
  expect(loadText(first)).toBe(
    'gevinster.xlsx (Satser) → rates: 1 read, 1 kept, 0 already there, 0 refused\n' +
      `gevinster.xlsx: ${all - 1} sheets were empty\n`,
  );
  const again = await loadPaths(warehouse.db, [path], LOADED);
  expect(loadText(again)).toMatch(
    /^.* \(Satser\) → rates: 1 read, 0 kept, 1 already there, 0 refused\n.*: \d+ sheets were empty\n$/,
  );
  expect(loadNotes(again).match(/the same file as load/g)).toHaveLength(1);
});
