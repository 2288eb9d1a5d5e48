import type { Told } from '../../../server/contract/uploads.ts';
import { GevinstError } from '../../../server/errors.ts';
import { maskCpr } from '../../../server/privacy.ts';
import { numberCell, type Row, type Rows } from '../../readers/rows.ts';
import { Fault } from '../../refusal.ts';
import { COPENHAGEN, type Zone } from '../../time/zone.ts';
import { isExcelError } from '../canonical/column.ts';
import { parseDay } from '../canonical/parse/day.ts';
import { INSTANT_EXPECTED, parseInstant } from '../canonical/parse/instant.ts';
import { parseNumber } from '../canonical/parse/number.ts';
import { Fields } from '../fields.ts';
import { type Kind, kindOf } from './kind.ts';
import type { Mapping } from './mapping.ts';
import { didYouMean } from './nearest.ts';
import type { Origin } from './schema.ts';
import { WordMap, wordSet } from './words.ts';

/** A row that the mapping leaves out. */
const LEFT_OUT = Symbol('left out');
/** A time of day that a spreadsheet holds as a moment of its first day. */
const BARE_TIME = /^(?:1899-12-3[01]|1900-01-0[01])T/;
const NUMERIC_DAY = /^\d{1,2}[-./]\d|^\d{4}[./]\d/;
const MIDNIGHT = /T00:00(?::00)?$/;

interface MappedRows extends Rows {
  /** How many rows the mapping left out so far, by which part of it. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** What is told of the rows beside how many were left out. */
  readonly notes: readonly Told[];
}

/** Reads one canonical column of a row. */
type ReadCell = (row: Row) => string | Misfit | typeof LEFT_OUT;

/** A cell that is not as the mapping says. */
class Misfit {
  constructor(
    readonly value: string,
    readonly fault: Fault,
  ) {}
}

/**
 * The rows of a file as rows of the mapping's table: its columns are the header, moments are ISO in UTC, days are ISO,
 * and words are codes. A cell that is not as the mapping says makes a row with a fault `at` its column; what the
 * canonical column is to judge stays as it is written. Rows that are left out are counted in `leftOut`, and told.
 * @param zone what times without an offset are in, where the mapping does not say it
 * @throws GevinstError `missing-column` when the file lacks a column that the mapping reads and the table requires
 */
export function mappedRows(rows: Rows, mapping: Mapping, zone: Zone = COPENHAGEN): MappedRows {
  const fields = new Fields(rows);
  requireColumns(rows, fields, mapping);
  const reader = new MappedReader(rows, fields, mapping, mapping.zone ?? zone);
  return {
    header: [...mapping.origins.keys()],
    decimal: reader.decimal,
    sourceColumns: sourceColumns(mapping),
    get leftOut() {
      return reader.leftOut();
    },
    get notes() {
      return [...rows.told, ...lackingOptional(fields, rows, mapping)];
    },
    get told() {
      return [...this.notes, ...reader.told()];
    },
    async *batches() {
      for await (const batch of rows.batches()) yield batch.flatMap((row) => reader.read(row) ?? []);
    },
  };
}

class MappedReader {
  readonly decimal: Rows['decimal'];
  readonly #columns: readonly (readonly [column: string, read: ReadCell])[];
  readonly #filters: readonly { column: string; keeps: boolean; texts: { has(text: string): boolean } }[];
  #filtered = 0;
  #skipped = 0;
  /** When the row's run started, which tells its end in the hour that comes twice. */
  #started = Number.NaN;

  constructor(
    rows: Rows,
    private readonly fields: Fields,
    private readonly mapping: Mapping,
    private readonly zone: Zone,
  ) {
    // Where the reader gives numbers of its own, these can be read in one way only: the mapping's sign is for text.
    const isText = rows.decimal !== null || rows.separator !== undefined;
    this.decimal = isText ? (mapping.decimal ?? rows.decimal) : null;
    this.#columns = [...mapping.origins].map(([column, origin]) => [column, this.#reading(column, origin)]);
    this.#filters = mapping.filters.map(({ texts, ...filter }) => ({ ...filter, texts: wordSet(texts) }));
  }

