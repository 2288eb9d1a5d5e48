import type { Row } from '../readers/rows.ts';
import { RunTable } from './runTable.ts';
import { Misread, type Passed, type RunSource, type SourceRun } from './source.ts';

interface Spec extends Pick<RunSource, 'name' | 'title' | 'mapping' | 'states'> {
  /** Sets of columns, each of which no other table has together. */
  signatures: readonly (readonly string[])[];
  /** @throws GevinstError `missing-column`, `unknown-queue` */
  open(table: RunTable): (row: Row) => SourceRun | Passed | Misread;
}

/** A source of which only its own is written: how it is recognised and what a sound row becomes. */
export function runSource({ name, title, mapping, states, signatures, open }: Spec): RunSource {
  const sets = signatures.map((columns) => columns.map((column) => column.toLowerCase()));
  return {
    name,
    title,
    mapping,
    states,
    recognises(columns) {
      const has = new Set(columns.map((column) => column.trim().toLowerCase()));
      return sets.some((set) => set.every((column) => has.has(column)));
    },
    reader(rows, context) {
      const read = open(new RunTable({ title, states }, rows, context));
      return (row) => (row.fault ? new Misread(null, null, row.fault) : read(row));
    },
  };
}
