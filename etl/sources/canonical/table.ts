import type { Insertable } from 'kysely';
import type { Municipality } from '../../../server/domain/municipalities.ts';
import type { Schema } from '../../../server/warehouse/schema.ts';
import type { Place } from '../../readers/rows.ts';
import type { Fault } from '../../refusal.ts';
import type { DbRecord } from '../../write/upsert.ts';
import type { Columns, Reference, Values } from './column.ts';
import type { Known } from './known.ts';

/** What is wrong with a row's values together, told at the column where it shows. */
export interface Mismatch<C extends Columns = Columns> {
  column: keyof C & string;
  fault: Fault;
}

/** A row whose cells have been read. */
export interface ReadRow extends Place {
  values: Readonly<Record<string, unknown>>;
  /** The cells as written, by column, for refusals. */
  cells: Readonly<Record<string, string>>;
  /** Which of several rows with one key it is, from 0. */
  occurrence: number;
}

export interface RefusedRow {
  row: ReadRow;
  column: string;
  fault: Fault;
}

interface Spec<C extends Columns, T extends keyof Schema> extends TableShape {
  columns: C;
  key: readonly (keyof C & string)[];
  /** Rows of other tables that `check` looks up, besides those that columns refer to. */
  needs?: readonly Reference[];
  check?(values: Values<C>, known: Known): Mismatch<C> | null;
  target: T;
  targetKey: readonly (keyof Schema[T] & string)[];
  record(values: Values<C>, known: Known, occurrence: number): Omit<Insertable<Schema[T]>, 'load_id'>;
  /** The municipality that the row names, which is added to the warehouse when it is new. */
  municipality?(values: Values<C>): Municipality;
  /** Whether equal keys in one file are separate rows, told apart by `arrange`. */
  repeats?: boolean;
  /** For tables whose rows depend on each other: orders all rows of a file, and refuses those that cannot stand. */
  arrange?(rows: ReadRow[], known: Known): { rows: ReadRow[]; refused: RefusedRow[] };
}

/** What a table of the bundle looks like in a file. */
export interface TableShape {
  name: string;
  /** Danish names of the file or sheet. */
  danish: readonly string[];
  about: string;
  columns: Columns;
  /** The columns that make a row the same row when it comes again. */
  key: readonly string[];
  /** The columns that make a row say anything: one in which they are all empty is a form's that is not filled in. */
  says?: readonly string[];
}

/** A table as the loader uses it, whatever its columns. */
export interface Table extends TableShape {
  needs?: readonly Reference[];
  check?(values: ReadRow['values'], known: Known): Mismatch | null;
  target: keyof Schema;
  targetKey: readonly string[];
  record(values: ReadRow['values'], known: Known, occurrence: number): DbRecord;
  municipality?(values: ReadRow['values']): Municipality;
  repeats?: boolean;
  arrange?(rows: ReadRow[], known: Known): { rows: ReadRow[]; refused: RefusedRow[] };
}

/** Checks a table's columns, key and record against each other and the warehouse, and then lets the types go. */
export function table<C extends Columns, T extends keyof Schema>(spec: Spec<C, T>): Table {
  return spec as unknown as Table;
}
