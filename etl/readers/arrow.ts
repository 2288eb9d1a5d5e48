import { type DataType, type Field, RecordBatchReader, Type } from 'apache-arrow';
import { GevinstError } from '../../server/errors.ts';
import { registerCodecs } from './arrowCodecs.ts';
import type { Bytes } from './bytes.ts';
import { type Cell, numberCell, type Row, type Rows } from './rows.ts';
import { dayCell, decimalCell, momentCell, typedCell } from './typedCell.ts';

/** Opens an Arrow file or stream (also Feather), and reads it a record batch at a time. @throws GevinstError `unreadable-file` */
export async function openArrow(file: Bytes, onBytes: (bytes: number) => void): Promise<Rows> {
  const reader = await opened(file, onBytes);
  const { fields } = reader.schema;
  return {
    header: fields.map(({ name }) => name),
    decimal: null,
    told: [],
    async *batches() {
      let line = 1;
      for (;;) {
        const next = await nextOf(reader);
        if (next.done) return;
        const batch = next.value;
        const columns = fields.map((field, at) => ({ field, values: batch.getChildAt(at) }));
        const rows: Row[] = [];
        for (let row = 0; row < batch.numRows; row++) {
          rows.push({
            line: line++,
            cells: columns.map(({ field, values }) => cellOf(field, values?.get(row))),
          });
        }
        yield rows;
      }
    },
  };
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
      return numberCell(type.toString() === 'Float32' ? Math.fround(Number(value)) : Number(value));
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
  throw new GevinstError('unreadable-file', 'The Arrow file is damaged or cut off.');
}
