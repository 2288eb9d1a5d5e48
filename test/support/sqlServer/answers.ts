/** Rows of text, as a statement gives them. */
export interface Result {
  columns: string[];
  rows: (string | null)[][];
}

/** An error as SQL Server tells it. */
export class SqlError extends Error {
  constructor(
    readonly number: number,
    message: string,
  ) {
    super(message);
  }
}

const ERROR = 0x02;
const COUNTED = 0x10;
const ATTENTION = 0x20;
const NULL = Buffer.alloc(8, 0xff);
const COLLATION = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34]);

/** What is said before a login; `encryption` is 1 where the server asks for it, and 2 where it has none. */
export function preloginAnswer(encryption: 1 | 2): Buffer {
  const options = Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff]);
  return Buffer.concat([options, Buffer.from([16, 0, 0, 0, 0, 0, encryption])]);
}

export function loginAnswer(): Buffer {
  const name = shortText('Microsoft SQL Server');
  const body = Buffer.concat([Buffer.from([1, 0x74, 0, 0, 4]), name, Buffer.from([16, 0, 0, 0])]);
  return Buffer.concat([Buffer.from([0xad]), u16(body.length), body, done(0, 0)]);
}

export function resultAnswer({ columns, rows }: Result): Buffer {
  const parts = [Buffer.from([0x81]), u16(columns.length)];
  for (const name of columns) {
    parts.push(Buffer.from([0, 0, 0, 0, 1, 0, 0xe7, 0xff, 0xff]), COLLATION, shortText(name));
  }
  for (const row of rows) parts.push(Buffer.from([0xd1]), ...row.map(cell));
  return Buffer.concat([...parts, done(COUNTED, rows.length)]);
}

export function doneAnswer(): Buffer {
  return done(0, 0);
}

export function attentionAnswer(): Buffer {
  return done(ATTENTION, 0);
}

export function errorAnswer(...errors: SqlError[]): Buffer {
  const tokens = errors.map(({ number, message }) => {
    const head = Buffer.alloc(6);
    head.writeUInt32LE(number, 0);
    head.writeUInt8(1, 4);
    head.writeUInt8(14, 5);
    const text = Buffer.concat([u16(message.length), Buffer.from(message, 'ucs2')]);
    const body = Buffer.concat([head, text, shortText('sql1'), shortText(''), Buffer.alloc(4)]);
    return Buffer.concat([Buffer.from([0xaa]), u16(body.length), body]);
  });
  return Buffer.concat([...tokens, done(ERROR, 0)]);
}

function cell(value: string | null): Buffer {
  if (value === null) return NULL;
  const text = Buffer.from(value, 'ucs2');
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  const chunk = text.length === 0 ? [] : [u32(text.length), text];
  return Buffer.concat([length, ...chunk, u32(0)]);
}

function done(status: number, rows: number): Buffer {
  const count = Buffer.alloc(8);
  count.writeBigUInt64LE(BigInt(rows));
  return Buffer.concat([Buffer.from([0xfd]), u16(status), u16(0xc1), count]);
}

function shortText(text: string): Buffer {
  return Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'ucs2')]);
}

function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
