import { GevinstError } from '../../server/errors.ts';

export interface CsvShape {
  separator: string;
  newline: '\n' | '\r';
  /** Where the header row starts in the first chunk of text, and on which line. */
  start: number;
  line: number;
}

const SEPARATOR_LINE = /^"?sep=(.)"?$/i;

/**
 * How a CSV file is written, from its first line that is not blank: the separator there is more often outside quotes.
 * Excel's `sep=;` before the header is followed.
 * @param known the separator, where it has been said by hand
 * @throws GevinstError `unreadable-file`
 */
export function csvShape(text: string, known?: string): CsvShape {
  let start = 0;
  let line = 1;
  for (;;) {
    const end = lineEnd(text, start);
    const first = text.slice(start, end);
    const newline = text[end] === '\r' && text[end + 1] !== '\n' ? '\r' : '\n';
    const next = end + (text[end] === '\r' && newline === '\n' ? 2 : 1);
    if (first.trim() === '') {
      if (next > text.length) throw new GevinstError('unreadable-file', 'The file is empty.');
      start = next;
      line++;
      continue;
    }
    const declared = SEPARATOR_LINE.exec(first)?.[1];
    if (declared === undefined) return { separator: known ?? commonest(first), newline, start, line };
    if (declared !== (known ?? declared) || (known === undefined && !';,'.includes(declared))) {
      throw new GevinstError(
        'unreadable-file',
        `Line ${line} says that the separator is '${declared}'. Expected ${known ?? '; or ,'}.`,
      );
    }
    if (next >= text.length) {
      throw new GevinstError('unreadable-file', 'The file has no header after its sep= line.');
    }
    return { separator: declared, newline, start: next, line: line + 1 };
  }
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

function commonest(header: string): ';' | ',' {
  const outside = header.replace(/"[^"]*"/g, '');
  return outside.split(',').length > outside.split(';').length ? ',' : ';';
}
