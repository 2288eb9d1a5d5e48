import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects, type SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { GevinstError } from '../../server/errors.ts';
import type { Bytes } from './bytes.ts';
import type { Cell, Row, Rows } from './rows.ts';
import { dayCell, decimalCell, momentCell, typedCell } from './typedCell.ts';

const IN_ONE = 50_000;
const MILLION = 1_000_000n;

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
  if (!slice || size === null)
    throw new GevinstError('unreadable-file', 'A Parquet file is read from a disk.');
  const file: AsyncBuffer = {
    byteLength: size,
    async slice(start, end = size) {
      const bytes = await slice(start < 0 ? size + start : start, end);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    },
  };
  const written = await parquetMetadataAsync(file).catch(damaged);
  const columns = topColumns(written.schema);
  const header = columns.map(({ name }) => name);
  const decimals = new Set(columns.filter(isDecimal));
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
          const options = { file, metadata, rowStart, rowEnd, compressors, parsers };
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

function cellsOf(record: object, columns: readonly SchemaElement[]): Cell[] {
  const values = record as Readonly<Record<string, unknown>>;
  return columns.map((column) => {
    const value = values[column.name];
    if (isDecimal(column) && value !== null && value !== undefined) {
      return decimalCell(wholeOf(value), scaleOf(column));
    }
    const cell = typedCell(value);
    return isLocalTime(column) ? cell.replace(/Z$/, '') : cell;
  });
}

/** Whether it is a decimal number; those of a length that varies are left to hyparquet, which rounds them. */
function isDecimal({ type, converted_type, logical_type }: SchemaElement): boolean {
  return (converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL') && type !== 'BYTE_ARRAY';
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

/** The columns themselves, without what is within them. */
function topColumns([root, ...elements]: readonly SchemaElement[]): SchemaElement[] {
  const columns: SchemaElement[] = [];
  let at = 0;
  const skip = (element: SchemaElement | undefined): void => {
    for (let child = 0; child < (element?.num_children ?? 0); child++) skip(elements[at++]);
  };
  for (let child = 0; child < (root?.num_children ?? 0); child++) {
    const element = elements[at++];
    if (!element) break;
    columns.push(element);
    skip(element);
  }
  return columns;
}

/** Whether its times are on a wall clock, and not in UTC. */
function isLocalTime({ logical_type }: SchemaElement): boolean {
  return logical_type?.type === 'TIMESTAMP' && !logical_type.isAdjustedToUTC;
}

function damaged(error: unknown): never {
  if (error instanceof GevinstError) throw error;
  throw new GevinstError('unreadable-file', 'The Parquet file is damaged or cut off.');
}
