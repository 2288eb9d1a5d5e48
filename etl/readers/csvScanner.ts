import { Fault } from '../refusal.ts';
import { unreadableFile } from '../unreadableFile.ts';
import type { Row } from './rows.ts';

const LONGEST_ROW = 1_000_000;

/**
 * Cuts text into rows. It is fed chunk by chunk and gives the rows that are whole. Rows without a quote, nearly all of
 * a log, take the fast way: a search for the line's end and a split.
 */
export class CsvScanner {
  #rest = '';
  #line: number;
  readonly #separator: string;
  readonly #newline: '\n' | '\r';

  /** @param line the line on which the first text that is pushed starts */
  constructor(separator: string, newline: '\n' | '\r', line = 1) {
    this.#separator = separator;
    this.#newline = newline;
    this.#line = line;
  }

  /** @param last whether no more text comes. @throws GevinstError `unreadable-file` for a quote that is never closed */
  push(chunk: string, last: boolean): Row[] {
    const text = this.#rest + chunk;
    const rows: Row[] = [];
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      let end = text.indexOf(this.#newline, at);
      if (end < 0) {
        if (!last) break;
        end = text.length;
      }
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      if (quote < 0 || quote >= end) {
        const stop = text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end;
        if (stop > at) rows.push({ line: this.#line, cells: text.slice(at, stop).split(this.#separator) });
        this.#line++;
        at = end + 1;
      } else {
        const next = this.#quoted(text, at, last, rows);
        if (next < 0) break;
        at = next;
      }
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST_ROW) {
      throw unreadableFile(
        'long-row',
        `The row on line ${this.#line} is longer than a million characters. Is a quote there never closed?`,
        { line: this.#line },
      );
    }
    return rows;
  }

  /** Reads a row with quotes, which may go over several lines. Returns where the next row starts, -1 when more text is needed. */
  #quoted(text: string, start: number, last: boolean, rows: Row[]): number {
    const row: Row = { line: this.#line, cells: [] };
    let line = this.#line;
    let at = start;
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const opened = line;
        for (;;) {
          const close = text.indexOf('"', at + 1);
          if (close < 0) {
            if (!last) return -1;
            throw unreadableFile('open-quote', `The quote that opens on line ${opened} is never closed.`, {
              line: opened,
            });
          }
          const part = text.slice(at + 1, close);
          for (let i = part.indexOf(this.#newline); i >= 0; i = part.indexOf(this.#newline, i + 1)) line++;
          cell += part;
          at = close + 1;
          if (text[at] !== '"') break;
          cell += '"';
        }
        if (at >= text.length && !last) return -1;
      }
      const stop = this.#cellEnd(text, at);
      if (stop >= text.length && !last) return -1;
      const plain = text.slice(at, text[stop] === '\n' && text[stop - 1] === '\r' ? stop - 1 : stop);
      if (at > start && text[at - 1] === '"' && plain.trim() !== '') {
        row.fault = new Fault('bad-quote', 'the end of the cell after its closing quote');
      }
      row.cells.push(cell + plain);
      at = stop + 1;
      if (text[stop] === this.#separator) continue;
      rows.push(row);
      this.#line = line + 1;
      return at;
    }
  }

  #cellEnd(text: string, at: number): number {
    const separator = text.indexOf(this.#separator, at);
    const newline = text.indexOf(this.#newline, at);
    if (separator >= 0 && (newline < 0 || separator < newline)) return separator;
    return newline < 0 ? text.length : newline;
  }
}
