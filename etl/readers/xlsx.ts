import type { Told } from '../../server/contract/uploads.ts';
import { unreadableFile } from '../unreadableFile.ts';
import type { Bytes } from './bytes.ts';
import type { Part } from './parts.ts';
import { type Cell, numberCell, type Row, type Rows, titleTold, twoRowsTold } from './rows.ts';
import { clockCell } from './typedCell.ts';
import { readWorkbook, type SheetFile, unescaped, type Workbook } from './workbook.ts';
import { readXml, type XmlEvents } from './xml.ts';

const DAY = 86_400;
const FROM_1900 = Date.UTC(1899, 11, 30) / 1000;
const FROM_1904 = Date.UTC(1904, 0, 1) / 1000;
const MOST_COLUMNS = 16_384;
const MOST_NAMED = 3;
/** So many rows may stand above a table. */
const MOST_TITLES = 20;

/** The sheets of a workbook that hold anything. @throws GevinstError `unreadable-file` */
export async function openWorkbook(file: Bytes): Promise<Part[]> {
  const workbook = await readWorkbook(file);
  const parts: Part[] = [];
  for (const sheet of workbook.sheets) {
    const part: Part = {
      name: sheet.name,
      place: `sheet “${sheet.name}”`,
      rows: (onBytes) => openSheet(workbook, sheet, onBytes),
    };
    if (!(await isEmpty(part))) parts.push(part);
  }
  return parts;
}

async function isEmpty(part: Part): Promise<boolean> {
  return (await part.rows(() => {})).header.length === 0;
}

/** Opens a sheet: its header is the first row that has more than a title. */
async function openSheet(
  workbook: Workbook,
  sheet: SheetFile,
  onBytes: (bytes: number) => void,
): Promise<Rows> {
  const reading = new SheetReading(workbook, await workbook.texts());
  const chunks = readXml(sheet.file, reading, onBytes);
  const told: Told[] = sheet.hidden ? [HIDDEN_SHEET] : [];
  let ahead: Row[] = [];
  let ended = false;
  // A title is told from a header by the rows that follow it.
  while (ahead.length <= MOST_TITLES && !ended) {
    ended = (await chunks.next()).done === true;
    ahead.push(...reading.takeRows());
  }
  const titles = titlesOf(ahead);
  ahead = ahead.slice(titles.length);
  for (const { line } of titles) told.push(titleTold(line));
  const [first, second] = ahead;
  const isTwo = second !== undefined && second.line === (first?.line ?? 0) + 1;
  const upper = first?.cells ?? [];
  return {
    ...sheetRows(upper, 1),
    ...(isTwo ? { underTwoRows: sheetRows(bothOf(upper, second.cells), 2) } : {}),
  };

  /** The rows below a header of so many rows. */
  function sheetRows(names: Cell[], above: number): Rows {
    const line = (first?.line ?? 0) + above - 1;
    const known = above === 1 ? told : [...told, twoRowsTold(line - 1, names)];
    return {
      header: names,
      decimal: null,
      told: known,
      async *batches() {
        const beside: number[] = [];
        const checked = (rows: Row[]) => {
          for (const { line, cells } of rows) if (cells.length > names.length) beside.push(line);
          return rows;
        };
        yield checked(ahead.slice(above));
        while (!ended) {
          ended = (await chunks.next()).done === true;
          yield checked(reading.takeRows());
        }
        const [row] = beside;
        if (row !== undefined) known.push(besideTold(beside.length, row));
        const ofSheet = reading.told(line, names.length);
        known.push(...ofSheet.filter(({ code }) => above === 1 || code !== 'merged-header'));
      },
    };
  }
}

/** The names of a header of two rows: the lower ones, and the upper where there is nothing below. */
function bothOf(upper: readonly Cell[], lower: readonly Cell[]): Cell[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, at) =>
    lower[at]?.trim() ? (lower[at] ?? '') : (upper[at] ?? ''),
  );
}

const HIDDEN_SHEET: Told = {
  code: 'hidden-sheet',
  values: {},
  text: 'the sheet is hidden, and was read as well',
};

function besideTold(count: number, row: number): Told {
  const text =
    count === 1
      ? `row ${row} has cells beside the table, which were not read`
      : `${count} rows have cells beside the table, which were not read; the first is row ${row}`;
  return { code: 'beside-table', values: { count, row }, text };
}

/** The rows of one cell each that stand above the first with more; where they are several, a row must follow that one. */
function titlesOf(rows: readonly Row[]): readonly Row[] {
  const isWide = (row: Row | undefined) =>
    row !== undefined && row.cells.filter((cell) => cell.trim()).length > 1;
  const table = rows.slice(0, MOST_TITLES + 1).findIndex(isWide);
  return table === 1 || isWide(rows[table + 1]) ? rows.slice(0, Math.max(table, 0)) : [];
}

/** Makes rows of what a sheet's XML says; rows without anything in them are left out. */
class SheetReading implements XmlEvents {
  #rows: Row[] = [];
  #cells: Cell[] = [];
  #line = 0;
  #at = 0;
  #type = 'n';
  #style = 0;
  #text = '';
  #inValue = false;
  #hidden = 0;
  #rowHidden = false;
  /** Formulas whose results the program that wrote them left to Excel. */
  #unsaved = 0;
  #rowUnsaved = 0;
  #isFormula = false;
  readonly #merged: string[] = [];

