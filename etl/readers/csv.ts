import { Fault } from '../refusal.ts';
import { unreadableFile } from '../unreadableFile.ts';
import type { Bytes } from './bytes.ts';
import { type CsvShape, csvShape, lineEnd } from './csvHeader.ts';
import { CsvScanner } from './csvScanner.ts';
import type { Inspection } from './inspect.ts';
import { type RawLines, type Row, type Rows, titleTold } from './rows.ts';
import { textChunks } from './text.ts';

const MOST_COLUMNS = 5_000;
/** The decimal sign that goes with a separator. */
const DECIMALS: Readonly<Record<string, ',' | '.'>> = { ';': ',', ',': '.' };

/**
 * Opens a CSV file: reads its header, and gives its rows in batches of a chunk each, so that memory is bounded.
 * @param onBytes told how many more bytes have been read
 * @param separator of the cells, where the header does not tell
 * @throws GevinstError `unreadable-file`
 */
export async function openCsv(
  file: Bytes,
  inspection: Inspection,
  onBytes: (bytes: number) => void,
  separator?: string,
): Promise<Rows> {
  const chunks = textChunks(file, inspection, onBytes);
  const first = (await chunks.next()).value ?? '';
  const shape = csvShape(first, separator);
  const scanner = new CsvScanner(shape.separator, shape.newline, shape.line);
  // One chunk is held back, because a quote left open is an error only when no more text comes.
  let ahead = await chunks.next();
  const rows = scanner.push(first.slice(shape.start), ahead.done === true);
  const header = rows.shift();
  if (!header || header.fault) {
    throw unreadableFile('bad-header', `Line ${shape.line} is no header that can be read.`, {
      line: shape.line,
    });
  }
  if (header.cells.some((cell) => cell.includes('\0'))) {
    throw unreadableFile('not-text', 'It holds NUL characters in its header: it is no text.', {});
  }
  const width = header.cells.length;
  if (width > MOST_COLUMNS) {
    throw unreadableFile(
      'many-columns',
      `Line ${shape.line} has ${width} columns. Expected at most ${MOST_COLUMNS}.`,
      { most: MOST_COLUMNS },
    );
  }
  const check = (batch: Row[]) => checkedRows(batch, width, inspection.hasNul);
  async function* batches(): AsyncGenerator<Row[]> {
    yield check(rows);
    while (!ahead.done) {
      const text = ahead.value;
      ahead = await chunks.next();
      yield check(scanner.push(text, ahead.done === true));
    }
  }
  const raw = rawLines(file, inspection, shape, first, width);
  return {
    header: header.cells,
    decimal: DECIMALS[shape.separator] ?? null,
    separator: shape.separator,
    told: shape.titles.map(titleTold),
    ...(raw ? { raw } : {}),
    batches,
  };
}

/** Where the rows after the header are on disk; null where they are not, or the header is not plain. */
function rawLines(
  { fd }: Bytes,
  { encoding, bom, hasNul, bytes: size }: Inspection,
  shape: CsvShape,
  first: string,
  width: number,
): RawLines | null {
  const { separator } = shape;
  if (fd === undefined || hasNul || shape.newline !== '\n') return null;
  if (separator !== ';' && separator !== ',') return null;
  const end = lineEnd(first, shape.start);
  const head = first.slice(0, first.startsWith('\r\n', end) ? end + 2 : end + 1);
  if (head.slice(shape.start, end).includes('"')) return null;
  const bytes = encoding === 'utf-8' ? Buffer.byteLength(head) : head.length;
  const start = Math.min(bom + bytes, size);
  return { fd, bytes: size, start, line: shape.line + 1, separator, encoding, width };
}

/** Leaves out blank rows, and marks those that have not a cell for each column. */
export function checkedRows(batch: Row[], width: number, hasNul: boolean): Row[] {
  let blank = false;
  for (const row of batch) {
    const { cells } = row;
    if (cells.length !== width) {
      if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === ''))
        cells.length = width;
      else if (cells.length > width)
        row.fault ??= new Fault('too-many-cells', `${width} cells, as in the header`);
      else
        row.fault ??= new Fault(
          'too-few-cells',
          `${width} cells, as in the header; there are ${cells.length}`,
        );
    }
    if (hasNul && cells.some((cell) => cell.includes('\0'))) {
      row.fault ??= new Fault('nul-byte', 'text without NUL characters');
    }
    // A row that says something nearly always says it in its first cell.
    if (cells[0] === '' || cells[0]?.trim() === '') blank ||= isBlank(row);
  }
  return blank ? batch.filter((row) => !isBlank(row)) : batch;
}

function isBlank(row: Row): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}
