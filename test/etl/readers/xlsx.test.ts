import { describe, expect, test } from 'vitest';
import { readAll, readOne, workbookOf, zipped } from './support.ts';

const row = (n: number, cells: string, attributes = '') => `<row r="${n}"${attributes}>${cells}</row>`;
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (ref: string, value: number | string, style = 0) =>
  `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
const data = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`;
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy;@"/><numFmt numFmtId="165" formatCode="0.00 &quot;dage&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>' +
  `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 22, 164, 165, 20].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;

describe('cells', () => {
  test('days, moments, numbers, words and the values of formulas', async () => {
    const sheet = data(
      row(
        1,
        text('A1', 'dag') +
          text('B1', 'tid') +
          text('C1', 'tal') +
          text('D1', 'f') +
          text('E1', 'b') +
          text('F1', 'kl'),
      ),
      row(
        2,
        number('A2', 45382, 1) +
          number('B2', 45382.34375, 2) +
          number('C2', '0.30000000000000004') +
          '<c r="D2" t="str"><f>A1&amp;B1</f><v>dagtid</v></c>' +
          '<c r="E2" t="b"><v>1</v></c>' +
          number('F2', 0.5, 5),
      ),
      row(
        3,
        number('A3', 45382, 3) +
          number('B3', 45382, 2) +
          number('C3', 1.234, 4) +
          '<c r="D3"><f>SUM(A1)</f><v>12</v></c>',
      ),
    );
    const { cells } = await readOne('a.xlsx', await workbookOf({ Ark1: sheet }, { styles: STYLES }));
    expect(cells).toEqual([
      ['2024-03-31', '2024-03-31T08:15:00', '0.3', 'dagtid', 'true', '12:00:00'],
      ['2024-03-31', '2024-03-31T00:00:00', '1.2340', '12', '', ''],
    ]);
  });

  test('a percentage, a code with zeros in front: as they are shown', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="0000"/><numFmt numFmtId="171" formatCode="0.0\\ %"/></numFmts>' +
      `<cellXfs>${[0, 9, 170, 171].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
    const sheet = data(
      row(1, text('A1', 'a') + text('B1', 'b') + text('C1', 'c')),
      row(2, number('A2', 0.62, 1) + number('B2', 751, 2) + number('C2', 0.07, 3)),
      row(3, number('A3', 0.01234, 1) + number('B3', 12345, 2) + number('C3', -0.5, 3)),
    );
    const { cells } = await readOne('a.xlsx', await workbookOf({ Ark1: sheet }, { styles }));
    expect(cells).toEqual([
      ['62 %', '0751', '7 %'],
      ['1.2340 %', '12345', '-50 %'],
    ]);
  });

  test('a duration and minutes are a time, never a part of a day; a month that is shown is a month', async () => {
    const codes = ['[h]:mm:ss', '[t]:mm', '[mm]:ss', '[h]', 'mm:ss', 'mmm-yy', '[$-406]mmmm yyyy;@', 'mm'];
    const formats = [...codes.map((_, i) => 170 + i), 45, 46, 17];
    const styles =
      `<numFmts>${codes.map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code}"/>`).join('')}</numFmts>` +
      `<cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
    const columns = [...'ABCDEFGHIJK'];
    const [day, first, last, clock] = [45382, 45352, 45382, 1.25];
    const values = [clock, clock, clock, clock, 0.5 / 60, first, last, day, 12.5 / 1440, clock, first];
    const sheet = data(
      row(1, columns.map((column) => text(`${column}1`, column)).join('')),
      row(2, columns.map((column, i) => number(`${column}2`, values[i] ?? 0, i)).join('')),
    );
    expect((await readOne('a.xlsx', await workbookOf({ Ark1: sheet }, { styles }))).cells).toEqual([
      [
        '30:00:00',
        '30:00:00',
        '30:00:00',
        '30:00:00',
        '00:12:00',
        '2024-03',
        '2024-03-31',
        '2024-03-31',
        '00:12:30',
        '30:00:00',
        '2024-03',
      ],
    ]);
  });

  test('formulas whose results were not saved are told; the empty result of one is none, and neither is an unused row', async () => {
    const sheet = data(
      row(1, text('A1', 'a') + text('B1', 'b')),
      row(2, `${text('A2', 'x')}<c r="B2"><f>A2</f><v></v></c>`),
      row(3, `${text('A3', 'x')}<c r="B3" t="str"><f>""</f><v></v></c>`),
      row(4, '<c r="B4"><f>IF(A4="","","x")</f></c>'),
    );
    const { cells, rows } = await readOne('a.xlsx', await workbookOf({ Ark1: sheet }));
    expect(cells).toEqual([
      ['x', ''],
      ['x', ''],
    ]);
    expect(rows.told.map(({ text }) => text)).toEqual([
      'a cell has a formula without a result, and counted as empty: open the file in Excel, and save it',
    ]);
  });

  test('a number of more digits than Excel writes keeps them all', async () => {
    const sheet = data(row(1, text('A1', 'id')), row(2, number('A2', '1772438400000001')));
    expect((await readOne('a.xlsx', await workbookOf({ Ark1: sheet }))).cells).toEqual([
      ['1772438400000001'],
    ]);
  });

  test('days of a workbook that counts from 1904', async () => {
    const sheet = data(
      row(1, text('A1', 'dag') + text('B1', 'x')),
      row(2, number('A2', 43920, 1) + number('B2', 1)),
    );
    const workbook = '<workbookPr date1904="1"/>';
    const { cells } = await readOne(
      'a.xlsx',
      await workbookOf({ Ark1: sheet }, { styles: STYLES, workbook }),
    );
    expect(cells).toEqual([['2024-03-31', '1']]);
  });

  test('shared texts, in parts of their own look, without how they are pronounced', async () => {
    const texts = [
      '<t>navn</t>',
      '<r><t>Sø</t></r><r><t xml:space="preserve"> by</t></r><rPh><t>x</t></rPh>',
    ];
    const sheet = data(row(1, '<c r="A1" t="s"><v>0</v></c>'), row(2, '<c r="A2" t="s"><v>1</v></c>'));
    const { header, cells } = await readOne('a.xlsx', await workbookOf({ Ark1: sheet }, { texts }));
    expect([header, cells]).toEqual([['navn'], [['Sø by']]]);
  });

  test('an error of Excel’s is the text that the cell shows', async () => {
    const sheet = data(
      row(1, text('A1', 'a')),
      row(2, '<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
      row(3, '<c r="A3" t="e"><v></v></c>'),
    );
    expect((await readOne('a.xlsx', await workbookOf({ Ark1: sheet }))).cells).toEqual([
      ['#DIV/0!'],
      ['#ERROR!'],
    ]);
  });

  test('what XML can not hold is read from how Excel writes it', async () => {
    const sheet = data(
      row(1, text('A1', 'a')),
      row(2, text('A2', 'x_x000D_y_x0031_')),
      row(3, text('A3', '_x0000_😀_xD83D__xDE00_')),
      row(4, text('A4', '_xD800_')),
    );
    expect((await readOne('a.xlsx', await workbookOf({ Ark1: sheet }))).cells).toEqual([
      ['x\ry1'],
      ['�😀😀'],
      ['�'],
    ]);
  });

  test('a cell whose text is not in the workbook makes it damaged, not empty', async () => {
    const sheet = data(row(1, text('A1', 'a')), row(2, '<c r="A2" t="s"><v>7</v></c>'));
    await expect(readAll('a.xlsx', await workbookOf({ Ark1: sheet }))).rejects.toThrow(
      'The workbook is damaged: a cell in row 2',
    );
  });
});

