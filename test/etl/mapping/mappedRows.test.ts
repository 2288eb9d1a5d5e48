import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { mappedRows } from '../../../etl/sources/mapping/mappedRows.ts';
import { mappedPart } from '../../../etl/sources/mapping/mapping.ts';
import { readMapping } from '../../../etl/sources/mapping/readMapping.ts';
import { tempFolder } from '../../support/gevinst.ts';
import { all, rowsOf, typedRows } from './support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());
let files = 0;

async function mappingOf(text: string) {
  const path = join(folder.path, `m${files++}.yaml`);
  writeFileSync(path, text);
  return readMapping(path);
}

async function csv(text: string) {
  const path = join(folder.path, `f${files++}.csv`);
  writeFileSync(path, text);
  return rowsOf(path);
}

const RUNS = `table: runs
statuses: { Færdig: success, Fejl: system_exception, Afventer: skip }
columns:
  robot: { value: R1 }
  transaction: { column: Sagsnr. }
  started: { columns: [Dato, Start] }
  ended: { columns: [Dato, Slut] }
  status: { column: Resultat }
`;
const FILE = `Sagsnr.;Dato;Start;Slut;Resultat;Type
S1;31-03-2026;08:15;08:16:30;færdig;A
S2;31-03-2026;09:00;09:01;Afventer;A
S3;01-04-2026;09:00;09:01; FEJL ;B
S4;01-04-2026;09:00;09:01;Parkeret;A
`;

describe('rows of the file become rows of the table', () => {
  test('constants, joined columns, and words as codes; skipped words are left out and counted', async () => {
    const rows = mappedRows(await csv(FILE), await mappingOf(RUNS));
    expect(rows.header).toEqual(['robot', 'transaction', 'started', 'ended', 'status']);
    expect(await all(rows)).toEqual([
      {
        line: 2,
        cells: ['R1', 'S1', '2026-03-31T06:15:00Z', '2026-03-31T06:16:30Z', 'success'],
      },
      {
        line: 4,
        cells: ['R1', 'S3', '2026-04-01T07:00:00Z', '2026-04-01T07:01:00Z', 'system_exception'],
      },
      { line: 5, cells: ['R1', 'S4', '2026-04-01T07:00:00Z', '2026-04-01T07:01:00Z', 'Parkeret'] },
    ]);
    expect(rows.told).toMatchObject([{ text: '1 row was left out by the mapping’s statuses' }]);
  });

  test('where keeps rows that pass every filter', async () => {
    const mapping = await mappingOf(
      `${RUNS}where: [{ column: type, equals: a }, { column: Sagsnr., not: [S2, S4] }]`,
    );
    const rows = mappedRows(await csv(FILE), mapping);
    expect((await all(rows)).map(({ line }) => line)).toEqual([2]);
    expect(rows.told).toMatchObject([{ text: '3 rows were left out by the mapping’s where' }]);
  });

  test('codes replace the words of any column; the blank cell is a word too', async () => {
    const mapping = await mappingOf(`table: costs
codes:
  project: { Økonomi: P1 }
  category: { "": other, "Løn og vikar": project_resources }
columns:
  project: { column: Afd }
  from: { column: Fra }
  per: { value: once }
  amount_kr: { column: Kr }
  category: { column: Art }
  basis: { value: actual }
`);
    const rows = mappedRows(
      await csv('Afd;Fra;Kr;Art\nøkonomi;2026-01;1.234,50;\nP2;2026-02;5;løn  og Vikar\n'),
      mapping,
    );
    expect((await all(rows)).map(({ cells }) => cells)).toEqual([
      ['P1', '2026-01', 'once', '1.234,50', 'other', 'actual'],
      ['P2', '2026-02', 'once', '5', 'project_resources', 'actual'],
    ]);
    expect(rows.decimal).toBe(',');
  });

  test('a row that its reader found faulty stays so', async () => {
    const [row] = await all(
      mappedRows(await csv('Sagsnr.;Dato;Start;Slut;Resultat\nS1;x\n'), await mappingOf(RUNS)),
    );
    expect(row).toMatchObject({ line: 2, fault: { code: 'too-few-cells' } });
  });
});

