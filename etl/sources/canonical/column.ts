import type { Cell, Rows } from '../../readers/rows.ts';
import { Fault } from '../../refusal.ts';

/** What one table's rows can name in another. */
export type Reference = 'department' | 'project' | 'robot' | 'measure' | 'benefit';

/** One column of a table: how it is found, read and documented. */
export interface Column<T = unknown> {
  /** Danish header names; spaces, case, underscores and the spelling of æ ø å do not matter. */
  danish: readonly string[];
  /** What the cells hold, for the documentation. */
  holds: string;
  required: boolean;
  refers?: Reference;
  /** Accepted codes and their Danish names, for the documentation. */
  codes?: Readonly<Record<string, readonly string[]>>;
  /** @param cell not blank, without white space around it */
  parse(cell: Cell, decimal: Rows['decimal']): T | Fault;
  /** What a value that was read as it is documented may have been meant to be instead, for the user; null for none. */
  doubt?(cell: string, value: T): string | null;
}

export type Columns = Readonly<Record<string, Column>>;
/** A row's values by column; null where an optional cell is empty. */
export type Values<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** The same column where a row may leave the cell empty, or the file the column out. */
export function optional<T>(column: Column<T>): Column<T | null> {
  return { ...column, required: false };
}

/** The value of a cell. A column that the file has not is as an empty cell. */
export function cellValue<T>(
  column: Column<T>,
  cell: Cell | undefined,
  decimal: Rows['decimal'],
): T | null | Fault {
  const text = cell?.trim() ?? '';
  if (isExcelError(text)) return new Fault('excel-error', 'a value; the cell shows an error of Excel’s');
  if (text !== '') return column.parse(text, decimal);
  return column.required ? new Fault('missing', column.holds) : null;
}

const EXCEL_ERROR =
  /^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|I\/T|REFERENCE!|DIVISION\/0!|VÆRDI!|NAVN\?|NUL!|OVERLØB!|BEREGN!)$/i;

/** Whether a cell says, in English or Danish, that its formula has no value. */
export function isExcelError(text: string): boolean {
  return text.charCodeAt(0) === 35 && EXCEL_ERROR.test(text);
}
