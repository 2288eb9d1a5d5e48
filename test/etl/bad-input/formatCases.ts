import SQLite from 'better-sqlite3';
import { type BadFile, lines, projects, type Section } from './badFile.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat([
    ...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    Buffer.alloc(600, 7),
  ]);

function other(
  title: string,
  file: string,
  failed: string | RegExp,
  content: () => Buffer | string,
): BadFile {
  return { title, gets: 'Nothing is loaded; the message says what it is.', file, content, comes: { failed } };
}

function database(): Buffer {
  const db = new SQLite(':memory:');
  db.exec('create table contact (name text)');
  const content = db.serialize();
  db.close();
  return content;
}

/** What other programs write, whatever it is called. */
export const FORMATS: Section<BadFile> = {
  heading: 'Files of other programs',
  cases: [
    other('A PDF named .csv', 'runs.csv', /^It is a PDF file\./, () => bytes('%PDF-1.7\n')),
    other('A PDF', 'rapport.pdf', /^It is a PDF file\./, () => bytes('%PDF-1.7\n')),
    other('An Excel workbook of before 2007', 'runs.xls', /^It is an old Excel workbook/, () =>
      bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    ),
    other('A picture (PNG)', 'runs.png', /^It is a picture\./, () =>
      bytes([0x89], 'PNG\r\n', [0x1a, 10, 0, 0, 0, 13], 'IHDR'),
    ),
    other('A picture (JPEG)', 'runs.csv', /^It is a picture\./, () => bytes([0xff, 0xd8, 0xff, 0xe0])),
    other('A Windows program', 'runs.csv', /^It is a program\./, () => bytes('MZ', [0x90, 0, 3, 0, 0, 0])),
    other('A SQLite database', 'runs.csv', /^It is a SQLite database/, database),
    other('An RTF document', 'runs.csv', /^It is an RTF document\./, () => bytes('{\\rtf1\\ansi ')),
    other(
      'A saved web page, or a page to sign in on, under the name of a table',
      'robots.csv',
      /^It is a web page/,
      () => lines('<!doctype html>', '<html lang="da">', '<table><tr><td>R2</td></tr></table>'),
    ),
    other(
      'A table in HTML under the name of a workbook, as many systems export',
      'robots.xlsx',
      /^It is a web page/,
      () => lines('', '<table border="1">', '<tr><td>robot</td></tr>', '</table>'),
    ),
    other('A web page as Excel saves it, with its pictures (MHTML)', 'robots.xls', /^It is a web page/, () =>
      lines('MIME-Version: 1.0', 'Content-Type: multipart/related'),
    ),
    other('A workbook as XML (XML Spreadsheet 2003)', 'robots.xls', /^It is an XML file/, () =>
      lines('<?xml version="1.0"?>', '<?mso-application progid="Excel.Sheet"?>', '<Workbook/>'),
    ),
    {
      title: 'Text without columns, or bytes, under the name of a workbook',
      gets: 'Nothing is loaded: it is said that it is no workbook.',
      file: 'robots.xlsx',
      content: () => lines('Rapporten er under udarbejdelse', ''),
      comes: { failed: /^It has the name of a workbook, and is none\./ },
    },
    {
      title: 'CSV under the name of a workbook',
      gets: 'Read as the CSV that it is.',
      file: 'projects.xlsx',
      content: () => projects('P2;Et'),
      comes: { kept: 1 },
    },
    {
      title: 'Random bytes',
      gets: 'Nothing is loaded: it is no text.',
      file: 'robots.csv',
      content: () =>
        Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256)),
      comes: { failed: 'It holds NUL characters in its header: it is no text.' },
    },
  ],
};
