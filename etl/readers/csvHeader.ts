import { unreadableFile } from '../unreadableFile.ts';

export interface CsvShape {
  separator: string;
  newline: '\n' | '\r';
  /** Where the header row starts in the first chunk of text, and on which line. */
  start: number;
  line: number;
  /** The lines above it that are titles, not tables. */
  titles: number[];
}

/** So many lines may stand above a table. */
const MOST_TITLES = 20;
const SEPARATORS = [';', ',', '\t'];
const SEPARATOR_LINE = /^"?sep=(.)"?$/i;

/**
 * How a CSV file is written, from its first line that is not blank: the separator there is more often outside quotes.
 * Excel's `sep=;` before the header is followed, and titles above it, as spreadsheets have, are passed by.
 * @param known the separator, where it has been said by hand
 * @throws GevinstError `unreadable-file`
 */
export function csvShape(text: string, known?: string): CsvShape {
  let { start, line, titles } = belowTitles(text, known);
  for (;;) {
    const end = lineEnd(text, start);
    const first = text.slice(start, end);
    const newline = text[end] === '\r' && text[end + 1] !== '\n' ? '\r' : '\n';
    const next = end + (text[end] === '\r' && newline === '\n' ? 2 : 1);
    if (first.trim() === '') {
      if (next > text.length) throw unreadableFile('empty', 'The file is empty.', {});
      start = next;
      line++;
      continue;
    }
    const declared = SEPARATOR_LINE.exec(first)?.[1];
    if (declared === undefined) return { separator: known ?? commonest(first), newline, start, line, titles };
    if (known !== undefined && declared !== known) {
      const message = `Line ${line} says that the separator is '${declared}'. Expected ${known}.`;
      throw unreadableFile('other-separator', message, { line, declared, said: known });
    }
    if (known === undefined && !SEPARATORS.includes(declared)) {
      const message = `Line ${line} says that the separator is '${declared}'. Expected ; or , or a tab.`;
      throw unreadableFile('separator', message, { line, declared });
    }
    if (next >= text.length) {
      throw unreadableFile('no-header', 'The file has no header after its sep= line.', {});
    }
    return { separator: declared, newline, start: next, line: line + 1, titles };
  }
}

/**
 * Where the table starts: at its first line with more than one cell that says something, when those before it say
 * something in their first or nowhere. One without separators is a title only above three columns or more.
 */
function belowTitles(text: string, known: string | undefined): Pick<CsvShape, 'start' | 'line' | 'titles'> {
  const titles: number[] = [];
  let bare = false;
  for (let start = 0, line = 1; line <= MOST_TITLES && start < text.length; line++) {
    const end = lineEnd(text, start);
    const row = text.slice(start, end);
    if (row.startsWith('<') || SEPARATOR_LINE.test(row)) break;
    const cells = row.replace(/"[^"]*"/g, 'x').split(known ?? commonest(row));
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if (filled === 1 && cells[0]?.trim() === '') break;
    if (filled > 1) {
      if (bare && cells.length < 3) break;
      return { start, line, titles };
    }
    if (filled === 1) titles.push(line);
    bare ||= cells.length === 1 && filled === 1;
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return { start: 0, line: 1, titles: [] };
}

/** Where the line that starts there ends, line ends in quotes left out. */
export function lineEnd(text: string, start: number): number {
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) return at;
  }
  return text.length;
}

/** `;`, `,` or a tab: the one that comes most often outside quotes. */
function commonest(header: string): string {
  const outside = header.replace(/"[^"]*"/g, '');
  const times = (separator: string) => outside.split(separator).length;
  return SEPARATORS.reduce((most, next) => (times(next) > times(most) ? next : most));
}
