import type { Refusal } from '../server/contract/loads.ts';
import { inRecord } from '../server/contract/refusalTexts.ts';
import { maskCpr } from '../server/privacy.ts';
import type { Place } from './readers/rows.ts';

/** Why a row was not kept. The codes are stable: the dashboard has a sentence for each. */
export type RefusalCode =
  | 'missing'
  | 'not-a-number'
  | 'not-whole'
  | 'out-of-range'
  | 'not-a-day'
  | 'not-an-instant'
  | 'in-the-future'
  | 'unknown-code'
  | 'too-long'
  | 'personal-number'
  | 'unknown-reference'
  | 'unknown-municipality'
  | 'ambiguous-queue'
  | 'ends-before-start'
  | 'not-between'
  | 'missing-input'
  | 'parent-cycle'
  | 'conflicting-row'
  | 'too-few-cells'
  | 'too-many-cells'
  | 'bad-quote'
  | 'nul-byte'
  | 'bad-json'
  | 'excel-error';

/** What is wrong with a cell, and what was expected in its place. */
export class Fault {
  constructor(
    readonly code: RefusalCode,
    readonly expected: string,
  ) {}
}

const MOST_STORED = 10_000;
const LONGEST_VALUE = 200;

/** The rows that a file had refused: all are counted, the first 10,000 are kept to be shown. */
export class Refusals {
  count = 0;
  readonly #stored: { place: Place; refusal: Refusal }[] = [];

  /** @param sourceColumns what the user calls the columns, where these go by other names here */
  constructor(public sourceColumns?: ReadonlyMap<string, string> | undefined) {}

  add(place: Place, column: string | null, value: string | null, fault: Fault): void {
    this.count++;
    if (this.#stored.length >= MOST_STORED) return;
    const refusal = {
      line: place.line,
      column: column === null ? null : maskCpr(this.sourceColumns?.get(column) ?? column),
      value: value === null ? null : shortened(maskCpr(value), LONGEST_VALUE),
      code: fault.code,
      expected: inRecord(maskCpr(fault.expected), place.record),
    };
    this.#stored.push({ place, refusal });
  }

  /** In the file's order. */
  list(): Refusal[] {
    const order = ({ line, record = 0 }: Place, other: Place) =>
      line - other.line || record - (other.record ?? 0);
    return this.#stored.toSorted((a, b) => order(a.place, b.place)).map(({ refusal }) => refusal);
  }
}

/** At most `most` characters, the last an ellipsis when some were cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
