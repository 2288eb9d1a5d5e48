import type { TableShape } from '../../canonical/table.ts';
import type { Origin } from '../schema.ts';

/** A value of a proposed mapping, and why it is only a guess. */
export interface Proposed<T> {
  is: T;
  /** null where the sample leaves no doubt. */
  doubt: string | null;
}

/** A mapping that is proposed for a file, before it is written. */
export interface Proposal {
  table: TableShape;
  /** How the sheet or entry is named, where the file has several. */
  part: { kind: 'sheet' | 'entry'; name: string } | null;
  separator: 'tab' | '|' | null;
  decimal: Proposed<',' | '.' | null>;
  dates: Proposed<string | null>;
  origins: ReadonlyMap<string, Proposed<Origin>>;
  /** By column, what its words become; a run’s status is under `status`. */
  words: ReadonlyMap<string, ReadonlyMap<string, Proposed<string>>>;
  /** Columns of the file that nothing is read from. */
  unread: readonly string[];
  /** What else the user should know. */
  notes: readonly string[];
}

export function sure<T>(is: T): Proposed<T> {
  return { is, doubt: null };
}

export function guess<T>(is: T, doubt: string): Proposed<T> {
  return { is, doubt };
}