describe('days and times', () => {
  const times = (more: string, column = 'Slut') =>
    mappingOf(`table: runs
${more}
columns:
  robot: { value: R1 }
  transaction: { columns: [Start, Slut] }
  started: { column: Start }
  ended: { column: ${column} }
  status: { value: success }
`);

  async function read(more: string, start: string, end: string) {
    const [row] = await all(mappedRows(await csv(`Start;Slut\n${start};${end}\n`), await times(more)));
    return row?.fault ? row : row?.cells.slice(2, 4);
  }

  test('American ones are read by their format', async () => {
    expect(await read('dates: M/d/yyyy h:mm:ss a', '2/13/2026 8:05:09 PM', '2/13/2026 12:00:00 AM')).toEqual([
      '2026-02-13T19:05:09Z',
      '2026-02-12T23:00:00Z',
    ]);
  });

  test('a format without a time reads the usual ones, and ISO is always read', async () => {
    expect(await read('dates: MM/dd/yyyy', '02/01/2026 08:05', '2026-02-01T08:06:07+01:00')).toEqual([
      '2026-02-01T07:05:00Z',
      '2026-02-01T07:06:07Z',
    ]);
  });

  test('what is not of the format is refused, though it could be read otherwise', async () => {
    expect(await read('dates: MM/dd/yyyy', '', '31/03/2026 08:05')).toMatchObject({
      line: 2,
      fault: { code: 'not-an-instant', expected: 'a day or time written as MM/dd/yyyy' },
      at: { column: 'ended', value: '31/03/2026 08:05' },
    });
  });

  test('times without an offset are of the mapping’s zone', async () => {
    expect(await read('zone: America/New_York', '', '2026-01-01 00:00')).toEqual([
      '',
      '2026-01-01T05:00:00Z',
    ]);
    expect(await read('zone: UTC', '', '2026-07-01 00:00')).toEqual(['', '2026-07-01T00:00:00Z']);
  });

  test('in the hour that comes twice an end is not before its start', async () => {
    expect(await read('', '2026-10-25 02:50', '2026-10-25 02:10')).toEqual([
      '2026-10-25T00:50:00Z',
      '2026-10-25T01:10:00Z',
    ]);
  });

  test('a day on its own gets the time that the mapping says', async () => {
    const mapping = await times('', 'Slut, time: "12:00"');
    const rows = mappedRows(await csv('Start;Slut\n;31-03-2026\n;31-03-2026 08:00\n'), mapping);
    expect((await all(rows)).map(({ cells }) => cells[3])).toEqual([
      '2026-03-31T10:00:00Z',
      '2026-03-31T06:00:00Z',
    ]);
  });

  test('days of the format become ISO, with a time or without', async () => {
    const mapping = await mappingOf(`table: targets
dates: M/d/yyyy
columns: { measure: { value: M }, due: { column: Due }, value: { value: 1 } }
`);
    const rows = mappedRows(
      await csv('Due;x\n3/31/2026;\n03/31/2026 08:00;\n2026-03;\n31/3/2026;\n'),
      mapping,
    );
    const read = await all(rows);
    expect(read.slice(0, 3).map(({ cells }) => cells[1])).toEqual(['2026-03-31', '2026-03-31', '2026-03']);
    expect(read[3]).toMatchObject({
      fault: { code: 'not-a-day' },
      at: { column: 'due', value: '31/3/2026' },
    });
  });

  test('a spreadsheet’s time of day and midnight make one moment', async () => {
    const rows = mappedRows(
      typedRows(
        ['Sagsnr.', 'Dato', 'Start', 'Slut', 'Resultat'],
        [['S1', '2026-03-31T00:00:00', '1899-12-30T08:15:00', '1899-12-30T08:16:00', 'Færdig']],
      ),
      await mappingOf(RUNS),
    );
    expect((await all(rows))[0]?.cells.slice(2, 4)).toEqual(['2026-03-31T06:15:00Z', '2026-03-31T06:16:00Z']);
  });
});

