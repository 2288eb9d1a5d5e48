import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects, type SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { GevinstError } from '../../server/errors.ts';
import { unreadableFile } from '../unreadableFile.ts';
import { clocksOf } from './arrowSchema.ts';
import type { Bytes } from './bytes.ts';
import type { Cell, Row, Rows } from './rows.ts';
import { clockCell, dayCell, decimalCell, float32Cell, momentCell, typedCell } from './typedCell.ts';

const IN_ONE = 50_000;
const MILLION = 1_000_000n;
/** How deep fields within fields are columns. */
const DEEPEST = 3;
const NONE: ReadonlyMap<string, number> = new Map();
/** Times of day by the milliseconds that a unit of theirs has. */
const CLOCKS = { MILLIS: 1, MICROS: 1e-3, NANOS: 1e-6 } as const;

/** Times as text, so that none loses its day or its offset on the way. */
const parsers = {
  timestampFromMilliseconds: (time: bigint) => momentCell(Number(time)),
  timestampFromMicroseconds: (time: bigint) => momentCell(Number(time / 1000n)),
  timestampFromNanoseconds: (time: bigint) => momentCell(Number(time / MILLION)),
  dateFromDays: (days: number) => dayCell(days * 86_400_000),
};

/** Opens a Parquet file; it is read a group of rows at a time. @throws GevinstError `unreadable-file` */
export async function openParquet(source: Bytes, onBytes: (bytes: number) => void): Promise<Rows> {
  const { slice, size } = source;
  if (!slice || size === null) throw new Error('A Parquet file is read from a disk.');
  const file: AsyncBuffer = {
    byteLength: size,
    async slice(start, end = size) {
      const bytes = await slice(start < 0 ? size + start : start, end);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    },
  };
  const written = await parquetMetadataAsync(file).catch(damaged);
  const clocks = await clocksOf(written);
  const columns = columnsOf(written.schema, clocks);
  const header = columns.map(({ path }) => path.join('.'));
  const elements = columns.map(({ element }) => element);
  const decimals = new Set(elements.filter((element) => isDecimal(element) || isInterval(element)));
  const metadata = {
    ...written,
    schema: written.schema.map((element) => (decimals.has(element) ? asWritten(element) : element)),
  };
  return {
    header,
    decimal: null,
    told: [],
    async *batches() {
      let rowStart = 0;
      for (const group of metadata.row_groups) {
        const end = rowStart + Number(group.num_rows);
        while (rowStart < end) {
          const rowEnd = Math.min(end, rowStart + IN_ONE);
          // Text that is not called so comes as bytes, and so do decimals, which would be rounded otherwise.
          const options = { file, metadata, rowStart, rowEnd, compressors, parsers, utf8: false };
          const records = await parquetReadObjects(options).catch(damaged);
          const first = rowStart + 1;
          yield records.map((record, i): Row => ({ line: first + i, cells: cellsOf(record, columns) }));
          rowStart = rowEnd;
        }
        onBytes(Number(group.total_compressed_size ?? 0n));
      }
    },
  };
}

interface Column {
  /** Its name, after the names of those that it lies within. */
  path: readonly string[];
  element: SchemaElement;
  /** Milliseconds of the unit of a time of day or a duration; null for what is none. */
  clock: number | null;
}

function cellsOf(record: object, columns: readonly Column[]): Cell[] {
  return columns.map((column) => {
    const value = column.path.reduce(within, record);
    return value === null || value === undefined ? '' : cellOf(value, column);
  });
}

function within(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
}

function cellOf(value: unknown, { element, clock }: Column): Cell {
  if (isDecimal(element)) return decimalCell(wholeOf(value), scaleOf(element));
  if (clock !== null) return clockCell(Number(value) * clock);
  if (value instanceof Uint8Array) {
    if (isInterval(element)) return intervalCell(value);
    if (element.type === 'BYTE_ARRAY') return typedCell(Buffer.from(value).toString());
  }
  if (element.type === 'FLOAT' && typeof value === 'number') return float32Cell(value);
  const cell = typedCell(value);
  return isLocalTime(element) ? cell.replace(/Z$/, '') : cell;
}

function isDecimal({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';
}

function isInterval({ converted_type }: SchemaElement): boolean {
  return converted_type === 'INTERVAL';
}

/** @param known by Arrow's description, for columns that Parquet's own says nothing of */
function clockOf(element: SchemaElement, known: ReadonlyMap<string, number>): number | null {
  const { name, type, converted_type, logical_type } = element;
  if (logical_type?.type === 'TIME') return CLOCKS[logical_type.unit];
  if (converted_type === 'TIME_MILLIS') return CLOCKS.MILLIS;
  if (converted_type === 'TIME_MICROS') return CLOCKS.MICROS;
  const isBare = !converted_type && !logical_type && (type === 'INT32' || type === 'INT64');
  return isBare ? (known.get(name) ?? null) : null;
}

/** Three numbers of 32 bits, the lowest byte first: months, days and milliseconds. Months have no length. */
function intervalCell(bytes: Uint8Array): Cell {
  const view = Buffer.from(bytes);
  const months = view.readUInt32LE(0);
  const clock = clockCell(view.readUInt32LE(4) * 86_400_000 + view.readUInt32LE(8));
  return months === 0 ? clock : `${months} months ${clock}`;
}

function scaleOf({ scale, logical_type }: SchemaElement): number {
  return scale ?? (logical_type?.type === 'DECIMAL' ? logical_type.scale : 0);
}

/** The column without what its numbers mean, so that they come as they are written. */
function asWritten({ converted_type: _, logical_type: __, ...element }: SchemaElement): SchemaElement {
  return element;
}

/** A whole number, or its bytes, the highest first. */
function wholeOf(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  const whole = BigInt(`0x${Buffer.from(value).toString('hex') || '0'}`);
  return BigInt.asIntN(value.length * 8, whole);
}

/** The columns; fields of a structure are columns of their own as in JSON, lists and what lies deeper are in one cell. */
function columnsOf(
  [root, ...elements]: readonly SchemaElement[],
  clocks: ReadonlyMap<string, number>,
): Column[] {
  const columns: Column[] = [];
  let at = 0;
  const take = (above: readonly string[], isWithin: boolean): void => {
    const element = elements[at++];
    if (!element) return;
    const path = [...above, element.name];
    const isOpened = !isWithin && path.length < DEEPEST && isStructure(element);
    if (!isWithin && !isOpened)
      columns.push({ path, element, clock: clockOf(element, path.length === 1 ? clocks : NONE) });
    for (let child = 0; child < (element.num_children ?? 0); child++) take(path, isWithin || !isOpened);
  };
  for (let child = 0; child < (root?.num_children ?? 0); child++) take([], false);
  return columns;
}

function isStructure({
  num_children,
  repetition_type,
  converted_type,
  logical_type,
}: SchemaElement): boolean {
  return (num_children ?? 0) > 0 && repetition_type !== 'REPEATED' && !converted_type && !logical_type;
}

/** Whether its times are on a wall clock, and not in UTC. */
function isLocalTime({ logical_type }: SchemaElement): boolean {
  return logical_type?.type === 'TIMESTAMP' && !logical_type.isAdjustedToUTC;
}

function damaged(error: unknown): never {
  if (error instanceof GevinstError) throw error;
  throw unreadableFile('damaged', 'The Parquet file is damaged or cut off.', {});
}
