import { DummyDriver, Kysely, MssqlAdapter, MssqlIntrospector, MssqlQueryCompiler, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { WORDINGS } from '../../../etl/sources/pull/wording.ts';

const db = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new MssqlAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new MssqlIntrospector(of),
    createQueryCompiler: () => new MssqlQueryCompiler(),
  },
});
const { mssql } = WORDINGS;
const column = sql`t.${sql.id('x')}`;

const ISO = 'convert(varchar(34), t."x", 126)';
const PLAIN = 'cast(t."x" as nvarchar(max))';

describe('SQL Server: a column as text, and text as a value of the column’s type', () => {
  test.each([
    ['datetime', ISO, 'cast(@1 as datetime)'],
    ['smalldatetime', ISO, 'cast(@1 as smalldatetime)'],
    ['datetime2', ISO, 'cast(@1 as datetime2)'],
    ['date', ISO, 'cast(@1 as date)'],
    [
      'datetimeoffset',
      `convert(varchar(34), cast(switchoffset(t."x", '+00:00') as datetime2), 126) + 'Z'`,
      'cast(@1 as datetimeoffset)',
    ],
    ['uniqueidentifier', PLAIN, 'cast(@1 as uniqueidentifier)'],
    ['int', PLAIN, 'cast(@1 as int)'],
    ['bigint', PLAIN, 'cast(@1 as bigint)'],
    // Without a length, SQL Server cuts after 30 characters.
    ['char', PLAIN, 'cast(@1 as varchar(8000))'],
    ['varchar', PLAIN, 'cast(@1 as varchar(8000))'],
    ['nvarchar', PLAIN, 'cast(@1 as nvarchar(4000))'],
    ['a type of the database’s own', PLAIN, '@1'],
  ])('%s', (type, text, value) => {
    expect(mssql.text(column, type).compile(db).sql).toBe(text);
    const made = mssql.value('2026-03-01T08:00:00.003', type).compile(db);
    expect(made.sql).toBe(value);
    expect(made.parameters).toEqual(['2026-03-01T08:00:00.003']);
  });

  test('only a datetimeoffset tells moments with their offset', () => {
    expect(['datetime', 'datetime2', 'datetimeoffset'].filter((type) => mssql.hasOffset(type))).toEqual([
      'datetimeoffset',
    ]);
  });

  test('a page is the top of what is asked for', () => {
    const page = mssql.page({
      cells: [sql`t.a`, sql`t.b`],
      from: sql`dbo.x as t`,
      where: [sql`t.a > ${'1'}`, sql`t.b > ${'2'}`],
      order: [sql`t.a`, sql`t.b`],
      rows: 10,
    });
    const { sql: text, parameters } = page.compile(db);
    expect(text.replace(/\s+/g, ' ')).toBe(
      'select top (10) t.a, t.b from dbo.x as t where t.a > @1 and t.b > @2 order by t.a, t.b',
    );
    expect(parameters).toEqual(['1', '2']);
  });
});
