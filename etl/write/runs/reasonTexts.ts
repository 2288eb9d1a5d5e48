import { maskUncounted } from '../../../server/privacy.ts';
import { ownCopy } from '../../readers/rows.ts';
import { shortened } from '../../refusal.ts';

const LONGEST = 400;
const MOST_REMEMBERED = 20_000;

/** Numbers the reasons of one reader's runs from 1, each distinct text once, with personal numbers masked. */
export class ReasonTexts {
  /** Rows whose reason had a personal number. */
  masked = 0;
  /** Numbers by the text as it stands in the file, so that most runs need no masking. */
  readonly #written = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #withMask = new Set<number>();
  #fresh: string[] = [];

  /** The number of a reason; 0 for a blank one. */
  number(cell: string): number {
    if (cell === '') return 0;
    const known = this.#written.get(cell) ?? this.#learn(cell);
    this.countMasked(known);
    return known;
  }

  /** Counts another row that has the reason, when it was masked. */
  countMasked(number: number): void {
    if (this.#withMask.size > 0 && this.#withMask.has(number)) this.masked++;
  }

  /** The texts that are new since the last time, in the order of their numbers. */
  takeFresh(): string[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  #learn(cell: string): number {
    const own = ownCopy(cell);
    const masked = maskUncounted(own);
    const reason = shortened(masked.trim(), LONGEST);
    const number = reason === '' ? 0 : (this.#numbers.get(reason) ?? this.#add(reason));
    if (masked !== own) this.#withMask.add(number);
    if (this.#written.size >= MOST_REMEMBERED) this.#written.clear();
    this.#written.set(own, number);
    return number;
  }

  #add(reason: string): number {
    const number = this.#numbers.size + 1;
    this.#numbers.set(reason, number);
    this.#fresh.push(reason);
    return number;
  }
}
