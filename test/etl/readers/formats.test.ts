import { gzipSync } from 'node:zlib';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readOne, zipped } from './support.ts';

type Cells = readonly (readonly string[])[];
const HEADER = ['robot', 'transaction', 'æøå', 'note'];

const csv = (rows: Cells) =>
  [HEADER, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n');
const records = (rows: Cells) =>
  rows.map((row) => Object.fromEntries(HEADER.map((name, i) => [name, row[i]])));
const columns = (rows: Cells) => HEADER.map((name, i) => [name, rows.map((row) => row[i] ?? '')] as const);

/** One table in every format that is read. */
const FORMATS: Record<string, (rows: Cells) => Promise<Buffer | string> | Buffer | string> = {
  'a.csv': csv,
  'a.csv.gz': (rows) => gzipSync(csv(rows)),
  'a.zip': (rows) => zipped({ 'mappe/a.csv': csv(rows), '__MACOSX/a.csv': 'x' }),
  'a.json': (rows) => JSON.stringify(records(rows), null, 2),
  'odata.json': (rows) => JSON.stringify({ '@odata.context': 'x', value: records(rows) }),
  'nested.json': (rows) => JSON.stringify({ data: { tags: ['[', '{'], results: records(rows), next: null } }),
  'a.jsonl': (rows) =>
    records(rows)
      .map((record) => JSON.stringify(record))
      .join('\n'),
  'a.jsonl.gz': (rows) =>
    gzipSync(
      records(rows)
        .map((record) => JSON.stringify(record))
        .join('\n'),
    ),
  'a.log': (rows) =>
    records(rows)
      .map((record) => `12:00:00.1234 Info ${JSON.stringify(record)}`)
      .join('\r\n'),
  'a.arrow': (rows) => Buffer.from(tableToIPC(tableFromArrays(Object.fromEntries(columns(rows))), 'file')),
  'stream.arrow': (rows) =>
    Buffer.from(tableToIPC(tableFromArrays(Object.fromEntries(columns(rows))), 'stream')),
  'a.parquet': (rows) =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: columns(rows).map(([name, data]) => ({ name, data, type: 'STRING' })),
      }),
    ),
  'a.xlsx': (rows) =>
    writeXlsxFile([HEADER, ...rows].map((row) => row.map((value) => ({ value, type: String })))).toBuffer(),
};

// A sheet knows no difference between nothing and no text, and its XML none for some characters.
const cell = fc.oneof(
  fc.constantFrom(
    '0751',
    '1.234',
    '1,5',
    'a;b',
    'say "ja"',
    'to\nlinjer',
    '{"a":[1]}',
    '=1+1',
    ' mellemrum ',
    'Ærø',
  ),
  fc.string({ unit: fc.constantFrom(...'abcæøå€ []{},:"\\\'<>&') }),
);
const table = fc.array(fc.tuple(fc.constantFrom('R1', 'R2'), cell, cell, cell), {
  minLength: 2,
  maxLength: 8,
});

test.each(Object.entries(FORMATS))('any table of text reads the same from %s', (name, write) =>
  fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const read = await readOne(name, await write(rows));
      expect(read.header).toEqual(HEADER);
      expect(read.read.map(({ fault }) => fault)).toEqual(rows.map(() => undefined));
      expect(read.cells).toEqual(rows);
    }),
    { numRuns: 40 },
  ),
);
