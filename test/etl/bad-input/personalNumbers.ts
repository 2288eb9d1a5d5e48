/** The signs between the date of a personal number and its last four digits, as text and as bytes of UTF-8. */
const FORMS = ['-', '', ' '];
const FOUND = /(?=(\d{6})(?:[- \u00a0]|\u00c2\u00a0|\u00e2\u0080[\u0090\u0091\u0093])?(\d{4}))/g;
const DAY = 86_400_000;
const FIRST = Date.UTC(1900, 0, 1);
const DAYS = (Date.UTC(2058, 0, 1) - FIRST) / DAY;

/** Personal numbers of no one: any day from 1900 to 2057, any last four digits, written in all ways. The same each time. */
export class PersonalNumbers {
  readonly #digits = new Set<string>();
  #seed = 20_260_101;

  get count(): number {
    return this.#digits.size;
  }

  next(form = FORMS[this.count % FORMS.length]): string {
    const [year = '', month, day] = new Date(FIRST + this.#random(DAYS) * DAY)
      .toISOString()
      .slice(0, 10)
      .split('-');
    const date = `${day}${month}${year.slice(2)}`;
    const tail = String(this.#random(10_000)).padStart(4, '0');
    this.#digits.add(date + tail);
    return `${date}${form}${tail}`;
  }

  /** Those of them that stand in bytes, in any form, also as part of a longer run of digits. */
  in(bytes: Buffer): string[] {
    const found = [...bytes.toString('latin1').matchAll(FOUND)].map(([, date, tail]) => `${date}${tail}`);
    return found.filter((digits) => this.#digits.has(digits));
  }

  /** Those of them that are numbers in text, which have lost their zero in front, or are kroner that became øre. */
  asNumbersIn(text: string): string[] {
    const numbers = [...text.matchAll(/(?<![\d.])\d{9,12}(?!\d)/g)].map(([digits]) => digits);
    return numbers
      .flatMap((digits) => [digits, digits.replace(/00$/, '')])
      .map((digits) => digits.padStart(10, '0'))
      .filter((digits) => this.#digits.has(digits));
  }

  /** mulberry32, so that what is found can be found again. */
  #random(below: number): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below) | 0;
  }
}