  constructor(
    private readonly workbook: Workbook,
    private readonly texts: readonly string[],
  ) {}

  takeRows(): Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** What the user should know of the sheet. */
  told(header: number, width: number): Told[] {
    const told: Told[] = [];
    if (this.#hidden > 0) {
      const text = `${this.#hidden} hidden ${this.#hidden === 1 ? 'row was' : 'rows were'} read as well`;
      told.push({ code: 'hidden-rows', values: { count: this.#hidden }, text });
    }
    if (this.#unsaved > 0) {
      const cells = this.#unsaved === 1 ? 'a cell has a formula' : `${this.#unsaved} cells have formulas`;
      const text = `${cells} without a result, and counted as empty: open the file in Excel, and save it`;
      told.push({ code: 'unsaved-formulas', values: { count: this.#unsaved }, text });
    }
    const inHeader = this.#merged.filter((ref) => rowsOf(ref).includes(header));
    if (inHeader.length > 0) {
      const cells = inHeader.join(', ');
      told.push({ code: 'merged-header', values: { cells }, text: `merged cells in its header: ${cells}` });
    }
    const below = this.#merged.filter((ref) => rowsOf(ref).every((row) => row > header));
    if (below.length > 0 && width > 0) {
      const named = below.slice(0, MOST_NAMED).join(', ') + (below.length > MOST_NAMED ? ', …' : '');
      const text = `merged cells (${named}): only the first cell of each has the value`;
      told.push({ code: 'merged-cells', values: { cells: named }, text });
    }
    return told;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#line = attributes.r ? Number(attributes.r) : this.#line + 1;
      this.#cells = [];
      this.#at = -1;
      this.#rowUnsaved = 0;
      this.#rowHidden = /^(1|true)$/.test(attributes.hidden ?? '');
    } else if (name === 'c') {
      this.#at = attributes.r ? columnOf(attributes.r) : this.#at + 1;
      this.#type = attributes.t ?? 'n';
      this.#style = Number(attributes.s ?? 0);
      this.#text = '';
      this.#isFormula = false;
    } else if (name === 'f') this.#isFormula = true;
    else if (name === 'v' || name === 't') this.#inValue = true;
    else if (name === 'mergeCell' && attributes.ref) this.#merged.push(attributes.ref);
  }

  text(text: string): void {
    if (this.#inValue) this.#text += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
  }

  #closeCell(): void {
    if (this.#isFormula && this.#text === '' && this.#type === 'n') this.#rowUnsaved++;
    if ((this.#text === '' && this.#type !== 'e') || this.#at >= MOST_COLUMNS) return;
    while (this.#cells.length < this.#at) this.#cells.push('');
    this.#cells[this.#at] = this.#cell();
  }

  #closeRow(): void {
    if (this.#cells.every((cell) => cell.trim() === '')) return;
    if (this.#rowHidden) this.#hidden++;
    this.#unsaved += this.#rowUnsaved;
    this.#rows.push({ line: this.#line, cells: this.#cells });
  }

  #shared(at: number): Cell {
    const text = this.texts[at];
    if (text !== undefined) return text;
    throw unreadableFile(
      'damaged-workbook',
      `The workbook is damaged: a cell in row ${this.#line} has a text that is not there.`,
      {},
    );
  }

  #cell(): Cell {
    switch (this.#type) {
      case 's':
        return this.#shared(Number(this.#text));
      case 'b':
        return this.#text === '1' ? 'true' : 'false';
      case 'n': {
        const value = Number(this.#text);
        if (Number.isNaN(value)) return this.#text;
        const shown = this.workbook.shows(this.#style);
        if (shown === 'duration') return clockCell(value * DAY * 1000);
        if (shown === 'percent') return `${numberCell(tidy(value * 100))} %`;
        if (shown === 'day' || shown === 'month' || shown === 'moment')
          return dateCell(value, shown, this.workbook.from1904);
        // Ids may have more digits than Excel itself would write.
        const text = /^\d{16,}$/.test(this.#text) ? this.#text : numberCell(tidy(value));
        return shown !== null && /^\d+$/.test(text) ? text.padStart(shown, '0') : text;
      }
      case 'e':
        return this.#text || '#ERROR!';
      default:
        return unescaped(this.#text);
    }
  }
}

/**
 * A day, a month, a moment, or a time of day alone, as ISO text. A moment at midnight has its time. Excel makes the first
 * of a month that is typed, and shows the month.
 */
function dateCell(serial: number, shown: 'day' | 'month' | 'moment', from1904: boolean): Cell {
  const seconds = Math.round(serial * DAY);
  const moment = new Date(((from1904 ? FROM_1904 : FROM_1900) + seconds) * 1000);
  if (Number.isNaN(moment.getTime())) return String(serial);
  const text = moment.toISOString();
  if (serial < 1 && shown === 'moment') return text.slice(11, 19);
  if (shown === 'moment' || seconds % DAY !== 0) return text.slice(0, 19);
  return shown === 'month' && text.slice(8, 10) === '01' ? text.slice(0, 7) : text.slice(0, 10);
}

/** The number that was typed: Excel keeps 0.1 + 0.2 with the noise of binary fractions in its last digits. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

/** The column of a reference such as `AB12`, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const char of reference) {
    const letter = char.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** The first and last row of a reference such as `A1:C2`. */
function rowsOf(reference: string): number[] {
  return reference.split(':').map((cell) => Number(/\d+$/.exec(cell)?.[0] ?? 0));
}
