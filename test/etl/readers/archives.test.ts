import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkTotal, Limit } from '../../../etl/readers/limit.ts';
import { readAll, readOne, workbookOf, zipped } from './support.ts';

describe('ZIP', () => {
  test('each file is a table that names its place; what the system adds is passed over', async () => {
    const zip = await zipped({
      'a/runs.csv': 'x;y\n1;2',
      'b/noter.jsonl': '{"x":1}\n{"x":2}',
      '__MACOSX/a/._runs.csv': 'x',
      'a/.DS_Store': 'x',
      'bog.xlsx': await workbookOf({ Ark: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }),
    });
    expect((await readAll('a.zip', zip)).map(({ name, place }) => [name, place])).toEqual([
      ['runs.csv', 'entry “a/runs.csv”'],
      ['noter.jsonl', 'entry “b/noter.jsonl”'],
      ['Ark', 'sheet “Ark” of the entry “bog.xlsx”'],
    ]);
  });

  test('a workbook is known by what it holds, not by its ending', async () => {
    const sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
    const book = await workbookOf({ Ark: sheet });
    expect(await readOne('a.zip', await zipped({ 'bog.dat': book }))).toMatchObject({ name: 'Ark' });
    expect(await readOne('bog.csv', book)).toMatchObject({ name: 'Ark', place: 'sheet “Ark”' });
    expect(await readOne('bog.xlsx.gz', gzipSync(book))).toMatchObject({ name: 'Ark' });
  });

  test.each([
    ['a.ods', { mimetype: 'x', 'META-INF/manifest.xml': '', 'content.xml': '' }, 'an OpenDocument file'],
    ['a.xlsb', { '[Content_Types].xml': '', 'xl/workbook.bin': '' }, 'a binary Excel workbook'],
    ['a.docx', { '[Content_Types].xml': '', 'word/document.xml': '' }, 'a Word document'],
  ])('%s is told from an archive of files', async (name, files, kind) => {
    await expect(readAll(name, await zipped(files))).rejects.toThrow(`It is ${kind}`);
  });

  test('an archive in an archive is refused by its name', async () => {
    const inner = await zipped({ 'runs.csv': 'a;b' });
    await expect(readAll('a.zip', await zipped({ 'indre.zip': inner }))).rejects.toThrow(
      'indre.zip is an archive in another archive',
    );
    await expect(readAll('a.zip', await zipped({ 'a.csv.gz': gzipSync('a;b') }))).rejects.toThrow(
      'a.csv.gz is an',
    );
    await expect(readAll('a.zip', await zipped({ 'skjult.xlsx': inner }))).rejects.toThrow(
      'skjult.xlsx is an archive in another archive',
    );
  });

  test('a name that leads out of its folder is refused', async () => {
    const zip = await zipped({ 'aa/aa/evil.csv': 'a;b\n1;2' });
    const evil = Buffer.from(zip.toString('latin1').replaceAll('aa/aa/evil', '../../evil'), 'latin1');
    await expect(readAll('a.zip', evil)).rejects.toThrow('leads out of its folder');
  });

  test('a file with a password says so', async () => {
    const zip = await zipped({ 'a.csv': 'a;b\n1;2' });
    // The first flag of an entry, in its own header and in the directory.
    for (const [signature, at] of [
      ['PK\x03\x04', 6],
      ['PK\x01\x02', 8],
    ] as const) {
      const start = zip.indexOf(signature, 0, 'latin1');
      zip[start + at] = (zip[start + at] ?? 0) | 1;
    }
    await expect(readAll('a.zip', zip)).rejects.toThrow('a.csv has a password');
  });

  test.each([
    ['cut off', (zip: Buffer) => zip.subarray(0, zip.length - 30), 'damaged or cut off'],
    ['its start alone', (zip: Buffer) => zip.subarray(0, 40), 'damaged or cut off'],
  ])('one that is %s is refused', async (_, change, message) => {
    const zip = await zipped({ 'a.csv': `a;b\n${'1;2\n'.repeat(1_000)}` });
    await expect(readAll('a.zip', change(zip))).rejects.toThrow(message);
  });

  test('a file whose check sum is wrong is refused', async () => {
    const zip = await zipped({ 'a.csv': 'a;b\n1;2' });
    const directory = zip.indexOf('PK\x01\x02', 0, 'latin1');
    zip[directory + 16] = (zip[directory + 16] ?? 0) ^ 0xff;
    await expect(readAll('a.zip', zip)).rejects.toThrow('its check sum is wrong');
  });

  test('one that unpacks to hundreds of times its size is stopped', async () => {
    const bomb = await zipped({ 'a.csv': Buffer.alloc(300 << 20) });
    expect(bomb.length).toBeLessThan(1 << 20);
    await expect(readAll('a.zip', bomb)).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('gzip', () => {
  test('holds one table, by the name without its ending', async () => {
    expect(await readOne('runs-2024.csv.gz', gzipSync('a;b\n1;2'))).toMatchObject({
      name: 'runs-2024.csv',
      cells: [['1', '2']],
    });
  });

  test.each([
    ['cut off', (file: Buffer) => file.subarray(0, file.length - 20), 'ends too early'],
    [
      'damaged',
      (file: Buffer) => Buffer.concat([file.subarray(0, 20), Buffer.alloc(20, 0xff), file.subarray(40)]),
      'is damaged',
    ],
  ])('one that is %s is refused', async (_, change, message) => {
    const lines = Array.from({ length: 2_000 }, (_, i) => `${i};${(i * 7919) % 1_000}`).join('\n');
    await expect(readAll('a.csv.gz', change(gzipSync(`a;b\n${lines}`)))).rejects.toThrow(
      `The gzip file ${message}`,
    );
  });

  test('a bomb is stopped', async () => {
    await expect(readAll('a.csv.gz', gzipSync(Buffer.alloc(300 << 20)))).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});

describe('the limit of what is unpacked', () => {
  test('two hundred times is harmless up to 100 MB, and 4 GB is too much of anything', () => {
    expect(() => new Limit(1).add(100 << 20)).not.toThrow();
    expect(() => checkTotal(5 * 2 ** 30)).toThrow('more than 4 GB');
    expect(() => new Limit(1 << 20).add(200 << 20)).not.toThrow();
    expect(() => new Limit(1 << 19).add(101 << 20)).toThrow('more than 200 times its size');
    expect(() => new Limit(null).add(5 * 2 ** 30)).toThrow('more than 4 GB');
  });
});
