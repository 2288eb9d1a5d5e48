import { GevinstError } from '../../../../server/errors.ts';
import { Fault } from '../../../refusal.ts';
import type { Column } from '../../canonical/column.ts';
import type { TableShape } from '../../canonical/table.ts';
import { kindOf } from '../kind.ts';
import type { Origin } from '../schema.ts';
import type { Assignment } from './assign.ts';
import { isStatus } from './guessTable.ts';
import { timeKind } from './moments.ts';
import { Times } from './originTimes.ts';
import { guess, type Proposed, sure } from './proposal.ts';
import type { Sample, SampleColumn } from './sample.ts';

/** What stands where a file does not say a code, if not the first that there is. */
const USUAL: Readonly<Record<string, string>> = {
  status: 'success',
  phase: 'after',
  per: 'month',
  'costs.per': 'once',
  basis: 'actual',
  category: 'other',
  kind: 'level',
};

/** Where each of a table's columns comes from, in a file that may call them otherwise or lack them. */
export class Origins {
  readonly #times: Times;

  constructor(
    private readonly sample: Sample,
    private readonly table: TableShape,
    private readonly assigned: Assignment,
    private readonly fileName: string,
  ) {
    this.#times = new Times(sample, assigned);
  }

  /**
   * @param partly whether to leave out a column that the table requires and that nothing in the file can be
   * @throws GevinstError `missing-column` for such a column, if it may not be left out
   */
  all(partly: boolean): Map<string, Proposed<Origin>> {
    const origins = new Map<string, Proposed<Origin>>();
    for (const [name, spec] of Object.entries(this.table.columns)) {
      const origin = this.#origin(name, spec);
      if (origin) origins.set(name, origin);
      else if (spec.required && !partly) throw this.#lacking(name, spec);
    }
    return origins;
  }

  #origin(name: string, spec: Column): Proposed<Origin> | null {
    if (kindOf(spec) === 'instant') {
      return this.#times.origin(name, spec.required);
    }
    const own = this.assigned.get(name)?.column;
    if (own) return sure({ column: own.name });
    return spec.required ? this.#instead(name, spec) : null;
  }

  /** What stands for a required column that no column is called like; null for what only a column can hold. */
  #instead(name: string, spec: Column): Proposed<Origin> | null {
    const like = (is: (column: SampleColumn) => boolean) => this.#free().find(is);
    const from = ({ name: theirs }: SampleColumn) =>
      guess<Origin>({ column: theirs }, `no column is called so; “${theirs}” looks like it`);
    switch (kindOf(spec)) {
      case 'choice': {
        const words = name === 'status' ? like(isStatus) : undefined;
        if (words) return from(words);
        const value =
          USUAL[`${this.table.name}.${name}`] ?? USUAL[name] ?? Object.keys(spec.codes ?? {})[0] ?? '';
        return guess({ value }, 'no column says it');
      }
      case 'yes-no':
        return guess({ value: 'no' }, 'no column says it');
      case 'text':
        return this.#text(name, spec);
      default: {
        const fits = like((column) => column.filled.length > 0 && reads(spec, column));
        return fits ? from(fits) : null;
      }
    }
  }

  #text(name: string, spec: Column): Proposed<Origin> | null {
    const names = this.#free().filter((column) => column.filled.length > 0 && timeKind(column) === null);
    const isKey = this.table.key.includes(name) && !spec.refers;
    const unique = names.find(({ filled, distinct }) => distinct.size === filled.length && filled.length > 1);
    if (isKey && unique) {
      return guess(
        { column: unique.name },
        `no column is called so; “${unique.name}” is another in every row`,
      );
    }
    const together = this.sample.columns.filter(
      (column) => column.distinct.size > 1 && (timeKind(column) !== null || names.includes(column)),
    );
    if (isKey && together.length > 1) {
      const columns = together.slice(0, 4).map((column) => column.name);
      return guess({ columns }, 'no column numbers the rows; rows that are equal in these count as one');
    }
    // One value for all would make one run of them.
    if (name === 'transaction') return null;
    const value = this.fileName.replace(/\.[^.]*$/, '');
    const what = name === 'robot' ? 'the robot’s code, or its queue’s name,' : spec.holds;
    return guess({ value }, `no column says it; write ${what} here`);
  }

  #free(): SampleColumn[] {
    const taken = new Set([...this.assigned.values()].map(({ column }) => column));
    return this.sample.columns.filter((column) => !taken.has(column));
  }

  #lacking(name: string, spec: Column): GevinstError {
    return new GevinstError(
      'missing-column',
      `No column of ${this.fileName} can be ${name} (${spec.holds}), which the table ${this.table.name} needs. It has: ${this.sample.columns.map((column) => column.name).join(', ')}. If it is another table, say so with --table.`,
      { table: this.table.name, column: name },
    );
  }
}

function reads(spec: Column, { filled }: SampleColumn): boolean {
  return filled.every((cell) =>
    ([',', '.', null] as const).some((sign) => !(spec.parse(cell, sign) instanceof Fault)),
  );
}
