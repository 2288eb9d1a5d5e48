import type { Fault } from '../refusal.ts';

/** What a reader gives for one cell. */
export type Cell = string;

export interface Row {
  /** The line of the file on which the row starts, from 1. */
  line: number;
  cells: Cell[];
  /** What is wrong with the row as such; its cells are then not to be trusted. */
  fault?: Fault;
}

/** A file whose header has been read and whose rows are still to come, a batch at a time. */
export interface Rows {
  header: Cell[];
  /** How the file writes fractions: the separator of its cells decides. */
  decimal: ',' | '.';
  batches(): AsyncIterable<Row[]>;
}

/** The text on its own: a cell is a slice of its whole chunk of the file, which remembering it would keep in memory. */
export function ownCopy(cell: Cell): Cell {
  return Buffer.from(cell).toString();
}
