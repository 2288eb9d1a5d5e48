import type { BadFile, Section } from './badFile.ts';
import { workbook, zip } from './makeArchive.ts';

function broken(
  title: string,
  gets: string,
  failed: RegExp,
  content: BadFile['content'],
  file = 'bog.xlsx',
): BadFile {
  return { title, gets, file, content, comes: { failed } };
}

export const WORKBOOKS: Section<BadFile> = {
  heading: 'Workbooks',
  cases: [
    broken(
      'A workbook in which no sheet is a table',
      'A sentence that it has no table, with the sheets that were passed over.',
      /no table/,
      () =>
        workbook({
          Ark1: [
            ['a', 'b'],
            [1, 2],
          ],
        }),
      'projects-x.xlsx',
    ),
    {
      title: 'Two sheets that are the same table',
      gets: 'Both are loaded, one after the other.',
      file: 'bog.xlsx',
      content: () =>
        workbook({
          projects: [
            ['project', 'name', 'municipality'],
            ['P2', 'Et', 'Vejle'],
          ],
          Projekter: [
            ['project', 'name', 'municipality'],
            ['P3', 'To', 'Vejle'],
          ],
        }),
      comes: { kept: 2 },
    },
    {
      title: 'A header of two rows with merged cells: Gyldighed over Fra and Til',
      gets: 'Read as one header where the two rows together are what the table needs; the columns are told.',
      file: 'bog.xlsx',
      content: () =>
        workbook({
          Omkostninger: [
            ['Projekt', 'Periode', '', 'Per', 'Beløb kr', 'Kategori', 'Grundlag'],
            ['', 'Fra', 'Til', '', '', '', ''],
            ['P1', '2024-01-01', '2024-12-31', 'year', 1000, 'licences', 'actual'],
          ],
        }),
      comes: { kept: 1, told: 'rows 1 and 2 were read as one header: Projekt, Fra, Til, Per' },
    },
    {
      title: 'Excel’s errors in cells: #N/A, #REF!',
      gets: 'The row is refused at that cell; an error is never an empty cell.',
      file: 'bog.xlsx',
      content: () =>
        workbook({
          measurements: [
            ['measure', 'phase', 'from', 'value', 'low'],
            ['min', 'after', '2024-01-01', '#N/A', ''],
            ['min', 'after', '2024-02-01', 5, '#REF!'],
            ['min', 'after', '2024-03-01', 5, 4],
          ],
        }),
      comes: { kept: 1, refused: ['2 value excel-error', '3 low excel-error'] },
    },
    {
      title: '1.234 as text in a cell, where nothing tells how fractions are written',
      gets: 'The row is refused, not guessed. The number 1.234 is read.',
      file: 'bog.xlsx',
      content: () =>
        workbook({
          measurements: [
            ['measure', 'phase', 'from', 'value'],
            ['min', 'after', '2024-01-01', '1.234'],
            ['min', 'after', '2024-02-01', 1.234],
          ],
        }),
      comes: {
        kept: 1,
        refused: ['2 value not-a-number'],
        stored: ['measurement', 'value', [1.234, 10.5, 1234]],
      },
    },
    broken(
      'A workbook that is cut off',
      'Nothing is loaded: the file is damaged or cut off.',
      /./,
      async () => (await workbook({ projects: [['project']] })).subarray(0, 700),
      'bog.xlsx',
    ),
    broken(
      'A workbook whose sheet is no XML',
      'Nothing is loaded: the workbook is damaged.',
      /./,
      async () => {
        const file = await zip({
          '[Content_Types].xml': '<Types/>',
          'xl/workbook.xml': '<workbook',
          'xl/worksheets/sheet1.xml': '<<<',
        });
        return file;
      },
      'bog.xlsx',
    ),
    {
      title: 'Excel’s number of a day: 45292',
      gets: 'Read as that day, 1 January 2024.',
      file: 'bog.xlsx',
      content: () =>
        workbook({
          measurements: [
            ['measure', 'phase', 'from', 'value'],
            ['min', 'after', 45292, 5],
          ],
        }),
      comes: { kept: 1, stored: ['measurement', 'from_day', ['2024-01-01', '2024-01-01', '2024-01-01']] },
    },
    {
      title: 'A duration in a cell of a number: 0:12:30, shown with [h]:mm:ss or mm:ss',
      gets: 'The row is refused; the message says what number to write. It is never a part of a day.',
      file: 'bog.xlsx',
      content: () =>
        workbook({ measurements: measured(cell('D2', 12.5 / 1440, 1)) }, ['[h]:mm:ss', 'mm:ss', 'mmm-yy']),
      comes: { kept: 0, refused: ['2 value not-a-number'] },
    },
    {
      title: 'A month typed as the end of a period, of which Excel makes its first day and shows mar-24',
      gets: 'Read as the month that is shown: through 31 March.',
      file: 'bog.xlsx',
      content: () =>
        workbook({ measurements: measured(cell('D2', 5) + cell('E2', 45352, 3)) }, ['0', '0', 'mmm-yy']),
      comes: { kept: 1, stored: ['measurement', 'to_day', ['2024-03-31', '2024-03-31', null]] },
    },
    {
      title: 'A formula whose result was not saved, as programs other than Excel write them',
      gets: 'An empty cell, so that the row is refused where it must say something; that it is a formula is told.',
      file: 'bog.xlsx',
      content: () => workbook({ measurements: measured('<c r="D2"><f>2+3</f></c>') }),
      comes: { kept: 0, refused: ['2 value missing'] },
    },
    {
      title: 'Numbers of more than 15 digits as transactions',
      gets: 'Read to their last digit where the file has it, so that two are never one.',
      file: 'bog.xlsx',
      content: () =>
        workbook({
          runs: `<worksheet><sheetData>${row(1, ['robot', 'transaction', 'ended', 'status'])}${[1, 2]
            .map(
              (n) =>
                `<row r="${n + 1}">${text('A', 'R1')}<c><v>177243840000000${n}</v></c>${text('C', '2024-03-01 08:00')}${text('D', 'success')}</row>`,
            )
            .join('')}</sheetData></worksheet>`,
        }),
      comes: { kept: 2 },
    },
    broken(
      'Entities in a workbook’s XML that unfold to gigabytes (“a billion laughs”)',
      'Nothing is loaded: they are not unfolded.',
      /damaged/,
      () => workbook({ projects: sheet(text('B2', '&l9;')) }),
    ),
    {
      title: 'A cell in a column that no sheet has: ZZZZZZZ2',
      gets: 'Passed over.',
      file: 'bog.xlsx',
      content: () => workbook({ projects: sheet(text('B2', 'Et') + text('ZZZZZZZ2', 'x')) }),
      comes: { kept: 1 },
    },
    broken(
      'A cell that names a text which is not there',
      'Nothing is loaded: the workbook is damaged, in the row that is named.',
      /damaged/,
      () => workbook({ projects: sheet('<c r="B2" t="s"><v>99</v></c>') }),
    ),
  ],
};

const unfold = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

/** A sheet of one measurement from March 2024 on, with these cells from its value on. */
function measured(cells: string): string {
  const header = row(1, ['measure', 'phase', 'from', 'value', 'to']);
  const first = text('A2', 'min') + text('B2', 'after') + text('C2', '2024-03-01');
  return `<worksheet><sheetData>${header}<row r="2">${first}${cells}</row></sheetData></worksheet>`;
}

function row(n: number, texts: readonly string[]): string {
  const cells = texts.map((value, at) => text(`${String.fromCharCode(65 + at)}${n}`, value));
  return `<row r="${n}">${cells.join('')}</row>`;
}

function cell(place: string, value: number, style = 0): string {
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}

function text(place: string, value: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

/** A sheet of projects with a row whose name is in these cells. */
function sheet(name: string): string {
  const header = text('A1', 'project') + text('B1', 'name') + text('C1', 'municipality');
  const rows = `<row r="1">${header}</row><row r="2">${text('A2', 'P2')}${name}${text('C2', 'Vejle')}</row>`;
  return `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${unfold}]><worksheet><sheetData>${rows}</sheetData></worksheet>`;
}
