import { Temporal } from 'temporal-polyfill';
import { maskCpr } from '../../../../server/privacy.ts';
import type { Place, Row, Rows } from '../../../readers/rows.ts';
import { Fault, shortened } from '../../../refusal.ts';
import { COPENHAGEN } from '../../../time/zone.ts';
import { cellValue } from '../../canonical/column.ts';
import { parseInstant } from '../../canonical/parse/instant.ts';
import { kindOf } from '../kind.ts';
import type { Mapping } from '../mapping.ts';

const SHOWN_ROWS = 5;
const LONGEST_CELL = 24;
const SHOWN_OF_KEY = 2;

/** A row's first cell that the table would refuse. */
interface RowFault extends Place {
  column: string;
  value: string;
  expected: string;
}

/** How a sample looks as rows of its table. */
export interface Preview {
  /** The first rows that would be kept, in columns of even width. Personal numbers and transactions are not shown. */
  table: string;
  /** How many rows the sample gives, and how many of these can be read. Whether what they name is known is not asked. */
  rows: number;
  read: number;
  /** The first row that cannot be read, and why. */
  first: RowFault | null;
}

/** Reads mapped rows the way a load would. */
export async function previewOf(rows: Rows, mapping: Mapping): Promise<Preview> {
  const good: string[][] = [];
  let count = 0;
  let read = 0;
  let first: RowFault | null = null;
  for await (const batch of rows.batches()) {
    for (const row of batch) {
      count++;
      const fault = faultOf(row, rows, mapping);
      if (fault) first ??= fault;
      else {
        read++;
        if (good.length < SHOWN_ROWS)
          good.push(row.cells.map((cell, i) => shown(cell, rows.header[i] ?? '', rows, mapping)));
      }
    }
  }
  return { table: aligned([[...rows.header], ...good], mapping), rows: count, read, first };
}

function faultOf(row: Row, { header, decimal, sourceColumns }: Rows, { table }: Mapping): RowFault | null {
  const told = (column: string | undefined, value: string, { expected }: Fault) => ({
    line: row.line,
    record: row.record,
    column: column === undefined ? '' : (sourceColumns?.get(column) ?? column),
    value: column === 'transaction' ? '' : maskCpr(shortened(value, LONGEST_CELL)),
    expected: maskCpr(expected),
  });
  if (row.fault) return told(row.at?.column, row.at?.value ?? '', row.fault);
  for (const [i, name] of header.entries()) {
    const column = table.columns[name];
    const cell = row.cells[i] ?? '';
    // Of a transaction only a keyed hash is kept, so it may be anything.
    if (name === 'transaction' && cell.trim() !== '') continue;
    const value = column && cellValue(column, cell, decimal);
    if (value instanceof Fault) return told(name, cell, value);
  }
  return null;
}

/** A cell as it may be shown: a transaction's id can name a citizen's case. */
function shown(cell: string, column: string, { decimal }: Rows, mapping: Mapping): string {
  const text = maskCpr(loaded(cell, column, decimal, mapping).replace(/\s+/g, ' '));
  if (column === 'transaction') {
    return text === '' ? '' : `${text.slice(0, Math.min(SHOWN_OF_KEY, Math.floor(text.length / 2)))}…`;
  }
  return shortened(text, LONGEST_CELL);
}

/** What a cell is loaded as: its code for a word of the table's own, and a moment by the clock of the file's zone. */
function loaded(cell: string, column: string, decimal: Rows['decimal'], { table, zone }: Mapping): string {
  const spec = table.columns[column];
  if (!spec || cell.trim() === '') return cell;
  const kind = kindOf(spec);
  if (kind === 'choice') return String(cellValue(spec, cell, decimal) ?? '');
  if (kind !== 'instant') return cell;
  const { name } = zone ?? COPENHAGEN;
  const moment = Temporal.Instant.fromEpochMilliseconds(parseInstant(cell) * 1000).toZonedDateTimeISO(name);
  return moment.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ').replace(/:00$/, '');
}

/** Columns as wide as their widest cell, numbers to the right. */
function aligned(lines: readonly string[][], { table }: Mapping): string {
  const [header = []] = lines;
  const right = header.map((name) => {
    const column = table.columns[name];
    return column !== undefined && ['number', 'count', 'kroner', 'percent'].includes(kindOf(column));
  });
  const widths = header.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (right[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