  /** How many rows were left out so far, by which part of the mapping. */
  leftOut(): Record<string, number> {
    return {
      ...(this.#filtered > 0 ? { 'by-where': this.#filtered } : {}),
      ...(this.#skipped > 0 ? { 'by-status': this.#skipped } : {}),
    };
  }

  /** How many rows were left out so far, in words for the user. */
  told(): Told[] {
    const counted = (count: number, why: string): Told[] => {
      const text = `${count} ${count === 1 ? 'row was' : 'rows were'} left out by the mapping’s ${why}`;
      return count === 0 ? [] : [{ code: 'left-out', values: { count, why }, text }];
    };
    return [...counted(this.#filtered, 'where'), ...counted(this.#skipped, 'statuses')];
  }

  /** The row in the table's columns; null when it is left out. */
  read(row: Row): Row | null {
    const { line, record, fault } = row;
    if (fault) return { line, record, cells: [], fault };
    if (!this.#passes(row)) {
      this.#filtered++;
      return null;
    }
    this.#started = Number.NaN;
    const cells: string[] = [];
    let bad: Row | null = null;
    for (const [column, read] of this.#columns) {
      const cell = read(row);
      if (cell === LEFT_OUT) {
        this.#skipped++;
        return null;
      }
      if (typeof cell === 'string') cells.push(cell);
      else bad ??= { line, record, cells: [], fault: cell.fault, at: { column, value: cell.value } };
    }
    return bad ?? { line, record, cells };
  }

  #passes(row: Row): boolean {
    return this.#filters.every(
      ({ column, keeps, texts }) => texts.has(this.fields.text(row, column)) === keeps,
    );
  }

  #reading(column: string, origin: Origin): ReadCell {
    const { mapping } = this;
    const spec = mapping.table.columns[column];
    const kind = spec ? kindOf(spec) : 'text';
    const raw = this.#coded(column, this.#text(origin, kind));
    if (column === 'status' && Object.keys(mapping.statuses).length > 0) {
      const words = new WordMap(mapping.statuses);
      return (row) => {
        const status = words.get(raw(row));
        return status === 'skip' ? LEFT_OUT : status;
      };
    }
    if (kind === 'instant') return this.#instant(column, raw, origin);
    if (kind === 'day' && origin.value === undefined) return this.#day(raw);
    if (NUMBERS.has(kind)) return this.#number(raw, origin);
    return raw;
  }

  /** The text, or what the mapping says that it stands for. */
  #coded(column: string, text: (row: Row) => string): (row: Row) => string {
    const codes = this.mapping.codes.get(column);
    if (!codes) return text;
    const words = new WordMap(codes);
    return (row) => words.get(text(row));
  }