describe('numbers', () => {
  const target = (more: string) =>
    mappingOf(`table: targets
${more}
columns: { measure: { value: M }, due: { value: 2026-01 }, value: { column: V }, high: { value: 1234.567 } }
`);

  test('text is read with the mapping’s decimal sign, and so are the mapping’s own numbers', async () => {
    const rows = mappedRows(await csv('V,W\n"1,5",\n'), await target('decimal: ","'));
    expect(rows.decimal).toBe(',');
    expect((await all(rows))[0]?.cells).toEqual(['M', '2026-01', '1,5', '1234,567']);
  });

  test('codes may stand for them', async () => {
    const mapping = await target('codes: { value: { ingen: 0 } }');
    const rows = mappedRows(await csv('V;W\nIngen;\n7;\n'), mapping);
    expect((await all(rows)).map(({ cells }) => cells[2])).toEqual(['0', '7']);
  });

  test('where the file has numbers of its own, the sign decides only what is text', async () => {
    const cells = [['1.5'], ['1.2340'], ['1.234'], ['12,5'], ['-']];
    const rows = mappedRows(typedRows(['V'], cells), await target('decimal: ","'));
    expect(rows.decimal).toBe(null);
    expect((await all(rows)).map(({ cells }) => cells[2])).toEqual([
      '1.5',
      '1.2340',
      '1234',
      '12,5',
      undefined,
    ]);
  });

  test('text that is no number is refused for the mapping’s sign, an error of Excel’s for itself', async () => {
    const rows = await all(mappedRows(await csv('V,W\n1.5,\n#N/A,\n'), await target('decimal: ","')));
    expect(rows[0]?.at).toEqual({ column: 'value', value: '1.5' });
    expect(rows[0]?.fault?.expected).toMatch(/decimal comma, .* because the mapping says so$/);
    expect(rows[1]?.cells[2]).toBe('#N/A');
  });
});

describe('the file’s own names', () => {
  test('are kept beside the table’s, for what is told of its cells', async () => {
    const { sourceColumns } = mappedRows(await csv(FILE), await mappingOf(RUNS));
    expect(sourceColumns?.get('ended')).toBe('Dato + Slut');
    expect(sourceColumns?.get('status')).toBe('Resultat');
    expect(sourceColumns?.get('robot')).toBe('robot (in the mapping)');
  });

  test('a required column that the file lacks ends the load', async () => {
    const rows = await csv('Sagsnr.;Dato;Start;Slut;Resultat\n');
    const mapping = await mappingOf(RUNS.replace('Slut', 'Slutning'));
    expect(() => mappedRows(rows, mapping)).toThrow(
      expect.objectContaining({
        code: 'missing-column',
        message: expect.stringMatching(
          /reads the column “Slutning”\. The file has: Sagsnr\., Dato, Start, Slut, Resultat\./,
        ),
      }),
    );
  });

  test('an optional column that it lacks is told', async () => {
    const rows = mappedRows(await csv(FILE), await mappingOf(`${RUNS}  items: { column: Typer }\n`));
    expect((await all(rows))[0]?.cells[5]).toBe('');
    expect(rows.told.map(({ text }) => text)).toContain(
      'the mapping reads items from “Typer”, which the file has not. Did you mean Type?',
    );
  });

  test('their case and the spaces around do not matter', async () => {
    const rows = mappedRows(await csv(FILE.replace('Sagsnr.', ' SAGSNR. ')), await mappingOf(RUNS));
    expect((await all(rows))[0]?.cells[1]).toBe('S1');
  });
});

describe('the part of a file', () => {
  const part = (name: string) => ({ name, place: name, rows: () => csv('a\n') });

  test('is the only one, or the one that the mapping names', async () => {
    const mapping = await mappingOf(RUNS);
    expect(mappedPart([part('A')], mapping).name).toBe('A');
    const named = await mappingOf(`sheet: ark 2\n${RUNS}`);
    expect(mappedPart([part('Ark 1'), part('Ark 2')], named).name).toBe('Ark 2');
  });

  test('must be named where there are several, and be there', async () => {
    const parts = [part('Ark 1'), part('Ark 2')];
    const mapping = await mappingOf(RUNS);
    expect(() => mappedPart(parts, mapping)).toThrow(/must say which sheet or entry .* Ark 1, Ark 2/);
    const named = await mappingOf(`sheet: Ark 3\n${RUNS}`);
    expect(() => mappedPart(parts, named)).toThrow(/reads “Ark 3”\. The file has Ark 1, Ark 2\./);
  });
});
