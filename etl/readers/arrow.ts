import { type DataType, type Field, RecordBatchReader, type Struct, Type } from 'apache-arrow';
import { GevinstError } from '../../server/errors.ts';
import { unreadableFile } from '../unreadableFile.ts';
import { registerCodecs } from './arrowCodecs.ts';
import type { Bytes } from './bytes.ts';
import type { Cell, Row, Rows } from './rows.ts';
import { clockCell, dayCell, decimalCell, float32Cell, momentCell, typedCell } from './typedCell.ts';

/** How deep fields within fields are columns. */
const DEEPEST = 3;
/** Milliseconds of a unit of time: a second, and its thousandths. */
const UNITS = [1_000, 1, 1e-3, 1e-6];

/** Opens an Arrow file or stream (also Feather), and reads it a record batch at a time. @throws GevinstError `unreadable-file` */
export async function openArrow(file: Bytes, onBytes: (bytes: number) => void): Promise<Rows> {
  const reader = await opened(file, onBytes);
  const columns = reader.schema.fields.flatMap((field, at) => columnsOf(field, at, []));
  return {
    header: columns.map(({ path }) => path.join('.')),
    decimal: null,
    told: [],
    async *batches() {
      let line = 1;
      for (;;) {
        const next = await nextOf(reader);
        if (next.done) return;
        const batch = next.value;
        const rows: Row[] = [];
        for (let row = 0; row < batch.numRows; row++) {
          const cells = columns.map(({ at, path, field }) =>
            cellOf(field, path.slice(1).reduce(within, batch.getChildAt(at)?.get(row))),
          );
          rows.push({ line: line++, cells });
        }
        yield rows;
      }
    },
  };
}

interface Column {
  /** The place of the field that it is or lies within. */
  at: number;
  /** Its name, after the names of those that it lies within. */
  path: readonly string[];
  field: Field;
}

/** A field as a column; fields of a structure are columns of their own as in JSON. */
function columnsOf(field: Field, at: number, above: readonly string[]): Column[] {
  const path = [...above, field.name];
  const isOpened = field.type.typeId === Type.Struct && path.length < DEEPEST;
  if (!isOpened) return [{ at, path, field }];
  return (field.type as Struct).children.flatMap((child) => columnsOf(child, at, path));
}

function within(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
}

async function opened(file: Bytes, onBytes: (bytes: number) => void) {
  registerCodecs();
  try {
    const source = file.slice ? onDisk(file.slice, file.size ?? 0, onBytes) : file.chunks(onBytes);
    const reader = await RecordBatchReader.from(source as AsyncIterable<Buffer>);
    await reader.open();
    return reader;
  } catch (error) {
    return damaged(error);
  }
}

/** What Arrow takes for an open file: it reads the index at the end, and then one batch at a time. */
function onDisk(slice: NonNullable<Bytes['slice']>, size: number, onBytes: (bytes: number) => void): unknown {
  return {
    fd: 0,
    stat: async () => ({ size }),
    async read(into: Uint8Array, at: number, length: number, position: number) {
      const bytes = await slice(position, Math.min(size, position + length));
      into.set(bytes, at);
      onBytes(bytes.length);
      return { bytesRead: bytes.length, buffer: into };
    },
    close: async () => {},
  };
}

async function nextOf(reader: Awaited<ReturnType<typeof opened>>) {
  try {
    return await reader.next();
  } catch (error) {
    return damaged(error);
  }
}

function cellOf({ type }: Field, value: unknown): Cell {
  if (value === null || value === undefined) return '';
  switch (type.typeId) {
    case Type.Date:
      return dayCell(Number(value));
    case Type.Timestamp: {
      const text = momentCell(Number(value));
      return (type as DataType & { timezone?: string | null }).timezone ? text : text.replace(/Z$/, '');
    }
    case Type.Decimal:
      return decimalCell(wholeOf(value as Uint32Array), (type as DataType & { scale: number }).scale);
    case Type.Float:
      return type.toString() === 'Float32' ? float32Cell(Number(value)) : typedCell(Number(value));
    case Type.Time:
    case Type.Duration:
      return clockCell(Number(value) * (UNITS[(type as DataType & { unit: number }).unit] ?? 1));
    case Type.Struct:
    case Type.List:
    case Type.Map:
      return JSON.stringify(value, (_, inner: unknown) =>
        typeof inner === 'bigint' ? String(inner) : inner,
      );
    default:
      return typedCell(value);
  }
}

/** A whole number in words of 32 bits, the lowest first. */
function wholeOf(words: Uint32Array): bigint {
  const bits = BigInt(words.length * 32);
  let whole = 0n;
  for (const [at, word] of words.entries()) whole |= BigInt(word) << BigInt(at * 32);
  return whole >> (bits - 1n) ? whole - (1n << bits) : whole;
}

function damaged(error: unknown): never {
  if (error instanceof GevinstError) throw error;
  if (/unrecognized type/i.test((error as Error).message)) {
    const message = 'The Arrow file has a column of a kind that is not read. Save it as Parquet or CSV.';
    throw unreadableFile('arrow-column', message, {});
  }
  throw unreadableFile('damaged', 'The Arrow file is damaged or cut off.', {});
}
