import { type RawBuilder, sql } from 'kysely';
import type { DatabaseLocation } from './connector.ts';

/** A page as it is asked for. */
export interface PageParts {
  cells: RawBuilder<unknown>[];
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>[];
  order: RawBuilder<unknown>[];
  rows: number;
}

/** What a kind of database has its own words for. */
export interface Wording {
  /** The schema that a table is looked for in first. */
  schema: string | null;
  /** What is between the day and the time of a moment that is compared with. */
  gap: ' ' | 'T';
  /** Whether moments of a column's type are told with their offset from UTC. */
  hasOffset(type: string): boolean;
  /** A column as text that can be read in one way only, whatever the database's settings. */
  text(column: RawBuilder<unknown>, type: string): RawBuilder<unknown>;
  /** Text of `text` as a value of the column's type: what is compared as text is in another order. */
  value(text: string, type: string): RawBuilder<unknown>;
  page(parts: PageParts): RawBuilder<Record<string, string | null>>;
}

const sqlite: Wording = {
  schema: null,
  gap: ' ',
  hasOffset: () => false,
  text: (column) => sql`cast(${column} as text)`,
  value: (text) => sql`${text}`,
  page: limited,
};

const postgres: Wording = {
  schema: 'public',
  gap: ' ',
  hasOffset: (type) => type === 'timestamptz',
  text(column, type) {
    switch (type) {
      case 'timestamp':
        return sql`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
      case 'timestamptz':
        return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
      default:
        return sql`cast(${column} as text)`;
    }
  },
  value: (text, type) => (type === '' ? sql`${text}` : sql`cast(${text} as ${sql.id(type)})`),
  page: limited,
};

function limited({ cells, from, where, order, rows }: PageParts): RawBuilder<Record<string, string | null>> {
  return sql`select ${sql.join(cells)} from ${from} where ${sql.join(where, sql` and `)}
    order by ${sql.join(order)} limit ${sql.lit(rows)}`;
}

/** Types of SQL Server by the name that a value of them is made with. Without a length, text would be cut. */
const MADE_AS: Record<string, string> = {
  char: 'varchar(8000)',
  varchar: 'varchar(8000)',
  nchar: 'nvarchar(4000)',
  nvarchar: 'nvarchar(4000)',
};
const AS_THEY_ARE = /^(datetime2?|smalldatetime|datetimeoffset|date|uniqueidentifier|(big|small|tiny)?int)$/;

/** Text with a T in it means the same whatever the login’s language; with a space, day and month can change places. */
const mssql: Wording = {
  schema: 'dbo',
  gap: 'T',
  hasOffset: (type) => type === 'datetimeoffset',
  text(column, type) {
    switch (type) {
      case 'datetime':
      case 'smalldatetime':
      case 'datetime2':
      case 'date':
        return sql`convert(varchar(34), ${column}, 126)`;
      case 'datetimeoffset':
        return sql`convert(varchar(34), cast(switchoffset(${column}, '+00:00') as datetime2), 126) + 'Z'`;
      default:
        return sql`cast(${column} as nvarchar(max))`;
    }
  },
  value(text, type) {
    const made = AS_THEY_ARE.test(type) ? type : MADE_AS[type];
    // Of a type that is not known here, SQL Server makes the column's own.
    return made === undefined ? sql`${text}` : sql`cast(${text} as ${sql.raw(made)})`;
  },
  page: ({ cells, from, where, order, rows }) =>
    sql`select top (${sql.lit(rows)}) ${sql.join(cells)} from ${from} where ${sql.join(where, sql` and `)}
      order by ${sql.join(order)}`,
};

/** What each kind of database is read with. */
export const WORDINGS: Record<DatabaseLocation['kind'], Wording> = { sqlite, postgres, mssql };
