/** A code as it is when case, spaces and zeros in front are left out, which spreadsheets and people change. */
function bare(code: string): string {
  return code
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^0+(?=.)/, '');
}

/** Codes that can be taken for one another. */
export class NearCodes {
  readonly #codes = new Map<string, string>();

  constructor(codes: Iterable<string> = []) {
    for (const code of codes) this.add(code);
  }

  /** The first other code that differs from this one only by case, spaces or zeros in front; null when there is none. */
  near(code: string): string | null {
    const found = this.#codes.get(bare(code));
    return found === undefined || found === code ? null : found;
  }

  add(code: string): void {
    if (!this.#codes.has(bare(code))) this.#codes.set(bare(code), code);
  }
}
