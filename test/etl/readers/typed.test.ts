import {
  CompressionType,
  compressionRegistry,
  DateDay,
  Dictionary,
  DurationMicrosecond,
  Field,
  Float32,
  Float64,
  Int32,
  Int64,
  List,
  makeVector,
  RecordBatchFileWriter,
  Struct,
  Table,
  TimeNanosecond,
  TimeSecond,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { readOne } from './support.ts';

const NOON = new Date('2024-03-31T12:00:00.000Z');

/** Bytes in a frame that stores them as they are. */
function lz4(bytes: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt32LE((bytes.length | 0x80000000) >>> 0);
  return Buffer.concat([Buffer.from('04224d18604082', 'hex'), size, bytes, Buffer.alloc(4)]);
}

function zstd(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from('28b52ffda000000000000000', 'hex');
  head.writeUInt32LE(bytes.length, 5);
  head.writeUIntLE((bytes.length << 3) | 1, 9, 3);
  return Buffer.concat([head, bytes]);
}

describe('Arrow', () => {
  test('whole numbers to their last digit, days, moments, words of a dictionary, nothing', async () => {
    const table = new Table({
      id: vectorFromArray([9007199254740993n, -1n], new Int64()),
      x: vectorFromArray([1.234, null], new Float64()),
      day: vectorFromArray([NOON, null], new DateDay()),
      local: vectorFromArray([NOON, null], new TimestampMillisecond()),
      utc: vectorFromArray([NOON, null], new TimestampMillisecond('UTC')),
      word: vectorFromArray(['ja', 'ja'], new Dictionary(new Utf8(), new Int32())),
    });
    expect(table.schema.fields.every((field) => field instanceof Field)).toBe(true);
    const { cells } = await readOne('a.arrow', Buffer.from(tableToIPC(table, 'file')));
    expect(cells).toEqual([
      [
        '9007199254740993',
        '1.2340',
        '2024-03-31',
        '2024-03-31T12:00:00.000',
        '2024-03-31T12:00:00.000Z',
        'ja',
      ],
      ['-1', '', '', '', '', 'ja'],
    ]);
  });

  test('fields of a structure are columns with dots, as in JSON; lists are text', async () => {
    const type = new Struct([
      new Field('Reason', new Utf8(), true),
      new Field('In', new Struct([new Field('n', new Int32(), true)]), true),
    ]);
    const table = new Table({
      E: vectorFromArray([{ Reason: 'nede', In: { n: 1 } }, null, { Reason: null, In: null }], type),
      L: vectorFromArray([['a'], [], null], new List(new Field('x', new Utf8(), true))),
    });
    const { header, cells } = await readOne('a.arrow', Buffer.from(tableToIPC(table, 'file')));
    expect(header).toEqual(['E.Reason', 'E.In.n', 'L']);
    expect(cells).toEqual([
      ['nede', '1', '["a"]'],
      ['', '', '[]'],
      ['', '', ''],
    ]);
  });

  test('times of day and durations are no bare numbers, whatever their unit; 32 bits have few digits', async () => {
    const table = new Table({
      s: makeVector({ type: new TimeSecond(), data: new Int32Array([750]) }),
      ns: makeVector({ type: new TimeNanosecond(), data: new BigInt64Array([750_500_000_000n]) }),
      took: makeVector({ type: new DurationMicrosecond(), data: new BigInt64Array([-108_000_000_000n]) }),
      x: vectorFromArray([0.1], new Float32()),
    });
    const { cells } = await readOne('a.arrow', Buffer.from(tableToIPC(table, 'file')));
    expect(cells).toEqual([['00:12:30', '00:12:30.500', '-30:00:00', '0.1']]);
  });

  test.each([
    [CompressionType.LZ4_FRAME, lz4],
    [CompressionType.ZSTD, zstd],
  ])('compressed columns are read, as Feather files have them', async (compressionType, encode) => {
    compressionRegistry.set(compressionType, { encode });
    const writer = new RecordBatchFileWriter({ compressionType });
    writer.writeAll(new Table({ a: vectorFromArray(['æ', 'ja'], new Utf8()) }));
    const file = Buffer.from(await writer.toUint8Array());
    expect((await readOne('a.feather', file)).cells).toEqual([['æ'], ['ja']]);
  });

  test('LZ4 that copies from what it has unpacked before is read', async () => {
    const text = 'robot robot robot robot ja '.repeat(4);
    // What lz4 1.9 makes of the text.
    const frame = 'BCJNGGBAghwAAABucm9ib3QgBgAvamEVAAACJwAPGwAhUHQgamEgAAAAAA==';
    await readOne('a.arrow', Buffer.from(tableToIPC(new Table({ a: vectorFromArray(['1']) }), 'file')));
    const decoded = compressionRegistry
      .get(CompressionType.LZ4_FRAME)
      ?.decode?.(Buffer.from(frame, 'base64'));
    expect(Buffer.from(decoded ?? []).toString()).toBe(text);
  });

  test('one that is cut off is refused', async () => {
    const whole = Buffer.from(tableToIPC(new Table({ a: vectorFromArray(['1', '2']) }), 'stream'));
    await expect(readOne('a.arrow', whole.subarray(0, 60))).rejects.toThrow(
      'The Arrow file is damaged or cut off',
    );
  });
});

describe('Parquet', () => {
  const file = Buffer.from(
    parquetWriteBuffer({
      columnData: [
        { name: 'id', data: [9007199254740993n, -1n], type: 'INT64' },
        { name: 'x', data: [1.234, 2], type: 'DOUBLE' },
        { name: 'when', data: [NOON, NOON], type: 'TIMESTAMP' },
        { name: 'ok', data: [true, false], type: 'BOOLEAN' },
        { name: 'text', data: ['æ', ''], type: 'STRING' },
      ],
      rowGroupSize: 1,
    }),
  );

  test('values of all kinds, over groups of rows', async () => {
    const { cells, read } = await readOne('a.parquet', file);
    expect(cells).toEqual([
      ['9007199254740993', '1.2340', '2024-03-31T12:00:00.000Z', 'true', 'æ'],
      ['-1', '2', '2024-03-31T12:00:00.000Z', 'false', ''],
    ]);
    expect(read.map(({ line }) => line)).toEqual([1, 2]);
  });

  test.each([
    ['INT64', [-1n, 123456789012345678n, null], ['-0.0001', '12345678901234.5678', '']],
    ['INT32', [3, -0.0005, null], ['3.0000', '-0.0005', '']],
    ['BYTE_ARRAY', [-1n, 2n ** 56n, 0n, null], ['-0.0001', '7205759403792.7936', '0.0000', '']],
    ['FIXED_LEN_BYTE_ARRAY', [-1n, 2n ** 56n, null], ['-0.0001', '7205759403792.7936', '']],
  ] as const)('decimals kept as %s are exact', async (type, data, expected) => {
    const length = type === 'FIXED_LEN_BYTE_ARRAY' ? { type_length: 16 } : {};
    const decimals = Buffer.from(
      parquetWriteBuffer({
        columnData: [{ name: 'x', data: [...data] }],
        schema: [
          { name: 'root', num_children: 1 },
          {
            name: 'x',
            type,
            ...length,
            repetition_type: 'OPTIONAL',
            converted_type: 'DECIMAL',
            scale: 4,
            precision: 18,
          },
        ],
      }),
    );
    expect((await readOne('a.parquet', decimals)).cells.flat()).toEqual(expected);
  });

  test('fields of a structure are columns with dots, as in JSON; what lies too deep is text', async () => {
    const group = (name: string): SchemaElement => ({ name, num_children: 1, repetition_type: 'OPTIONAL' });
    const schema: SchemaElement[] = [
      { name: 'root', num_children: 1 },
      { name: 'E', num_children: 2, repetition_type: 'OPTIONAL' },
      { name: 'Reason', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      group('In'),
      group('Deep'),
      { name: 'n', type: 'INT32', repetition_type: 'OPTIONAL' },
    ];
    const data = [{ Reason: 'nede', In: { Deep: { n: 1 } } }, null, { Reason: null, In: null }];
    const columnData = [{ name: 'E', data }];
    const { header, cells } = await readOne(
      'a.parquet',
      Buffer.from(parquetWriteBuffer({ columnData, schema })),
    );
    expect(header).toEqual(['E.Reason', 'E.In.Deep']);
    expect(cells).toEqual([
      ['nede', '{"n":1}'],
      ['', ''],
      ['', ''],
    ]);
  });

  test('durations that only Arrow’s description in the file tells, as pandas writes them', async () => {
    const empty = new Table({
      took: vectorFromArray([], new DurationMicrosecond()),
      n: vectorFromArray([], new Int64()),
    });
    const described = Buffer.from(tableToIPC(empty, 'stream')).toString('base64');
    const write = (value: string) =>
      Buffer.from(
        parquetWriteBuffer({
          columnData: [
            { name: 'took', data: [750_000_000n], type: 'INT64' },
            { name: 'n', data: [7n], type: 'INT64' },
          ],
          kvMetadata: [{ key: 'ARROW:schema', value }],
        }),
      );
    expect((await readOne('a.parquet', write(described))).cells).toEqual([['00:12:30', '7']]);
    expect((await readOne('a.parquet', write('?'))).cells).toEqual([['750000000', '7']]);
  });

  test('times of day, intervals, numbers of 32 bits, and text that is not called so', async () => {
    const schema: SchemaElement[] = [
      { name: 'root', num_children: 6 },
      { name: 'ms', type: 'INT32', converted_type: 'TIME_MILLIS', repetition_type: 'OPTIONAL' },
      { name: 'us', type: 'INT64', converted_type: 'TIME_MICROS', repetition_type: 'OPTIONAL' },
      {
        name: 'ns',
        type: 'INT64',
        logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'NANOS' },
        repetition_type: 'OPTIONAL',
      },
      {
        name: 'took',
        type: 'FIXED_LEN_BYTE_ARRAY',
        type_length: 12,
        converted_type: 'INTERVAL',
        repetition_type: 'OPTIONAL',
      },
      { name: 'x', type: 'FLOAT', repetition_type: 'OPTIONAL' },
      { name: 'text', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
    ];
    const interval = (...parts: number[]) => new Uint8Array(Uint32Array.from(parts).buffer);
    const columnData = [
      { name: 'ms', data: [750_000, null] },
      { name: 'us', data: [750_500_000n, null] },
      { name: 'ns', data: [86_399_000_000_000n, null] },
      { name: 'took', data: [interval(0, 1, 5_400_000), interval(2, 0, 0)] },
      { name: 'x', data: [1234.567, null] },
      { name: 'text', data: [Buffer.from('Sø'), null] },
    ];
    const { cells } = await readOne('a.parquet', Buffer.from(parquetWriteBuffer({ columnData, schema })));
    expect(cells).toEqual([
      ['00:12:30', '00:12:30.500', '23:59:59', '25:30:00', '1234.567', 'Sø'],
      ['', '', '', '2 months 00:00:00', '', ''],
    ]);
  });

  test('one that is cut off is refused', async () => {
    await expect(readOne('a.parquet', file.subarray(0, file.length - 9))).rejects.toThrow(
      'The Parquet file is damaged or cut off',
    );
  });
});