  /** What the file has, before it is read as what it is. */
  #text({ column, columns, value }: Origin, kind: Kind): (row: Row) => string {
    const { fields } = this;
    if (value !== undefined) return () => value;
    if (column !== undefined) return (row) => fields.text(row, column);
    const names = columns ?? [];
    const part = (row: Row, name: string) => {
      const text = fields.text(row, name);
      return kind === 'instant' ? text.replace(BARE_TIME, '') : text;
    };
    return (row) => {
      const parts = names.map((name) => part(row, name)).filter((text) => text !== '');
      if (kind === 'instant' && parts.length > 1) parts[0] = (parts[0] ?? '').replace(MIDNIGHT, '');
      return parts.join(' ');
    };
  }

  #instant(column: string, raw: (row: Row) => string, origin: Origin): ReadCell {
    const { zone } = this;
    const { dates } = this.mapping;
    const time = origin.time;
    return (row) => {
      const text = raw(row);
      if (text === '') return '';
      const notBefore = column === 'ended' ? this.#started : Number.NaN;
      const read = (cell: string) =>
        dates ? dates.instant(cell, notBefore, zone) : parseInstant(cell, notBefore, zone);
      let seconds = read(text);
      if (Number.isNaN(seconds) && time !== undefined)
        seconds = read(`${text.replace(MIDNIGHT, '')} ${time}`);
      if (Number.isNaN(seconds)) {
        return new Misfit(text, new Fault('not-an-instant', dates ? dates.expected : INSTANT_EXPECTED));
      }
      if (column === 'started') this.#started = seconds;
      return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
    };
  }

  #day(raw: (row: Row) => string): ReadCell {
    const { dates } = this.mapping;
    if (!dates) return raw;
    return (row) => {
      const text = raw(row);
      const day = dates.day(text);
      if (day !== null && !(parseDay(day, false) instanceof Fault)) return day;
      // Months, weeks and quarters can be read in one way only.
      return NUMERIC_DAY.test(text) ? new Misfit(text, new Fault('not-a-day', dates.expected)) : text;
    };
  }

  #number(raw: (row: Row) => string, { value }: Origin): ReadCell {
    const { decimal } = this;
    if (value !== undefined) {
      const number = parseNumber(value, null);
      const cell = number instanceof Fault ? value : numberCell(number);
      const written = decimal === ',' ? cell.replace('.', ',') : cell;
      return () => written;
    }
    const own = this.mapping.decimal;
    if (own === null) return raw;
    const isText = decimal !== null;
    return (row) => {
      const text = raw(row);
      if (text === '' || (!isText && !(parseNumber(text, null) instanceof Fault))) return text;
      const number = parseNumber(text, own);
      if (!(number instanceof Fault)) return isText ? text : numberCell(number);
      if (number.code !== 'not-a-number' || isExcelError(text)) return text;
      return new Misfit(text, new Fault('not-a-number', declared(own)));
    };
  }
}

/** What was expected where the mapping says what the decimal sign is. */
function declared(decimal: ',' | '.'): string {
  return decimal === ','
    ? 'a number with decimal comma, such as 1.234,5, because the mapping says so'
    : 'a number with decimal point, such as 1234.5, because the mapping says so';
}

const NUMBERS: ReadonlySet<Kind> = new Set(['number', 'count', 'kroner', 'percent']);

/** The columns of the file that make a value; none for one that the mapping says itself. */
function columnsOf({ column, columns }: Origin): readonly string[] {
  return columns ?? (column === undefined ? [] : [column]);
}

function sourceColumns(mapping: Mapping): ReadonlyMap<string, string> {
  return new Map(
    [...mapping.origins].map(([column, origin]) => {
      const theirs = columnsOf(origin);
      return [column, theirs.length === 0 ? `${column} (in the mapping)` : theirs.map(maskCpr).join(' + ')];
    }),
  );
}

/** A file of records may show an optional column late: what it never showed is told at the end. */
function lackingOptional(fields: Fields, rows: Rows, mapping: Mapping): Told[] {
  return [...mapping.origins].flatMap(([column, origin]) =>
    columnsOf(origin)
      .filter((name) => !fields.has(name))
      .map((name) => ({
        code: 'lacks-optional',
        values: { column, name: maskCpr(name) },
        text: `the mapping reads ${column} from “${maskCpr(name)}”, which the file has not.${didYouMean(name, rows.header)}`,
      })),
  );
}

function requireColumns(rows: Rows, fields: Fields, mapping: Mapping): void {
  const required = [...mapping.origins].flatMap(([column, origin]) =>
    mapping.table.columns[column]?.required ? columnsOf(origin) : [],
  );
  const lacking = [...required, ...mapping.filters.map(({ column }) => column)].find(
    (name) => !fields.has(name),
  );
  if (lacking === undefined) return;
  const has = rows.header.map((name) => name.trim()).filter((name) => name !== '');
  throw new GevinstError(
    'missing-column',
    maskCpr(
      `The mapping ${mapping.name} reads the column “${lacking}”. The file has: ${has.join(', ')}.${didYouMean(lacking, has)}`,
    ),
    { table: mapping.table.name, column: lacking, lacking, count: 1, has: has.join(', ') },
  );
}
