import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import { PER_NAMES } from '../sources/canonical/codeNames.ts';
import type { FileContent } from './content.ts';
import { templateFeature, widthOf } from './finish.ts';
import type { ColumnGuide } from './guide.ts';
import {
  type PreparedMeasure,
  preparedSheets,
  type TemplateColumn,
  type TemplateSheet,
  templateSheets,
} from './sheets.ts';

type Cells = CellObject[][];

const FIXED_ROWS = 200;
const REQUIRED: CellObject = { fontWeight: 'bold', textColor: '#ffffff', backgroundColor: '#1f4e79' };
const OPTIONAL: CellObject = { fontWeight: 'bold', backgroundColor: '#dce6f1' };
const TITLE: CellObject = { fontWeight: 'bold', fontSize: 14 };
const DAY = 'dd-mm-yyyy';

const HOW_TO: readonly string[] = [
  'Udfyld de ark, du har tal til. Ark og kolonner, du ikke bruger, kan være tomme. Gem, og indlæs filen: gevinst load FIL.xlsx',
  'Mørke overskrifter med * skal udfyldes; lyse kan være tomme. Stil dig i en celle for at se, hvad der skal stå.',
  'Datoer skrives som 31-03-2026. I “til” skrives den sidste dag, der tæller med.',
  'Tal skrives med komma: 12,5. Procent skrives som hele tal: 50 betyder 50 %.',
  'Skriv aldrig CPR-numre. I tekst bliver de skjult, og i koder bliver rækken afvist.',
  'En række, der indlæses igen med samme nøgle, retter den gamle. Nøglen er de kolonner, der er mærket “nøgle” herunder.',
  'Arkene Vejledning og Eksempel bliver ikke indlæst.',
];

const PREPARED: readonly string[] = [
  'Skriv dato og værdi ud for de indikatorer, du har målt. Rækker uden tal bliver sprunget over. Gem, og træk filen ind på siden Data.',
  'Før-måling: sådan var det, før løsningen blev taget i brug. Efter-måling: sådan er det nu. Brug en ny række for hver dato.',
  ...HOW_TO.slice(2, 5),
];

/** Writes the two forms for a project's measures, so that only days and values are to be filled in. */
export async function writePrepared(path: string, measures: readonly PreparedMeasure[]): Promise<void> {
  const sheets = preparedSheets();
  const workbook: Sheet<FileContent>[] = [
    ...sheets.map((sheet) => ({
      sheet: sheet.name,
      data: prepared(sheet, measures),
      columns: sheet.columns.map((column) => ({ width: widthOf(column) })),
      stickyRowsCount: 1,
    })),
    {
      sheet: 'Vejledning',
      data: guide(sheets, PREPARED),
      columns: [16, 24, 14, 70, 26].map((width) => ({ width })),
    },
  ];
  await writeXlsxFile(workbook, { features: [templateFeature([...sheets, null])] }).toFile(path);
}

/** The form with a row for each measure, and room for more. */
function prepared(sheet: TemplateSheet, measures: readonly PreparedMeasure[]): Cells {
  const [header = [], ...rows] = empty(sheet);
  const filled = measures.map(({ measure, name, unit, per }) =>
    sheet.columns.map((column): CellObject => {
      const cells: Record<string, string | null> = {
        measure,
        what: `${name} (${unit})`,
        phase: column.fixed,
        per: perName(column, per),
      };
      const value = cells[column.name];
      return value ? { value } : {};
    }),
  );
  return [header, ...filled, ...rows.slice(filled.length)];
}

/** A period as the column's list has it. */
function perName({ choices }: TemplateColumn, per: string | null): string | null {
  if (per === null) return null;
  const danish = PER_NAMES[per as keyof typeof PER_NAMES]?.[0] ?? '';
  return choices.find((choice) => choice.toLowerCase() === danish.toLowerCase()) ?? null;
}

