import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mappingSchema } from '../../../etl/sources/mapping/jsonSchema.ts';
import { mappedRows } from '../../../etl/sources/mapping/mappedRows.ts';
import { parseMapping } from '../../../etl/sources/mapping/readMapping.ts';
import { MappingFile } from '../../../etl/sources/mapping/schema.ts';
import { tempFolder } from '../../support/gevinst.ts';
import { all, rowsOf } from './support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const text = (file: string) => readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8');
const page = text('own-formats.md');
const block = (language: string) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(page)?.[1] ?? '';

test('docs/mapping.schema.json is what mapping files are read by', () => {
  expect(JSON.parse(text('mapping.schema.json'))).toEqual(JSON.parse(mappingSchema()));
});

test('the example of docs/own-formats.md reads its file', async () => {
  const path = join(folder.path, 'sager.csv');
  writeFileSync(path, block('csv'));
  const rows = mappedRows(await rowsOf(path), parseMapping(block('yaml'), 'sager.yaml'));
  expect((await all(rows)).map(({ cells }) => cells)).toEqual([
    ['Boligstøtte', '4711-1', '2026-03-31T06:15:00Z', '2026-03-31T06:16:00Z', 'success', '1'],
  ]);
});

test('docs/own-formats.md tells of all that a mapping may say, and of nothing else', () => {
  const shape = MappingFile.options.find((variant) => variant.shape.table.value === 'runs')?.shape ?? {};
  const rows = [...page.matchAll(/^\| (`[a-z`, ]+) \|/gm)].flatMap(([, names = '']) =>
    names.match(/[a-z]+/g),
  );
  expect(rows.filter((name) => name !== 'name' || 'name' in shape).sort()).toEqual(Object.keys(shape).sort());
});
