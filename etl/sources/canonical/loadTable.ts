import type { Told } from '../../../server/contract/uploads.ts';
import { type Counts, type Loading, noCounts } from '../../loading.ts';
import { type Place, placeText, type Row } from '../../readers/rows.ts';
import { Fault } from '../../refusal.ts';
import { tableBrief } from '../../write/brief.ts';
import { heldByHand } from '../../write/heldByHand.ts';
import { misfits } from '../../write/misfits.ts';
import { addMunicipalities } from '../../write/municipalities.ts';
import { upsert } from '../../write/upsert.ts';
import { cellValue, type Reference } from './column.ts';
import type { Layout } from './header.ts';
import { type Known, readKnown } from './known.ts';
import { NearCodes } from './nearCodes.ts';
import type { ReadRow, Table } from './table.ts';

/** So many pairs of codes that look alike are told. */
const MOST_TOLD = 5;

/** Loads the rows of one of the small tables: reads, checks and upserts them, a batch at a time. */
export async function loadTable(loading: Loading, table: Table, layout: Layout): Promise<Counts> {
  const known = await readKnown(loading.trx, referencesOf(table));
  const reader = new TableReader(loading, table, layout, known);
  const waiting: ReadRow[] = [];
  for await (const batch of loading.rows.batches()) {
    const rows = batch.flatMap((row) => reader.read(row) ?? []);
    if (table.arrange) for (const row of rows) waiting.push(row);
    else await write(loading, table, known, rows, reader.counts);
  }
  if (table.arrange) {
    const { rows, refused } = table.arrange(waiting, known);
    for (const { row, column, fault } of refused)
      reader.refuse(row, column, row.cells[column] ?? null, fault);
    await write(loading, table, known, rows, reader.counts);
  }
  reader.counts.brief = await tableBrief(loading.trx, table.target, loading.loadId);
  if (NAMING.has(table.target)) loading.told.push(...(await misfits(loading.trx, loading.loadId)));
  return reader.counts;
}

/** What names measures, and what is named. */
const NAMING: ReadonlySet<Table['target']> = new Set(['benefit', 'measure']);

function referencesOf(table: Table): Set<Reference> {
  const columns = Object.values(table.columns).flatMap((column) => column.refers ?? []);
  return new Set([...columns, ...(table.needs ?? [])]);
}

async function write(
  { trx, loadId, told }: Loading,
  table: Table,
  known: Known,
  rows: readonly ReadRow[],
  counts: Counts,
): Promise<void> {
  const { municipality } = table;
  if (municipality)
    await addMunicipalities(
      trx,
      rows.map((row) => municipality(row.values)),
    );
  const records = rows.map((row) => ({
    ...table.record(row.values, known, row.occurrence),
    load_id: loadId,
  }));
  const { wanted, kept } = await heldByHand(trx, table.target, table.targetKey, records);
  const { written, overHand } = await upsert(trx, table.target, table.targetKey, wanted);
  counts.kept += written;
  counts.duplicate += rows.length - written;
  if (kept > 0) told.push(keptTold(kept));
  if (overHand > 0) told.push(overHandTold(overHand));
}

function keptTold(count: number): Told {
  const text = `${count} rows were left as they have been changed by hand in Gevinst since: the file says what it said before that`;
  return { code: 'kept-by-hand', values: { count }, text };
}

function overHandTold(count: number): Told {
  const text = `${count} rows that had been changed by hand in Gevinst now say what the file says; undoing the load brings them back`;
  return { code: 'over-hand', values: { count }, text };
}

/** The codes of the measures of each name, whatever the case. */
function namesOf(measures: Known['measure']): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [code, { name }] of measures) {
    const key = name.trim().toLowerCase();
    names.set(key, [...(names.get(key) ?? []), code]);
  }
  return names;
}

class TableReader {
  readonly counts: Counts = noCounts();
  /** The rows seen so far, by key: where, and what they said. */
  readonly #seen = new Map<string, { place: Place; content: string }>();

  readonly #own = new NearCodes();
  readonly #near = new Map<Reference, NearCodes>();
  #told = 0;
  #measures: Map<string, string[]> | null = null;
  readonly #doubted = new Set<string>();

  constructor(
    private readonly loading: Loading,
    private readonly table: Table,
    private readonly layout: Layout,
    private readonly known: Known,
  ) {}

  refuse(place: Place, column: string | null, value: string | null, fault: Fault): null {
    this.loading.refusals.add(place, column, value, fault);
    return null;
  }

