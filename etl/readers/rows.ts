import type { Told } from '../../server/contract/uploads.ts';
import type { Fault } from '../refusal.ts';

/**
 * What a reader gives for one cell: text as the file has it. Formats with types of their own write them so that they
 * can be read in one way only: a number by `numberCell`, a day as `2026-03-31`, a moment as ISO with its offset where
 * the file has one, true and false as `true` and `false`, nothing as ''.
 */
export type Cell = string;

/** Where a row is in its file. */
export interface Place {
  /** The line of the file on which the row starts, from 1; the row of a sheet; the number of a record. */
  line: number;
  /** Which of a JSON file's records it is, from 1, where several start on that line; absent where it is alone there. */
  record?: number | undefined;
}

export interface Row extends Place {
  cells: Cell[];
  /** What is wrong with the row as such; its cells are then not to be trusted. */
  fault?: Fault;
  /** Where a single cell is at fault: its column as the table has it, and what it says. */
  at?: { column: string; value: string };
}

/** A table whose header has been read and whose rows are still to come, a batch at a time. */
export interface Rows {
  /**
   * The columns. A file of records (JSON) may name further ones as it goes: they are appended before the batch that
   * first has them, and the cells of earlier rows are then fewer.
   */
  header: Cell[];
  /** How text writes fractions: the separator of a CSV file decides. null where nothing tells, and `1.234` is ambiguous. */
  decimal: ',' | '.' | null;
  /** What stands between the cells of a text file; absent where the format has cells of its own. */
  separator?: string;
  /** What the user should know of the table as a whole: hidden rows, merged headers. */
  told: readonly Told[];
  /** What the user calls the columns, by the header's names, where these are not the file's own. */
  sourceColumns?: ReadonlyMap<string, string>;
  /** The same table, should its header take two rows, of which the lower names what the upper groups; absent for others. */
  underTwoRows?: Rows;
  /** Whether it is a list of records without any, so that it names no columns; absent where it does. */
  isEmptyList?: boolean;
  /** Where the rows stand on disk, for who reads millions of them from the bytes; absent where they must be read here. */
  raw?: RawLines;
  batches(): AsyncIterable<Row[]>;
}

/** Rows of a CSV file as they stand on disk, after its header. */
export interface RawLines {
  /** The number of the open file. */
  fd: number;
  /** How large the file is, and where its first row starts, in bytes. */
  bytes: number;
  start: number;
  line: number;
  separator: ',' | ';';
  encoding: 'utf-8' | 'windows-1252';
  /** How many cells the header has. */
  width: number;
}

/** The place in words: `line 3`, or `record 17` where that tells more. */
export function placeText({ line, record }: Place): string {
  return record === undefined ? `line ${line}` : `record ${record}`;
}

/** The text on its own: a cell is a slice of its whole chunk of the file, which remembering it would keep in memory. */
export function ownCopy(cell: Cell): Cell {
  return Buffer.from(cell).toString();
}

/** NUL, and half of a letter that is kept in two. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

/** The text with � for what no database keeps, and CSV cannot hold: NUL, and halves of letters. */
export function storable(text: string): Cell {
  return text.search(UNSTORABLE) < 0 ? text : text.replace(UNSTORABLE, '\ufffd');
}

/** That a title stands above a table. */
export function titleTold(row: number): Told {
  return { code: 'title-row', values: { row }, text: `row ${row} stands above the table, and was not read` };
}

/** That a table's header takes two rows. */
export function twoRowsTold(row: number, header: readonly Cell[]): Told {
  const columns = header.filter((name) => name.trim() !== '').join(', ');
  const text = `rows ${row} and ${row + 1} were read as one header: ${columns}`;
  return { code: 'two-row-header', values: { row, next: row + 1, columns }, text };
}

/** A number as text that can be read in one way only, whatever the decimal sign: three decimals get a fourth. */
export function numberCell(value: number): Cell {
  const text = String(value);
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}
