import SQLite from 'better-sqlite3';
import { type Result, SqlError } from './answers.ts';
import type { Statement } from './requests.ts';
import { datetime, datetime2, guid, guidText, ticksText } from './types.ts';

type Stored = string | number | Buffer | null;

/** How a column of a type is kept, so that it compares and sorts as SQL Server’s own does. */
const KEPT: Record<string, (text: string) => Stored> = {
  datetime,
  datetime2,
  uniqueidentifier: guid,
  varchar: (text) => text,
  int: Number,
};

/**
 * A database that answers as SQL Server would, to what is asked of it in reading a robot platform: its catalogue,
 * `top`, `cast` and `convert`. Every condition and order is applied, to values of the columns' own types.
 */
export class TSqlDatabase {
  readonly #db = new SQLite(':memory:');

  constructor() {
    this.#db.exec(`attach ':memory:' as dbo; attach ':memory:' as sys;
      create table sys.schemas (name, schema_id); insert into sys.schemas values ('dbo', 1), ('sys', 4);
      create table sys.tables (name, type, schema_id, object_id);
      create table sys.views (name, type, schema_id, object_id);
      create table sys.columns (object_id, column_id, user_type_id, name, default_object_id, generated_always_type_desc,
        is_computed, is_identity, is_nullable, is_rowguidcol);
      create table sys.types (user_type_id, name, schema_id, is_nullable);
      create table sys.extended_properties (major_id, minor_id, name, value);`);
    for (const name of Object.keys(KEPT)) {
      this.#db.prepare(`insert into sys.types values (?, ?, 4, 1)`).run(name, name);
    }
    const convert = (name: string, by: (value: Stored) => Stored) =>
      this.#db.function(name, { deterministic: true }, (value) =>
        value === null ? null : by(value as Stored),
      );
    convert('style_126', (value) => (typeof value === 'number' ? ticksText(value) : value));
    convert('as_nvarchar_max', (value) => (Buffer.isBuffer(value) ? guidText(value) : String(value)));
    convert('as_varchar_8000', String);
    for (const [type, kept] of Object.entries(KEPT)) convert(`as_${type}`, (value) => kept(String(value)));
  }

  /** Makes a table in `dbo`. Text compares without regard to case, as it does by default in Denmark. */
  table(name: string, columns: Record<string, string>): void {
    const defined = Object.entries(columns).map(
      ([column, type]) => `"${column}" ${type === 'varchar' ? 'collate nocase' : ''}`,
    );
    this.#db.exec(`create table dbo."${name}" (${defined.join(', ')})`);
    this.#db.prepare(`insert into sys.tables values (?, 'U ', 1, ?)`).run(name, name);
    for (const [i, [column, type]] of Object.entries(columns).entries()) {
      this.#db
        .prepare(`insert into sys.columns values (?, ?, ?, ?, 0, 'NOT_APPLICABLE', 0, 0, 1, 0)`)
        .run(name, i + 1, type, column);
    }
  }

  insert(name: string, rows: readonly (string | null)[][]): void {
    const types = this.#db
      .prepare(`select user_type_id from sys.columns where object_id = ? order by column_id`)
      .pluck()
      .all(name) as string[];
    const insert = this.#db.prepare(`insert into dbo."${name}" values (${types.map(() => '?').join(', ')})`);
    this.#db.transaction(() => {
      for (const row of rows) {
        insert.run(row.map((cell, i) => (cell === null ? null : KEPT[types[i] ?? '']?.(cell))));
      }
    })();
  }

  /** Changes what is in a table, in SQLite’s own words. */
  run(statement: string): void {
    this.#db.exec(statement);
  }

  /** @throws SqlError for what SQL Server would not take */
  query({ sql, parameters }: Statement): Result {
    const statement = this.#db.prepare(translated(sql)).raw();
    const named = Object.fromEntries(parameters.map((value, i) => [String(i + 1), value]));
    const rows = statement.all(...(parameters.length > 0 ? [named] : [])) as unknown[][];
    return {
      columns: statement.columns().map(({ name }) => name),
      rows: rows.map((row) => row.map((cell) => (cell === null ? null : String(cell)))),
    };
  }
}

function translated(sql: string): string {
  if (/\blimit\b|::|\bto_char\b/.test(sql)) throw new SqlError(102, "Incorrect syntax near 'limit'.");
  return sql
    .replace(/^select top \((\d+)\) ([\s\S]*)$/, 'select $2 limit $1')
    .replace(/convert\(varchar\(34\), (\S+?), 126\)/g, 'style_126($1)')
    .replace(/cast\((\S+?) as (\w+)\)/g, 'as_$2($1)')
    .replace(/cast\((\S+?) as (\w+)\((\w+)\)\)/g, 'as_$2_$3($1)');
}
