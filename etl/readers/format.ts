import type { Unreadable } from '../../server/contract/unreadable.ts';
import { GevinstError } from '../../server/errors.ts';
import { unreadableFile } from '../unreadableFile.ts';
import type { Bytes } from './bytes.ts';
import type { Inspection } from './inspect.ts';
import { jsonFormat } from './json.ts';

/** What is read. */
export type Format = 'csv' | 'xlsx' | 'zip' | 'gzip' | 'json' | 'jsonl' | 'arrow' | 'parquet';

const OLD_EXCEL = 'an old Excel workbook (.xls), or one with a password';
const WEB_PAGE = 'a web page (HTML), whatever it is called';
const XML = 'an XML file';
const OTHER: [string, string][] = [
  ['%PDF', 'a PDF file'],
  ['\u00d0\u00cf\u0011\u00e0', OLD_EXCEL],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['MZ\u0090', 'a program'],
  ['\u007fELF', 'a program'],
  ['SQLite f', 'a SQLite database'],
  ['{\\rtf', 'an RTF document'],
  ['MIME-Ver', WEB_PAGE],
];

/**
 * What a file is, by what its first bytes say, and by its name where they say nothing.
 * @throws GevinstError `unreadable-file` for a format that is known but not read
 */
export async function formatOf(file: Bytes, { magic, bytes }: Inspection): Promise<Format> {
  const start = magic.toString('latin1');
  const other = OTHER.find(([known]) => start.startsWith(known));
  if (other) throw notRead(other[1]);
  if (isPacked({ magic })) return packedFormat(file);
  if (start.startsWith('\u001f\u008b')) return 'gzip';
  if (start.startsWith('ARROW1') || start.startsWith('\u00ff\u00ff\u00ff\u00ff')) return 'arrow';
  if (start.startsWith('PAR1')) return 'parquet';
  if (bytes === 0) return namedLines(file.name);
  const isNamedWorkbook = WORKBOOK_NAME.test(file.name);
  if (!isNamedWorkbook && !/^(\u00ef\u00bb\u00bf)?\s*([[{<\d]|$)/.test(start)) return namedLines(file.name);
  const text = await firstText(file);
  const markup = markupOf(text);
  if (markup !== null) throw notRead(markup);
  const json = jsonFormat(file.name, text);
  if (json === null && isNamedWorkbook && !isTable(text)) {
    const message =
      'It has the name of a workbook, and is none. Fetch it again, or save it as .xlsx in Excel.';
    throw unreadableFile('no-workbook', message, {});
  }
  return json ?? namedLines(file.name);
}

const WORKBOOK_NAME = /\.xls[xmb]?$/i;

/** What a text with tags at its start is: many systems write such under the name of a workbook. null for any other. */
function markupOf(start: string): string | null {
  const text = start.replace(/^\ufeff/, '').trimStart();
  if (/^<(!--|(!doctype\s+html|html|head|body|meta|title|style|script|table|div)\b)/i.test(text))
    return WEB_PAGE;
  if (!/^<(\?xml|!doctype)\b/i.test(text)) return null;
  return /<html\b/i.test(text) ? WEB_PAGE : XML;
}

/** Whether it is text that has more than one cell in its first line. */
function isTable(start: string): boolean {
  const [first = ''] = start.trimStart().split(/[\r\n]/, 1);
  return /[;,\t]/.test(first) && !start.includes('\0');
}

function namedLines(name: string): Format {
  return /\.(jsonl|ndjson)$/i.test(name) ? 'jsonl' : 'csv';
}

/** Whether it is a ZIP file, as a workbook is too. */
export function isPacked({ magic }: Pick<Inspection, 'magic'>): boolean {
  const start = magic.toString('latin1');
  return start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006');
}

const OTHER_PACKED: Readonly<Record<string, string>> = {
  'xl/workbook.bin': 'a binary Excel workbook (.xlsb)',
  'content.xml': 'an OpenDocument file',
  'word/document.xml': 'a Word document',
};

/** A workbook is a ZIP file too. */
async function packedFormat(file: Bytes): Promise<Format> {
  const { zipEntries } = await import('./zip.ts');
  const places = (await zipEntries(file)).map(({ place }) => place);
  if (places.includes('xl/workbook.xml')) return 'xlsx';
  const other = places.includes('META-INF/manifest.xml') || places.includes('[Content_Types].xml');
  const kind = other ? places.map((place) => OTHER_PACKED[place]).find(Boolean) : undefined;
  if (kind !== undefined) throw notRead(kind);
  return 'zip';
}

/** What people keep beside their tables in an archive, and that can be none itself. */
export class NoTable extends GevinstError {}
const NO_TABLES = new Set([
  'a PDF file',
  'a picture',
  'a program',
  'an RTF document',
  'a Word document',
  WEB_PAGE,
  XML,
]);
const WHY: Readonly<Record<string, Unreadable>> = {
  [OLD_EXCEL]: 'old-excel',
  [WEB_PAGE]: 'web-page',
  [XML]: 'xml-file',
};

function notRead(kind: string): GevinstError {
  const why = WHY[kind] ?? 'other-kind';
  const Kind = NO_TABLES.has(kind) ? NoTable : GevinstError;
  const expected =
    kind === WEB_PAGE || kind === XML
      ? 'If it has a table, open it in Excel, and save it as a workbook (.xlsx) or CSV. If it is a page to sign in on, fetch the file again.'
      : 'Expected CSV (save it as “CSV UTF-8”), a workbook (.xlsx), JSON, Arrow or Parquet.';
  return new Kind('unreadable-file', `It is ${kind}. ${expected}`, { why });
}

/** The first lines, as far as they tell JSON from JSON Lines. */
async function firstText(file: Bytes): Promise<string> {
  const ENOUGH = 1 << 16;
  for await (const chunk of file.chunks()) return chunk.subarray(0, ENOUGH).toString('utf8');
  return '';
}
