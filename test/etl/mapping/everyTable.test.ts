import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { TABLES } from '../../../etl/sources/canonical/tables/index.ts';
import { proposeFor } from '../../../etl/sources/mapping/propose/proposeFor.ts';
import { GUIDE } from '../../../etl/template/guide.ts';
import { tempFolder } from '../../support/gevinst.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

function cell(value: string | number | Date): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') return value;
  const [day = '', time = ''] = value.toISOString().split('T');
  const danish = day.split('-').reverse().join('-');
  return time.startsWith('00:00') ? danish : `${danish} ${time.slice(0, 5)}`;
}

describe.each(TABLES)('$name', ({ name, columns }) => {
  test('with the Danish names of its columns and some of others, is told and read', async () => {
    const path = join(folder.path, `udtræk-${name.length}.csv`);
    const names = Object.keys(columns).reverse();
    const header = names.map((column) => columns[column]?.danish.at(-1) ?? column);
    const row = names.map((column) => cell(GUIDE[name]?.columns[column]?.[1] ?? ''));
    writeFileSync(path, `Oprettet af;${header.join(';')};Xyz\nabc;${row.join(';')};\n`);
    const { mapping, preview } = await proposeFor(path, {});
    expect(mapping.table.name).toBe(name);
    expect(preview).toMatchObject({ rows: 1, read: 1, first: null });
    for (const column of names) {
      const place = names.indexOf(column);
      if (row[place] !== '') expect(mapping.origins.get(column)).toMatchObject({ column: header[place] });
    }
  });
});
