import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openFile } from '../../../etl/openFile.ts';
import { openCsv } from '../../../etl/readers/csv.ts';
import { tempFolder } from '../../support/gevinst.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

async function readAll(bytes: Buffer | string) {
  const path = join(folder.path, 'file.csv');
  writeFileSync(path, bytes);
  let progress = 0;
  const { bytes: file, inspection, close } = await openFile(path);
  const opened = await openCsv(file, inspection, (more) => {
    progress += more;
  });
  const rows = [];
  for await (const batch of opened.batches()) rows.push(...batch);
  await close();
  return {
    inspection,
    told: opened.told.map(({ text }) => text),
    header: opened.header,
    decimal: opened.decimal,
    rows,
    progress,
  };
}

const MEGABYTE = 1 << 20;

describe('encoding', () => {
  test('a first invalid byte after megabytes of ASCII makes the whole file Windows-1252', async () => {
    const line = 'plain;text\n';
    const head = `a;b\n${line.repeat(Math.ceil((2.5 * MEGABYTE) / line.length))}`;
    const { rows, inspection } = await readAll(Buffer.from(`${head}Søren;Ågård € “x”\n`, 'latin1'));
    expect(inspection.encoding).toBe('windows-1252');
    expect(rows.at(-1)?.cells[0]).toBe('Søren');
  });

  test('Windows-1252’s own letters: € and “ ”', async () => {
    const { rows } = await readAll(Buffer.from([0x61, 0x3b, 0x62, 0x0a, 0x80, 0x3b, 0x93, 0x94]));
    expect(rows[0]?.cells).toEqual(['€', '“”']);
  });

  test('UTF-8 letters across every chunk’s end are whole', async () => {
    const cell = 'æøå€🤖'.repeat(MEGABYTE / 8);
    for (let shift = 0; shift < 4; shift++) {
      const lines = `${'x'.repeat(shift)};b\n${cell.slice(0, 400_000)};1\n${cell.slice(0, 400_000)};2\n`;
      const { rows, inspection } = await readAll(lines);
      expect(inspection.encoding).toBe('utf-8');
      expect(rows.map((row) => row.cells[0] === cell.slice(0, 400_000))).toEqual([true, true]);
    }
  });

  test('a UTF-8 letter cut off at the file’s end is no UTF-8', async () => {
    const { inspection } = await readAll(Buffer.from([0x61, 0x3b, 0x62, 0x0a, 0x63, 0x3b, 0xc3]));
    expect(inspection.encoding).toBe('windows-1252');
  });

  test('a byte order mark is no part of the first header', async () => {
    const { header } = await readAll('\ufeffa;b\n1;2');
    expect(header).toEqual(['a', 'b']);
  });
});

describe('separator', () => {
  test.each([
    ['a;b\n1,5;2', ','],
    ['a,b\n1.5,2', '.'],
    ['"a;b;c",b\n1,2', '.'],
    ['"a,b,c";b\n1;2', ','],
    ['sep=,\na;b,c\n1,2', '.'],
    ['a, b;c;d\n1;2;3', ','],
  ])('%j has decimal sign %s', async (text, decimal) => {
    const read = await readAll(text);
    expect(read.rows).toHaveLength(1);
    expect(read.rows[0]?.fault).toBeUndefined();
    expect(read.decimal).toBe(decimal);
  });
});

describe('what stands above a table', () => {
  test.each([
    ['padded by Excel', 'Udtræk;;\r\n;;\r\nDannet 1. marts;;\r\na;b;\r\n1;2;\r\n', [1, 3], 5],
    ['alone on its line', 'Udtræk\n\na;b;c\n1;2;3\n', [1], 4],
    ['in quotes, with the separator in it', '"Udtræk; alt";\na;b\n1;2\n', [1], 3],
  ])('is no header and is told: %s', async (_, text, titles, line) => {
    const { header, rows, told } = await readAll(text);
    expect(header.slice(0, 2)).toEqual(['a', 'b']);
    expect(told).toEqual(titles.map((row) => `row ${row} stands above the table, and was not read`));
    expect(rows.map((row) => [row.line, ...row.cells.slice(0, 2)])).toEqual([[line, '1', '2']]);
  });

  test.each([
    ['one column', 'navn\nHansen, Ole\n', ['navn']],
    ['a first column without a name', ',a\n1,2\n', ['', 'a']],
    ['nothing more', 'a;\n1;\n', ['a', '']],
  ])('a header is no title: %s', async (_, text, expected) => {
    expect(await readAll(text)).toMatchObject({ header: expected, told: [] });
  });
});

describe('a file of several chunks', () => {
  test('has every row once, on its line, and its bytes are told', async () => {
    const count = 100_000;
    const text = `n;text\n${Array.from({ length: count }, (_, n) => `${n};${n % 7 === 0 ? `"række\n${n}"` : `linje ${n}`}`).join('\n')}`;
    const { rows, inspection, progress } = await readAll(text);
    expect(rows).toHaveLength(count);
    let line = 2;
    for (const [n, row] of rows.entries()) {
      if (row.line !== line || row.cells[0] !== String(n)) expect(row).toEqual({ line, cells: [String(n)] });
      line += n % 7 === 0 ? 2 : 1;
    }
    expect(inspection.bytes).toBe(Buffer.byteLength(text));
    expect(progress).toBe(inspection.bytes);
  });

  test('is inspected: SHA-256 as sha256sum gives it', async () => {
    const path = join(folder.path, 'abc.txt');
    writeFileSync(path, 'abc');
    const { inspection, close } = await openFile(path);
    await close();
    expect(inspection.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
