import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../../etl/load.ts';
import { proposeFor } from '../../../etl/sources/mapping/propose/proposeFor.ts';
import { engines } from '../../support/databases.ts';
import { tempFolder, writeBundle } from '../../support/gevinst.ts';
import { LOADED } from '../support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const BUNDLE = writeBundle(join(folder.path, 'bundle'), {
  projects: 'project;name;municipality\nP1;Housing;Vejle',
});

describe.each([
  ['\t', 'tab'],
  ['|', '"|"'],
])('cells between “%s”', (separator, name) => {
  const file = join(folder.path, `bilag-${separator.charCodeAt(0)}.txt`);
  const lines = [
    ['Projekt', 'Fra', 'Beløb', 'Note'],
    ['P1', '31-03-2025', '1.234,50', 'a; b, c'],
    ['P1', '01-04-2025', '"5"', ''],
  ];
  writeFileSync(file, `${lines.map((cells) => cells.join(separator)).join('\n')}\n`);

  test('are seen by the proposal, and loaded by it', async () => {
    const { text, preview, mapping } = await proposeFor(file, {});
    expect(text).toContain(`\nseparator: ${name}\n`);
    expect(mapping.separator).toBe(separator);
    expect(preview).toMatchObject({ rows: 2, read: 2 });
    const path = join(folder.path, 'bilag.yaml');
    writeFileSync(path, text);
    const warehouse = await engines[0]?.open();
    if (!warehouse) throw new Error('There is no engine.');
    const { db, close } = warehouse;
    await loadPaths(db, [BUNDLE], LOADED);
    const { files } = await loadPaths(db, [file], { ...LOADED, source: path });
    expect(files).toMatchObject([{ table: 'costs', kept: 2, refused: 0 }]);
    const costs = await db.selectFrom('cost').select(['amount_oere', 'note']).orderBy('from_day').execute();
    expect(costs).toEqual([
      { amount_oere: 123_450, note: 'a; b, c' },
      { amount_oere: 500, note: '' },
    ]);
    await close();
  });
});
