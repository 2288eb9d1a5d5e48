import { GevinstError } from '../../server/errors.ts';
import type { Bytes } from './bytes.ts';
import { type Inspection, inspect } from './inspect.ts';
import { jsonFormat } from './json.ts';
import type { Rows } from './rows.ts';
import { asUtf8 } from './utf16.ts';

/** A table within a file: the only one of a CSV file, a sheet of a workbook, an entry of a ZIP file. */
export interface Part {
  /** What names the table: the file's own name, the sheet's, or the entry's without its folders. */
  name: string;
  /** Where in the file it is, as the user is told; null when the file is one table. */
  place: string | null;
  /**
   * Opens it. May be called again, and then starts again.
   * @param separator of a text file's cells, where its header does not tell
   * @throws GevinstError `unreadable-file`
   */
  rows(onBytes: (bytes: number) => void, separator?: string): Promise<Rows>;
}

type Format = 'csv' | 'xlsx' | 'zip' | 'gzip' | 'json' | 'jsonl' | 'arrow' | 'parquet';
type OneTable = Exclude<Format, 'xlsx' | 'zip' | 'gzip'>;

const MOST_BUFFERED = 512 << 20;
/** What lies in archives without anyone wanting it loaded. */
const QUIET = /(^|\/)(__MACOSX\/|\.|~\$|thumbs\.db$|desktop\.ini$)/i;

/**
 * The tables within a file, by what its first bytes say that it is, and its name where they say nothing.
 * @throws GevinstError `unreadable-file`, `too-large`
 */
export async function partsOf(onDisk: Bytes, inspected: Inspection): Promise<Part[]> {
  const { bytes: file, inspection } = await asUtf8(onDisk, inspected);
  const format = await formatOf(file, inspection);
  if (format === 'zip') return partsOfArchive(file);
  if (format === 'xlsx') {
    const { openWorkbook } = await import('./xlsx.ts');
    return openWorkbook(file);
  }
  if (format === 'gzip') return partsOfGzip(file);
  return [{ name: file.name, place: null, rows: opener(format, file, inspection) }];
}

function opener(format: OneTable, file: Bytes, inspection: Inspection): Part['rows'] {
  return async (onBytes, separator) => {
    switch (format) {
      case 'csv':
        return (await import('./csv.ts')).openCsv(file, inspection, onBytes, separator);
      case 'json':
        return (await import('./json.ts')).openJson(file, inspection, onBytes);
      case 'jsonl':
        return (await import('./json.ts')).openJsonLines(file, inspection, onBytes);
      case 'arrow':
        return (await import('./arrow.ts')).openArrow(await arrowBytes(file, inspection), onBytes);
      case 'parquet':
        return (await import('./parquet.ts')).openParquet(await seekable(file), onBytes);
    }
  };
}

/** An Arrow file has its index at the end; a stream has none, and can be as long as it likes. */
function arrowBytes(file: Bytes, { magic }: Inspection): Promise<Bytes> | Bytes {
  if (magic.toString('latin1').startsWith('ARROW1')) return seekable(file);
  return { name: file.name, size: file.size, chunks: file.chunks };
}

async function partsOfGzip(file: Bytes): Promise<Part[]> {
  const { gunzipped } = await import('./gzip.ts');
  const inside = gunzipped(file);
  return partsInside(inside, inside.name, null);
}

async function partsOfArchive(file: Bytes): Promise<Part[]> {
  const { zipEntries } = await import('./zip.ts');
  const entries = await zipEntries(file);
  const parts: Part[] = [];
  for (const entry of entries.filter(({ place }) => !QUIET.test(place))) {
    const place = `entry “${entry.place}”`;
    try {
      parts.push(...(await partsInside(entry, entry.name, place)));
    } catch (error) {
      if (!(error instanceof NoTable)) throw error;
      const passedOver = new GevinstError('unknown-table', error.message);
      parts.push({ name: entry.name, place, rows: () => Promise.reject(passedOver) });
    }
  }
  return parts;
}

/** The tables of a file within an archive. */
async function partsInside(packed: Bytes, name: string, place: string | null): Promise<Part[]> {
  const { bytes, inspection } = await asUtf8(packed, await inspect(packed));
  const inside = isPacked(inspection) ? await seekable(bytes) : bytes;
  const format = await formatOf(inside, inspection);
  if (format === 'zip' || format === 'gzip') {
    throw new GevinstError('unreadable-file', `${name} is an archive in another archive. Unpack it first.`);
  }
  if (format !== 'xlsx') return [{ name, place, rows: opener(format, inside, inspection) }];
  const { openWorkbook } = await import('./xlsx.ts');
  const sheets = await openWorkbook(inside);
  return sheets.map((sheet) => ({
    ...sheet,
    place: place === null ? sheet.place : `${sheet.place} of the ${place}`,
  }));
}

/** The same bytes with a way to read a part of them: in memory where they are only to be had from the start. */
async function seekable(file: Bytes): Promise<Bytes> {
  if (file.slice) return file;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file.chunks()) {
    size += chunk.length;
    if (size > MOST_BUFFERED) {
      throw new GevinstError(
        'too-large',
        `${file.name} is larger than 512 MB inside its archive. Unpack it first.`,
      );
    }
    chunks.push(chunk);
  }
  const all = Buffer.concat(chunks);
  return { ...file, size, slice: async (start, end) => all.subarray(start, end) };
}

const OLD_EXCEL = 'an old Excel workbook (.xls), or one with a password';
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
];

/** @throws GevinstError `unreadable-file` for a format that is known but not read */
async function formatOf(file: Bytes, { magic, bytes }: Inspection): Promise<Format> {
  const start = magic.toString('latin1');
  const other = OTHER.find(([known]) => start.startsWith(known));
  if (other) throw notRead(other[1]);
  if (isPacked({ magic })) return packedFormat(file);
  if (start.startsWith('\u001f\u008b')) return 'gzip';
  if (start.startsWith('ARROW1') || start.startsWith('\u00ff\u00ff\u00ff\u00ff')) return 'arrow';
  if (start.startsWith('PAR1')) return 'parquet';
  if (bytes === 0 || !/^(\u00ef\u00bb\u00bf)?\s*([[{\d]|$)/.test(start)) return namedLines(file.name);
  return jsonFormat(file.name, await firstText(file)) ?? namedLines(file.name);
}

function namedLines(name: string): Format {
  return /\.(jsonl|ndjson)$/i.test(name) ? 'jsonl' : 'csv';
}

function isPacked({ magic }: Pick<Inspection, 'magic'>): boolean {
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
class NoTable extends GevinstError {}
const NO_TABLES = new Set(['a PDF file', 'a picture', 'a program', 'an RTF document', 'a Word document']);

function notRead(kind: string): GevinstError {
  const Kind = NO_TABLES.has(kind) ? NoTable : GevinstError;
  return new Kind(
    'unreadable-file',
    `It is ${kind}. Expected CSV (save it as “CSV UTF-8”), a workbook (.xlsx), JSON, Arrow or Parquet.`,
    { why: kind === OLD_EXCEL ? 'old-excel' : 'other-kind' },
  );
}

/** The first lines, as far as they tell JSON from JSON Lines. */
async function firstText(file: Bytes): Promise<string> {
  const ENOUGH = 1 << 16;
  for await (const chunk of file.chunks()) return chunk.subarray(0, ENOUGH).toString('utf8');
  return '';
}
