import type { FileHandle } from 'node:fs/promises';
import { GevinstError } from '../../server/errors.ts';
import { Fault } from '../refusal.ts';
import { csvShape } from './csvHeader.ts';
import { CsvScanner } from './csvScanner.ts';
import type { Inspection } from './inspect.ts';
import type { Row, Rows } from './rows.ts';
import { textChunks } from './text.ts';

const FORMATS: [string, string][] = [
  ['PK\u0003\u0004', 'a workbook or ZIP file'],
  ['%PDF', 'a PDF file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel workbook'],
  ['\u00ff\u00fe', 'UTF-16 text'],
  ['\u00fe\u00ff', 'UTF-16 text'],
  ['\u001f\u008b', 'a gzip file'],
];

/**
 * Opens a CSV file: reads its header, and gives its rows in batches of a chunk each, so that memory is bounded.
 * @param onBytes told how many more bytes have been read
 * @throws GevinstError `unreadable-file`
 */
export async function openCsv(
  file: FileHandle,
  inspection: Inspection,
  onBytes: (bytes: number) => void,
): Promise<Rows> {
  const magic = inspection.magic.toString('latin1');
  const other = FORMATS.find(([start]) => magic.startsWith(start));
  if (other) {
    throw new GevinstError('unreadable-file', `It is ${other[1]}. Expected CSV: save it as “CSV UTF-8”.`);
  }
  const chunks = textChunks(file, inspection, onBytes);
  const first = (await chunks.next()).value ?? '';
  const shape = csvShape(first);
  const scanner = new CsvScanner(shape.separator, shape.newline, shape.line);
  // One chunk is held back, because a quote left open is an error only when no more text comes.
  let ahead = await chunks.next();
  const rows = scanner.push(first.slice(shape.start), ahead.done === true);
  const header = rows.shift();
  if (!header || header.fault) {
    throw new GevinstError('unreadable-file', `Line ${shape.line} is no header that can be read.`);
  }
  if (header.cells.some((cell) => cell.includes('\0'))) {
    throw new GevinstError('unreadable-file', 'It holds NUL characters in its header: it is no text.');
  }
  const width = header.cells.length;
  const check = (batch: Row[]) => checked(batch, width, inspection.hasNul);
  async function* batches(): AsyncGenerator<Row[]> {
    yield check(rows);
    while (!ahead.done) {
      const text = ahead.value;
      ahead = await chunks.next();
      yield check(scanner.push(text, ahead.done === true));
    }
  }
  return { header: header.cells, decimal: shape.separator === ';' ? ',' : '.', batches };
}

/** Leaves out blank rows, and marks those that have not a cell for each column. */
function checked(batch: Row[], width: number, hasNul: boolean): Row[] {
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
