import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { engines, type TestWarehouse } from '../support/databases.ts';
import { tempFolder } from '../support/gevinst.ts';
import { zip } from './bad-input/makeArchive.ts';
import { LOADED } from './support.ts';

const PROJECTS = 'Projekt;Navn;Kommune';

describe.each(engines)('files as offices have them, on $name', ({ open }) => {
  let warehouse: TestWarehouse;
  let folder: ReturnType<typeof tempFolder>;
  beforeEach(async () => {
    warehouse = await open();
    folder = tempFolder();
  });
  afterEach(async () => {
    await warehouse.close();
    folder.remove();
  });

  async function load(
    name: string,
    text: string | Buffer,
    options: Partial<Parameters<typeof loadPaths>[2]> = {},
  ) {
    writeFileSync(join(folder.path, name), text);
    const { files } = await loadPaths(warehouse.db, [join(folder.path, name)], { ...LOADED, ...options });
    return files[0];
  }

  test('an empty answer of an API is an empty file of the source that is given', async () => {
    const answer = '{"@odata.context": "x#QueueItems", "@odata.count": 0, "value": []}';
    expect(await load('QueueItems.json', answer, { source: 'uipath-queue' })).toMatchObject({
      status: 'loaded',
      source: 'uipath-queue',
      read: 0,
      refused: 0,
      told: [{ code: 'empty-list', text: 'it is an empty list: there were no records to load' }],
    });
    expect(await load('projects.json', '[]')).toMatchObject({
      status: 'loaded',
      source: 'projects',
      read: 0,
    });
    const unknown = await load('svar.json', answer);
    expect(unknown).toMatchObject({ status: 'failed', error: expect.stringMatching(/^It is an empty list/) });
  });

  test('a code is the same whether its letters are one sign or, as on a Mac, two', async () => {
    const [one, two] = ['Kørsel Å', 'Kørsel Å'].map((code, i) => code.normalize(i === 0 ? 'NFC' : 'NFD'));
    await load('projekter.csv', `${PROJECTS}\n${two};Første;Vejle`);
    await load('robotter.csv', `robot;projekt;navn;kø\n${one};${one};${two};${two}`);
    const runs = `robot;transaction;ended;status\n${two};a;2024-01-01 08:00;success\n${one};b;2024-01-01 08:00;success`;
    expect(await load('runs.csv', runs)).toMatchObject({ kept: 2, refused: 0 });
    const queue = 'Id;Status;Started (absolute);Ended (absolute)\n1;Successful;;01-01-2024 08.05';
    expect(await load('items.csv', queue, { queue: two ?? '' })).toMatchObject({ kept: 1, refused: 0 });
    expect(await warehouse.db.selectFrom('project').select(['project', 'name']).execute()).toEqual([
      { project: one, name: 'Første' },
    ]);
  });

  test('what a file lacks is named in both languages, and why it cannot be read has a name', async () => {
    expect(await load('projekter.csv', 'projekt;title\nP1;Et')).toMatchObject({
      errorCode: 'missing-column',
      errorDetails: {
        lacking: 'name, municipality',
        lackingDanish: 'navn, kommune',
        count: 2,
        has: 'projekt, title',
      },
    });
    expect(await load('projekter.csv', 'projekt;navn;kommune\nP1;"Et;Vejle')).toMatchObject({
      errorCode: 'unreadable-file',
      errorDetails: { why: 'open-quote', line: 2 },
    });
    expect(await load('projekter.pdf', '%PDF-1.7')).toMatchObject({ errorDetails: { why: 'other-kind' } });
  });

  test('codes that differ by case or zeros in front are told of, and named where one is not known', async () => {
    const file = await load('projekter.csv', `${PROJECTS}\n0101;A;Vejle\n101;B;Vejle\nHELB;C;Vejle`);
    expect(file?.told).toEqual([
      {
        code: 'near-codes',
        values: { one: '0101', other: '101' },
        text: '“0101” and “101” are two projects, though they differ only by case, spaces or zeros in front',
      },
    ]);
    const risks = await load('risici.csv', 'Projekt;Risiko;Sandsynlighed;Konsekvens\nHelb;Brud;20 %;1000');
    expect(risks?.refusals).toMatchObject([
      { column: 'Projekt', value: 'Helb', expected: 'a known project; there is “HELB”' },
    ]);
  });

  test('what lies beside the tables of a zipped folder is passed over', async () => {
    const archive = await zip({
      'Mappe/projekter.csv': `${PROJECTS}\nP1;Et;Vejle`,
      'Mappe/vejledning.pdf': '%PDF-1.7',
      '__MACOSX/Mappe/._projekter.csv': 'x',
      'Mappe/.DS_Store': 'x',
    });
    expect(await load('Mappe.zip', archive)).toMatchObject({
      kept: 1,
      otherParts: ['vejledning.pdf'],
      told: [],
    });
  });

  test('what PowerShell and Excel write as Unicode is read', async () => {
    const unicode = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    await load('projekter.txt', unicode(`Projekt\tNavn\tKommune\nP1\tÆldre\tVejle`), { source: 'projects' });
    await load('robotter.csv', 'robot;projekt;navn\nKø;P1;Et');
    const items = [
      { Id: 1, Status: 'Successful', EndProcessing: '2024-01-01T08:00:00Z', QueueName: 'Kø' },
      { Id: 2, Status: 'New', EndProcessing: null, QueueName: 'Kø' },
    ];
    expect(await load('svar.json', unicode(JSON.stringify({ value: items })))).toMatchObject({
      source: 'uipath-queue',
      kept: 1,
      passed: { 'not-final': 1 },
    });
  });

  test('a file that lacks a column of the table that it looks like says which', async () => {
    const file = await load('udtræk.csv', 'projekt;fra;pr;beløb;kategori\nP1;2024-01;måned;1000;andet');
    expect(file?.error).toMatch(/They look like costs, which also needs basis \(grundlag\)\./);
  });
});
