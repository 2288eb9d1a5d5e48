import type { Origin } from '../schema.ts';
import type { Assignment } from './assign.ts';
import { timeKind } from './moments.ts';
import { guess, type Proposed, sure } from './proposal.ts';
import type { Sample, SampleColumn } from './sample.ts';

const CREATED = /creat|opret|load|modtag|received|deadline|frist/i;

/** Where moments come from: one column, or a day and a time of day beside each other. */
export class Times {
  readonly #moments: SampleColumn[];
  readonly #days: SampleColumn[];
  readonly #clocks: SampleColumn[];

  constructor(
    sample: Sample,
    private readonly assigned: Assignment,
  ) {
    const of = (kind: string) => sample.columns.filter((column) => timeKind(column) === kind);
    this.#moments = of('moment');
    this.#days = of('day');
    this.#clocks = of('time');
  }

  /** Where a column of moments comes from; null when nothing in the file is a moment. */
  origin(name: string, required: boolean): Proposed<Origin> | null {
    const own = this.assigned.get(name)?.column;
    const kind = own ? timeKind(own) : null;
    if (own && kind === 'moment') return sure({ column: own.name });
    if (own && kind === 'time') {
      const [day] = this.#days;
      return day ? sure({ columns: [day.name, own.name] }) : required ? this.#other() : null;
    }
    if (own && kind === 'day') return this.#withClock(own);
    return required ? this.#other() : null;
  }

  /** Where the time of a thing that must have one is, when no column is called so. */
  #other(): Proposed<Origin> | null {
    const free = this.#moments.filter((column) => !this.#isTaken(column));
    const moment = free.findLast(({ name }) => !CREATED.test(name)) ?? free.at(-1) ?? this.#moments.at(-1);
    if (moment)
      return guess({ column: moment.name }, `no column is called so; ${quoted(moment)} holds moments`);
    const day = this.#days.find((column) => !this.#isTaken(column)) ?? this.#days.at(-1);
    return day ? this.#withClock(day) : null;
  }

  #withClock(day: SampleColumn): Proposed<Origin> {
    const clock = this.#clocks.findLast((column) => !this.#isTaken(column)) ?? this.#clocks.at(-1);
    if (clock) return guess({ columns: [day.name, clock.name] }, `the time is taken from ${quoted(clock)}`);
    return guess(
      { column: day.name, time: '12:00' },
      `${quoted(day)} has no time of day; noon stands for it`,
    );
  }

  #isTaken(column: SampleColumn): boolean {
    return [...this.assigned.values()].some((other) => other.column === column);
  }
}

function quoted({ name }: SampleColumn): string {
  return `“${name}”`;
}
