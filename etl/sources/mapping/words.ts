/** The word as it is compared: case, and white space around it or doubled within, do not matter. */
function even(word: string): string {
  return word.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

const MOST_REMEMBERED = 1000;

/** What words become. */
export class WordMap {
  readonly #known: ReadonlyMap<string, string>;
  readonly #asWritten = new Map<string, string>();

  constructor(words: Readonly<Record<string, string>>) {
    this.#known = new Map(Object.entries(words).map(([word, becomes]) => [even(word), becomes]));
  }

  /** What a word becomes; itself when it is not known. */
  get(word: string): string {
    const remembered = this.#asWritten.get(word);
    if (remembered !== undefined) return remembered;
    const becomes = this.#known.get(even(word)) ?? word;
    if (this.#asWritten.size < MOST_REMEMBERED) this.#asWritten.set(word, becomes);
    return becomes;
  }
}

/** Whether a text is one of some words. */
export function wordSet(words: readonly string[]): { has(text: string): boolean } {
  const known = new Set(words.map(even));
  return { has: (text) => known.has(even(text)) };
}