describe('sheets', () => {
  test('each that holds anything is a table of its name', async () => {
    const sheet = data(row(1, text('A1', 'a')));
    const tables = await readAll(
      'a.xlsx',
      await workbookOf({ Projekter: sheet, Tom: data(), 'Øre &amp; krone': sheet }),
    );
    expect(tables.map(({ name, place }) => [name, place])).toEqual([
      ['Projekter', 'sheet “Projekter”'],
      ['Øre & krone', 'sheet “Øre & krone”'],
    ]);
  });

  test('a title above the header, hidden rows and merged cells are told; blank rows are passed over', async () => {
    const sheet = `${data(
      row(1, text('A1', 'Vores målinger')),
      row(3, text('A3', 'a') + text('B3', 'b')),
      row(4, text('A4', '1') + text('B4', '2'), ' hidden="1"'),
      row(5, text('A5', '  ')),
      row(6, text('A6', '3')),
    )}<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B3:C3"/><mergeCell ref="A6:A7"/></mergeCells>`;
    const { header, read, rows } = await readOne('a.xlsx', await workbookOf({ Ark1: sheet }));
    expect(header).toEqual(['a', 'b']);
    expect(read.map(({ line, cells }) => [line, ...cells])).toEqual([
      [4, '1', '2'],
      [6, '3'],
    ]);
    expect(rows.told.map(({ text }) => text)).toEqual([
      'row 1 stands above the table, and was not read',
      '1 hidden row was read as well',
      'merged cells in its header: B3:C3',
      'merged cells (A6:A7): only the first cell of each has the value',
    ]);
  });

  test('several titles above the header are told, and a table of one column has none', async () => {
    const rows = [row(1, text('A1', 'Gevinster')), row(2, text('A2', 'Dannet 1. marts'))];
    const table = [3, 4].map((n) => row(n, text(`A${n}`, 'a') + text(`B${n}`, 'b')));
    const titled = await readOne('a.xlsx', await workbookOf({ Ark1: data(...rows, ...table) }));
    expect([titled.header, titled.read.map(({ line }) => line)]).toEqual([['a', 'b'], [4]]);
    expect(titled.rows.told.map(({ text }) => text)).toEqual(
      [1, 2].map((n) => `row ${n} stands above the table, and was not read`),
    );
    const single = await readOne('a.xlsx', await workbookOf({ Ark1: data(...rows) }));
    expect(single.header).toEqual(['Gevinster']);
  });

  test('cells beside the table are told', async () => {
    const sheet = data(
      row(1, text('A1', 'a')),
      row(2, text('A2', '1')),
      row(3, text('A3', '2') + text('C3', '!')),
    );
    const { rows } = await readOne('a.xlsx', await workbookOf({ Ark1: sheet }));
    expect(rows.told).toEqual([
      {
        code: 'beside-table',
        values: { count: 1, row: 3 },
        text: 'row 3 has cells beside the table, which were not read',
      },
    ]);
  });

  test('relations by whatever name are followed, and a sheet that is not there makes the workbook damaged', async () => {
    const sheet = data(row(1, text('A1', 'a')), row(2, text('A2', '1')));
    const whole = await workbookOf({ Ark1: sheet });
    const files = (workbook: string) => {
      const sheets = `<workbook xmlns:d3p1="r"><sheets>${workbook}</sheets></workbook>`;
      const relations =
        '<Relationships><Relationship Id="x" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="y" Target="worksheets/sheet2.xml"/></Relationships>';
      return zipped({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml': sheets,
        'xl/_rels/workbook.xml.rels': relations,
        'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
      });
    };
    const { header, cells } = await readOne('a.xlsx', await files('<sheet name="Ark1" d3p1:id="x"/>'));
    expect([header, cells]).toEqual([['a'], [['1']]]);
    expect((await readOne('a.xlsx', whole)).cells).toEqual(cells);
    await expect(
      readAll('a.xlsx', await files('<sheet name="Ark1" d3p1:id="x"/><sheet name="Ark2" d3p1:id="y"/>')),
    ).rejects.toThrow('The workbook is damaged: the sheet “Ark2” is not in it.');
  });

  test('a workbook that is damaged says so', async () => {
    const book = await workbookOf({ Ark1: '<sheetData><row r="1"><c r="A1"' });
    await expect(readAll('a.xlsx', book)).rejects.toThrow('The workbook is damaged');
  });
});
