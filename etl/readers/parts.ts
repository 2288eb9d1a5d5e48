import { GevinstError } from '../../server/errors.ts';
import { unreadableFile } from '../unreadableFile.ts';
import type { Bytes } from './bytes.ts';
import { type Format, formatOf, isPacked, NoTable } from './format.ts';
import { type Inspection, inspect } from './inspect.ts';
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
    throw unreadableFile('nested-archive', `${name} is an archive in another archive. Unpack it first.`, {
      entry: name,
    });
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
      throw unreadableFile(
        'large-entry',
        `${file.name} is larger than 512 MB inside its archive. Unpack it first.`,
        { entry: file.name },
        'too-large',
      );
    }
    chunks.push(chunk);
  }
  const all = Buffer.concat(chunks);
  return { ...file, size, slice: async (start, end) => all.subarray(start, end) };
}
