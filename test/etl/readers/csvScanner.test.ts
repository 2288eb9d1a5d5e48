import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvScanner } from '../../../etl/readers/csvScanner.ts';

const scan = (text: string, separator = ';', newline: '\n' | '\r' = '\n') =>
  new CsvScanner(separator, newline).push(text, true);
const cells = (text: string, ...how: [string?, ('\n' | '\r')?]) => scan(text, ...how).map((row) => row.cells);

describe('rows', () => {
  test.each([
    [
      'a;b\nc;d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\r\nc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '"a;1";"b\n2"\nc;d',
      [
        ['a;1', 'b\n2'],
        ['c', 'd'],
      ],
    ],
    ['"say ""hi""";b', [['say "hi"', 'b']]],
    ['5" screen;b', [['5" screen', 'b']]],
    ['"a" ;b', [['a ', 'b']]],
    [
      'a;\n;b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"";b', [['', 'b']]],
    [
      'a;""\r\nb;""\r\n',
      [
        ['a', ''],
        ['b', ''],
      ],
    ],
  ])('%j', (text, expected) => expect(cells(text)).toEqual(expected));

  test('a file with old line ends, and its quoted ones', () => {
    expect(cells('a,b\r"c\rd",e\r', ',', '\r')).toEqual([
      ['a', 'b'],
      ['c\rd', 'e'],
    ]);
  });

  test('a row’s line is the one it starts on, after quoted line breaks and blank lines', () => {
    const rows = scan('a;"b\n\n"\n\nc;d\n"e\n";f\ng;h');
    expect(rows.map((row) => [row.line, row.cells[0]])).toEqual([
      [1, 'a'],
      [5, 'c'],
      [6, 'e\n'],
      [8, 'g'],
    ]);
  });

  test('text after a closing quote is a fault of its row alone', () => {
    const rows = scan('"a"b;c\nd;e');
    expect(rows.map((row) => row.fault?.code)).toEqual(['bad-quote', undefined]);
  });

  test('a quote that is never closed is told with its line', () => {
    expect(() => scan('a;b\nc;"d\ne;f\n')).toThrow(/opens on line 2 is never closed/);
    expect(() => scan('a;b\n"c\n";"d\ne;f\n')).toThrow(/opens on line 3 is never closed/);
  });

  test('a row of more than a million characters ends the reading, so that memory is bounded', () => {
    const scanner = new CsvScanner(';', '\n');
    scanner.push('a;b\n"', false);
    expect(() => scanner.push('x'.repeat(1_000_001), false)).toThrow(/line 2 is longer than a million/);
  });
});

const cell = fc.string({
  unit: fc.constantFrom('a', 'æ', ';', ',', '"', '\n', '\r\n', ' ', '1'),
  maxLength: 6,
});
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** Written with quotes where they are needed, and in every other row throughout. */
const written = (rows: string[][], newline: string) =>
  rows
    .map((row, i) =>
      row.map((c) => (i % 2 === 1 || /[";,\r\n]/.test(c) || c === '' ? quoted(c) : c)).join(';'),
    )
    .join(newline);

describe('for any cells', () => {
  test('what was written is read, and csv-parse reads the same', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        const text = written(rows, newline);
        expect(cells(text)).toEqual(rows);
        expect(parse(text, { delimiter: ';', relax_column_count: true })).toEqual(rows);
      }),
    );
  });

  test('where the text is cut into chunks makes no difference', () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(80), { maxLength: 5 }), (rows, cuts) => {
        const text = written(rows, '\r\n');
        const scanner = new CsvScanner(';', '\n');
        const places = [...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
        const chunks = places.map((to, i) => text.slice(places[i - 1] ?? 0, to));
        const got = chunks.flatMap((chunk, i) => scanner.push(chunk, i === chunks.length - 1));
        expect(got).toEqual(scan(text));
      }),
    );
  });
});
