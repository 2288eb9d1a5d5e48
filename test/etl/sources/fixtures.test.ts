import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tableOfHeader } from '../../../etl/sources/canonical/identify.ts';
import { TABLES } from '../../../etl/sources/canonical/tables/index.ts';
import { SOURCES } from '../../../etl/sources/index.ts';
import { fixture } from '../support.ts';
import { fixturesOf, openFixture, type Read, readRows, summary } from './read.ts';

const files = (kind: 'ok' | 'bad') =>
  SOURCES.flatMap((source) => fixturesOf(source, kind).map((path) => ({ source, path, name: source.name })));

describe('every file of fixtures/sources is read as its expected.json says', () => {
  test.each([...files('ok'), ...files('bad')])('$path', async ({ source, path }) => {
    const expected: Record<string, Read> = JSON.parse(
      readFileSync(fixture(`sources/${source.name}/expected.json`), 'utf8'),
    );
    const { name, rows, close } = await openFixture(path);
    expect(await summary(source, rows, { name })).toEqual(expected[path.split('/').slice(2).join('/')]);
    await close();
  });
});

describe('an export is recognised by its columns', () => {
  test.each(files('ok'))('$path is of $name and no other source', async ({ name, path }) => {
    const { rows, close } = await openFixture(path);
    expect(SOURCES.filter((s) => s.recognises(rows.header)).map((s) => s.name)).toEqual([name]);
    await close();
  });

  test.each(files('ok'))('$path is no table of a bundle', async ({ path }) => {
    const { rows, close } = await openFixture(path);
    expect(() => tableOfHeader(rows.header)).toThrow();
    await close();
  });

  test.each(TABLES.map((table) => ({ name: table.name, table })))(
    '$name of a bundle is of no source',
    ({ table }) => {
      const english = Object.keys(table.columns);
      const danish = Object.values(table.columns).map((column) => column.danish[0] ?? '');
      for (const columns of [english, danish]) {
        expect(SOURCES.filter((source) => source.recognises(columns))).toEqual([]);
      }
    },
  );

  test('upper case and spaces around columns do not matter', () => {
    const n8n = SOURCES.find(({ name }) => name === 'n8n');
    expect(n8n?.recognises([' STATUS', 'startedat ', 'stoppedAt'])).toBe(true);
  });
});

describe('what the case itself says is in no run and no refusal', () => {
  test.each([...files('ok'), ...files('bad')])('$path', async ({ source, path }) => {
    const { rows, close } = await openFixture(path);
    const found = await readRows(source, rows, { queue: 'Q', name: basename(path) }).catch(() => []);
    expect(JSON.stringify(found)).not.toMatch(/010101|Testesen/);
    await close();
  });
});