/** Writes the template: a workbook in Danish with a sheet for each table, two forms, a guide and an example. */
export async function writeTemplate(path: string): Promise<void> {
  const sheets = templateSheets();
  const workbook: Sheet<FileContent>[] = [
    { sheet: 'Vejledning', data: guide(sheets), columns: [16, 24, 14, 70, 26].map((width) => ({ width })) },
    ...sheets.map((sheet) => ({
      sheet: sheet.name,
      data: empty(sheet),
      columns: sheet.columns.map((column) => ({ width: widthOf(column) })),
      stickyRowsCount: 1,
    })),
    { sheet: 'Eksempel', data: example(sheets), columns: Array.from({ length: 22 }, () => ({ width: 18 })) },
  ];
  const feature = templateFeature([null, ...sheets, null]);
  await writeXlsxFile(workbook, { features: [feature] }).toFile(path);
}

/** The header, and below it only what fills itself. */
function empty({ columns }: TemplateSheet): Cells {
  const fixed = columns.findIndex((column) => column.fixed !== null);
  const header = columns.map(headerCell);
  if (fixed < 0) return [header];
  const text = columns[fixed]?.fixed ?? '';
  const rows = Array.from({ length: FIXED_ROWS }, (_, i) =>
    columns.map((_column, at): CellObject => {
      // A formula without a result of its own counts as empty until the row is begun.
      return at === fixed ? { type: 'Formula', value: `IF(A${i + 2}="","","${text}")` } : {};
    }),
  );
  return [header, ...rows];
}

function headerCell({ header, required, fixed }: TemplateColumn): CellObject {
  const marked = required && fixed === null;
  return { value: marked ? `${header} *` : header, ...(marked ? REQUIRED : OPTIONAL) };
}

function guide(sheets: readonly TemplateSheet[], how: readonly string[] = HOW_TO): Cells {
  const head = ['Ark', 'Kolonne', 'Udfyldes', 'Hvad der skal stå', 'Eksempel'];
  return [
    [{ value: 'Vejledning', ...TITLE }],
    ...how.map((line): CellObject[] => [
      { value: line, columnSpan: 5, wrap: true, height: 30, alignVertical: 'top' },
    ]),
    [],
    head.map((value) => ({ value, ...REQUIRED })),
    ...sheets.flatMap(guideOf),
  ];
}

function guideOf(sheet: TemplateSheet): Cells {
  const { name, about, columns, table } = sheet;
  const rows = columns.map((column): CellObject[] => [
    { value: name },
    { value: column.header },
    { value: needOf(column, table.key.includes(column.name)) },
    { value: whatOf(column), wrap: true, alignVertical: 'top' },
    exampleCell(column.guide, column),
  ]);
  return [
    [
      { value: name, fontWeight: 'bold' },
      { value: about, columnSpan: 4, wrap: true },
    ],
    ...rows,
  ];
}

function needOf({ required, fixed }: TemplateColumn, inKey: boolean): string {
  if (fixed !== null) return 'af sig selv';
  const need = required ? 'ja' : 'kan være tom';
  return inKey ? `${need}, nøgle` : need;
}

function whatOf({ guide: [what], choices }: TemplateColumn): string {
  return choices.length === 0 ? what : `${what} Vælg: ${choices.join(', ')}.`;
}

/** One row of each table, below a title and beside a column of its own, so that it can never be taken for data. */
function example(sheets: readonly TemplateSheet[]): Cells {
  const tables = sheets.filter(({ columns }) => columns.every(({ fixed }) => fixed === null));
  return [
    [{ value: 'Eksempel: sådan kan arkene udfyldes. Arket bliver ikke indlæst.', ...TITLE }],
    ...tables.flatMap(
      ({ name, columns }): Cells => [
        [],
        [{ value: `Arket ${name}`, fontWeight: 'bold' }, ...columns.map(headerCell)],
        [{}, ...columns.map((column) => exampleCell(column.guide, column))],
      ],
    ),
  ];
}

function exampleCell([, value]: ColumnGuide, { kind }: TemplateColumn): CellObject {
  if (value instanceof Date) {
    return { value, type: Date, format: kind === 'instant' ? `${DAY} hh:mm` : DAY, align: 'left' };
  }
  return value === '' ? {} : { value, align: 'left' };
}
