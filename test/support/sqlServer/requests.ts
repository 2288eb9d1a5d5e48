/** What a client logs in with. */
export interface Login {
  user: string;
  password: string;
  database: string;
  app: string;
  readOnly: boolean;
}

export interface Statement {
  sql: string;
  /** `@1`, `@2` and so on. */
  parameters: string[];
}

const READ_ONLY = 0x20;
const NVARCHAR = 0xe7;
const EXECUTE_SQL = 10;
const MAX = 0xffff;

export function loginOf(data: Buffer): Login {
  const bytes = (at: number) => {
    const from = data.readUInt16LE(at);
    return Buffer.from(data.subarray(from, from + 2 * data.readUInt16LE(at + 2)));
  };
  const text = (at: number) => bytes(at).toString('ucs2');
  const password = bytes(44).map((byte) => ((byte ^ 0xa5) << 4) | ((byte ^ 0xa5) >> 4));
  return {
    user: text(40),
    password: Buffer.from(password).toString('ucs2'),
    app: text(48),
    database: text(68),
    readOnly: (data.readUInt8(26) & READ_ONLY) !== 0,
  };
}

/** The text of a batch, which has headers before it. */
export function batchOf(data: Buffer): Statement {
  return { sql: data.subarray(data.readUInt32LE(0)).toString('ucs2'), parameters: [] };
}

/** A call of `sp_executesql`: the statement, what its parameters are declared as, and their values, all of them text. */
export function executeSqlOf(data: Buffer): Statement {
  let at = data.readUInt32LE(0);
  if (data.readUInt16LE(at) !== MAX || data.readUInt16LE(at + 2) !== EXECUTE_SQL) {
    throw new Error('Only sp_executesql is known.');
  }
  at += 6;
  const values: string[] = [];
  while (at < data.length) {
    at += 1 + 2 * data.readUInt8(at) + 1;
    if (data.readUInt8(at) !== NVARCHAR) throw new Error('Only nvarchar parameters are known.');
    const isLong = data.readUInt16LE(at + 1) === MAX;
    at += 8;
    const parts: Buffer[] = [];
    if (isLong) {
      at += 8;
      for (let length = data.readUInt32LE(at); length > 0; length = data.readUInt32LE(at)) {
        parts.push(data.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
      at += 4;
    } else {
      const length = data.readUInt16LE(at);
      parts.push(data.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
    values.push(Buffer.concat(parts).toString('ucs2'));
  }
  const [sql = '', , ...parameters] = values;
  return { sql, parameters };
}
