import { Fault } from '../refusal.ts';
import type { Column } from '../sources/canonical/column.ts';
import type { TableShape } from '../sources/canonical/table.ts';
import { TABLES } from '../sources/canonical/tables/index.ts';
import { type Kind, kindOf } from '../sources/mapping/kind.ts';
import { type ColumnGuide, GUIDE } from './guide.ts';

/** One column of a sheet to fill in. */
export interface TemplateColumn {
  /** The table's own name of it. */
  name: string;
  header: string;
  required: boolean;
  kind: Kind;
  /** Whether what is typed must stay as it is: 0751 is no number. */
  isCode: boolean;
  /** What can be chosen. */
  choices: readonly string[];
  /** The table whose codes it names; null for none. */
  refers: TableShape | null;
  guide: ColumnGuide;
  /** What stands in it when the row's first cell is filled; null where the user writes it. */
  fixed: string | null;
}

/** One sheet to fill in. */
export interface TemplateSheet {
  name: string;
  about: string;
  table: TableShape;
  columns: readonly TemplateColumn[];
}

/** Headings that say more than the column's first name, which the loader also knows. */
const HEADERS: Readonly<Record<string, string>> = { measure: 'Indikatorens kode' };

const FORM_COLUMNS = ['measure', 'phase', 'from', 'to', 'value', 'per', 'n', 'note'];
const CODES_OF: Readonly<Record<string, string>> = {
  department: 'departments',
  project: 'projects',
  robot: 'robots',
  measure: 'measures',
  benefit: 'benefits',
};

/** A measure that a form is prepared for; `per` is what its last value was per, null where none is known. */
export interface PreparedMeasure {
  measure: string;
  name: string;
  unit: string;
  per: string | null;
}

/** The two forms for those who only measure, with a column to read that says what each measure is. */
export function preparedSheets(): TemplateSheet[] {
  return [form('Før-måling', 'Før'), form('Efter-måling', 'Efter')].map((sheet) => ({
    ...sheet,
    columns: sheet.columns.flatMap((column) =>
      column.name === 'measure' ? [{ ...column, refers: null }, WHAT] : [column],
    ),
  }));
}

/** Its heading tells the loader that it is there to be read by people. */
const WHAT: TemplateColumn = {
  name: 'what',
  header: 'Indikator (læses ikke)',
  required: false,
  kind: 'text',
  isCode: false,
  choices: [],
  refers: null,
  guide: [
    'Indikatorens navn og enhed, så du kan kende den. Bliver ikke indlæst.',
    'Minutter pr. ansøgning (minutter)',
  ],
  fixed: null,
};

/** The sheets of the template: the two forms for those who only measure, then all tables. */
export function templateSheets(): TemplateSheet[] {
  return [form('Før-måling', 'Før'), form('Efter-måling', 'Efter'), ...TABLES.map(sheetOf)];
}

function sheetOf(table: TableShape): TemplateSheet {
  return {
    name: capital(table.danish[0] ?? table.name),
    about: GUIDE[table.name]?.about ?? '',
    table,
    columns: Object.entries(table.columns).map(([name, column]) => columnOf(table, name, column)),
  };
}

/** A few columns of `measurements`, for those who measure before or after and nothing else. */
function form(name: string, phase: string): TemplateSheet {
  const table = TABLES.find((one) => one.name === 'measurements');
  if (!table) throw new Error('There is no table measurements.');
  const columns = FORM_COLUMNS.flatMap((column) => {
    const spec = table.columns[column];
    return spec ? [columnOf(table, column, spec)] : [];
  });
  return {
    name,
    about: `Et enkelt skema til dem, der måler ${phase === 'Før' ? 'før løsningen tages i brug' : 'efter løsningen er taget i brug'}. Fase udfyldes af sig selv.`,
    table,
    columns: columns.map((column) =>
      column.name === 'phase'
        ? { ...column, fixed: phase, choices: [], guide: ['Udfyldes af sig selv.', phase] }
        : column,
    ),
  };
}

function columnOf(table: TableShape, name: string, column: Column): TemplateColumn {
  const kind = kindOf(column);
  const refers = TABLES.find((one) => column.refers !== undefined && one.name === CODES_OF[column.refers]);
  return {
    name,
    header: HEADERS[name] ?? capital(column.danish[0] ?? name),
    required: column.required,
    kind,
    isCode: kind === 'text' && column.parse('010180-1234', null) instanceof Fault,
    choices: choicesOf(kind, column),
    refers: refers ?? null,
    guide: GUIDE[table.name]?.columns[name] ?? ['', ''],
    fixed: null,
  };
}

function choicesOf(kind: Kind, { codes }: Column): string[] {
  if (kind === 'yes-no') return ['Ja', 'Nej'];
  return Object.entries(codes ?? {}).map(([code, danish]) => capital(danish[0] ?? code));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
