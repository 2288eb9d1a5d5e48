import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { undoLoad } from '../../etl/undo.ts';
import { engines, type TestWarehouse } from '../support/databases.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';
import { LOADED } from './support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());
let written = 0;

const KNOWN = expect.stringContaining('the same file as load');
const PROJECT = 'project;name;municipality\nP1;Et;Vejle';
const OTHER_NAME = 'project;name;municipality\nP1;To;Vejle';

describe.each(engines)('on $name, a file of the same bytes', ({ open }) => {
  let warehouse: TestWarehouse;
  beforeEach(async () => {
    warehouse = await open();
  });
  afterEach(() => warehouse.close());

  async function load(tables: Record<string, string>) {
    const { files } = await loadPaths(
      warehouse.db,
      [writeBundle(join(folder.path, String(written++)), tables)],
      LOADED,
    );
    return files[0];
  }

  test('is known, whatever its name, and recorded as a load of duplicates', async () => {
    await load({ projects: PROJECT });
    expect(await load({ 'projekter-igen': PROJECT })).toMatchObject({
      kept: 0,
      duplicate: 1,
      told: [{ text: KNOWN }],
    });
    expect(await load({ projects: PROJECT })).toMatchObject({ kept: 0, duplicate: 1, load: 3 });
  });

  test('is read again when a later load has changed its table: the newest load wins', async () => {
    await load({ projects: PROJECT });
    await load({ projects: OTHER_NAME });
    expect(await load({ projects: PROJECT })).toMatchObject({ kept: 1, told: [] });
    expect(await warehouse.db.selectFrom('project').select('name').execute()).toEqual([{ name: 'Et' }]);
  });

  test('is read again when its load was undone', async () => {
    await load({ projects: PROJECT });
    await undoLoad(warehouse.db, 1, LOADED);
    expect(await load({ projects: PROJECT })).toMatchObject({ kept: 1, told: [] });
  });

  test('is read again when some of its rows were refused: what they named may be there now', async () => {
    const robots = 'robot;project;name\nR1;P1;Et\nR2;P9;To';
    await load({ projects: PROJECT });
    expect(await load({ robots })).toMatchObject({ kept: 1, refused: 1 });
    await load({ projects: 'project;name;municipality\nP9;Ni;Vejle' });
    expect(await load({ robots })).toMatchObject({ kept: 1, duplicate: 1, refused: 0 });
  });
});