  /** The row with its values; null when it is refused or a duplicate, which is counted. */
  read(row: Row): ReadRow | null {
    this.counts.read++;
    if (row.fault) return this.refuse(row, row.at?.column ?? null, row.at?.value ?? null, row.fault);
    if (this.#isUnfilled(row)) {
      this.counts.passed['not-filled'] = (this.counts.passed['not-filled'] ?? 0) + 1;
      return null;
    }
    const values: Record<string, unknown> = {};
    const cells: Record<string, string> = {};
    for (const [name, column] of Object.entries(this.table.columns)) {
      const place = this.layout.at.get(name);
      const cell = place === undefined ? undefined : row.cells[place]?.trim();
      const read = cellValue(column, cell, this.loading.rows.decimal);
      const value = column.refers === 'measure' ? this.#measureNamed(read) : read;
      if (value instanceof Fault) return this.refuse(row, name, cell ?? null, value);
      if (column.refers && value !== null && !this.known[column.refers].has(`${value}`)) {
        const expected = column.holds + this.#alike(column.refers, `${value}`);
        return this.refuse(row, name, `${value}`, new Fault('unknown-reference', expected));
      }
      if (value !== null) this.#tellOfDoubt(name, column.doubt?.(cell ?? '', value) ?? null, row, cell ?? '');
      values[name] = value;
      cells[name] = cell ?? '';
    }
    const mismatch = this.table.check?.(values, this.known);
    if (mismatch) return this.refuse(row, mismatch.column, cells[mismatch.column] ?? null, mismatch.fault);
    const { line, record } = row;
    const read = { line, record, values, cells, occurrence: 0 };
    return this.table.repeats || this.#isFirst(read) ? read : null;
  }

  /** Whether it is a form's row that waits for what there is to say. */
  #isUnfilled(row: Row): boolean {
    const { says } = this.table;
    return says?.every((name) => (row.cells[this.layout.at.get(name) ?? -1] ?? '').trim() === '') ?? false;
  }

  /** The code of the only measure of a name, where it is the code of none. */
  #measureNamed(value: unknown): unknown {
    if (typeof value !== 'string' || this.known.measure.has(value)) return value;
    this.#measures ??= namesOf(this.known.measure);
    const codes = this.#measures.get(value.toLowerCase()) ?? [];
    if (codes.length < 2) return codes[0] ?? value;
    return new Fault(
      'unknown-reference',
      `one measure of that name; there are ${codes.length}: write its code`,
    );
  }

  /** Tells of a column's first value that may have been meant otherwise. */
  #tellOfDoubt(column: string, doubt: string | null, place: Place, cell: string): void {
    if (doubt === null || this.#doubted.has(column)) return;
    this.#doubted.add(column);
    const theirs = this.loading.refusals.sourceColumns?.get(column) ?? column;
    const { line, record } = place;
    const values = { column: theirs, line, ...(record === undefined ? {} : { record }), cell };
    const text = `${column} ${record === undefined ? 'on' : 'of'} ${placeText(place)} is ${doubt}`;
    this.loading.told.push({ code: 'in-doubt', values, text });
  }

  #isFirst(row: ReadRow): boolean {
    const { line, record, values, cells } = row;
    const key = JSON.stringify(this.table.key.map((column) => values[column]));
    const content = JSON.stringify(values);
    const earlier = this.#seen.get(key);
    if (!earlier) {
      this.#seen.set(key, { place: { line, record }, content });
      this.#tellOfNear(values);
    } else if (earlier.content === content) this.counts.duplicate++;
    else {
      const [column = ''] = this.table.key;
      const expected = `one row for each ${this.table.key.join(', ')}; ${placeText(earlier.place)} says something else`;
      this.refuse(row, column, cells[column] ?? null, new Fault('conflicting-row', expected));
    }
    return earlier === undefined;
  }

  /** Tells of codes that look like one and are two: their rows' figures would be apart. */
  #tellOfNear(values: ReadRow['values']): void {
    const [column, ...more] = this.table.key;
    if (column === undefined || more.length > 0) return;
    const code = `${values[column]}`;
    const other = this.#own.near(code);
    this.#own.add(code);
    if (other === null || this.#told++ >= MOST_TOLD) return;
    const text = `“${other}” and “${code}” are two ${this.table.name}, though they differ only by case, spaces or zeros in front`;
    this.loading.told.push({ code: 'near-codes', values: { one: other, other: code }, text });
  }

  /** What a code that is not known may have been meant to be, for the user. */
  #alike(refers: Reference, code: string): string {
    const codes = this.#near.get(refers) ?? new NearCodes(this.known[refers].keys());
    this.#near.set(refers, codes);
    const near = codes.near(code);
    return near === null ? '' : `; there is “${near}”`;
  }
}
