import { Fault } from '../refusal.ts';
import { unreadableFile } from '../unreadableFile.ts';
import { type Cell, numberCell, type Place, type Row, type Rows, storable } from './rows.ts';

const MOST_COLUMNS = 5_000;
const DEEPEST = 3;
/** So many records name the header before the first are given. */
const LOOKED_AT = 1_000;
const EXPECTED = 'a JSON object, such as {"id": 1}';
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** One record of a file, as JSON text; null when it is no object. */
export interface Record extends Place {
  text: string | null;
}

/**
 * Makes rows of records: each field is a column, fields of an object within are columns named with a dot, and lists and
 * what lies deeper are JSON text. Records need not have the same fields: the header grows.
 * @param told what is known of the records as a whole once they are read
 */
export async function rowsOfRecords(
  batches: AsyncIterator<readonly Record[]>,
  told: Rows['told'] = [],
): Promise<Rows> {
  const columns = new Columns();
  const first: Row[] = [];
  let ended = false;
  while (first.length < LOOKED_AT && !ended) {
    const next = await batches.next();
    if (next.done) ended = true;
    else for (const record of next.value) first.push(columns.row(record));
  }
  return {
    header: columns.header,
    decimal: null,
    told,
    ...(first.length === 0 && ended ? { isEmptyList: true } : {}),
    async *batches() {
      yield first;
      while (!ended) {
        const next = await batches.next();
        if (next.done) return;
        yield next.value.map((record) => columns.row(record));
      }
    },
  };
}

class Columns {
  readonly header: string[] = [];
  readonly #at = new Map<string, number>();

  row({ line, record, text }: Record): Row {
    const value = text === null ? null : parsed(text);
    if (value === null) return { line, record, cells: [], fault: new Fault('bad-json', EXPECTED) };
    const cells: Cell[] = new Array<Cell>(this.header.length).fill('');
    try {
      this.#fill(cells, '', value, 1);
    } catch (error) {
      // JSON nested beyond all reason can be read, and not be written again.
      if (!(error instanceof RangeError)) throw error;
      return { line, record, cells: [], fault: new Fault('bad-json', EXPECTED) };
    }
    return { line, record, cells };
  }

  #fill(cells: Cell[], prefix: string, value: object, depth: number): void {
    for (const [key, field] of Object.entries(value)) {
      const name = prefix + key;
      if (isObject(field) && depth < DEEPEST) this.#fill(cells, `${name}.`, field, depth + 1);
      else {
        const place = this.#place(name, depth);
        if (place === null) continue;
        while (cells.length < place) cells.push('');
        cells[place] = cellOf(field);
      }
    }
  }

  /** @throws GevinstError `unreadable-file`. What a payload holds is left out from there on: no source reads it. */
  #place(name: string, depth: number): number | null {
    let place = this.#at.get(name);
    if (place !== undefined) return place;
    if (this.header.length >= MOST_COLUMNS) {
      if (depth > 1) return null;
      throw unreadableFile('many-columns', `Its records have more than ${MOST_COLUMNS} fields.`, {
        most: MOST_COLUMNS,
      });
    }
    place = this.header.length;
    this.header.push(storable(name));
    this.#at.set(name, place);
    return place;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return storable(value);
  if (typeof value === 'number') return numberCell(value);
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

/** The object; null for text that is none. Numbers too long for a double stay as they are written. */
function parsed(text: string): object | null {
  const safe = /\d{16}/.test(text) ? text.replace(STRING_OR_NUMBER, longNumberAsText) : text;
  try {
    const value: unknown = JSON.parse(safe);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function longNumberAsText(found: string): string {
  return /^-?\d{16,}$/.test(found) ? `"${found}"` : found;
}
