import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileResult } from '../../../etl/fileResult.ts';
import { loadPaths } from '../../../etl/load.ts';
import { UNREADABLE } from '../../../server/contract/unreadable.ts';
import { engines, type TestWarehouse } from '../../support/databases.ts';
import { tempFolder } from '../../support/gevinst.ts';
import { fixture, LOADED } from '../support.ts';
import type { BadFile } from './badFile.ts';
import { FILES } from './cases.ts';
import { columnOf, contentsOf, rowsAdded } from './contents.ts';
import { expectHarmless } from './harmless.ts';
import { MOVING, movingFile } from './movingCases.ts';

/** A file that cannot be read says why by a name that the pages have a sentence for. */
function expectReason(found: FileResult | undefined): void {
  const { errorCode = '', errorDetails } = found ?? {};
  if (['unreadable-file', 'too-large'].includes(errorCode)) {
    expect(Object.keys(UNREADABLE)).toContain(errorDetails?.why);
  }
}

describe.each(engines)('on $name', ({ name, open }) => {
  let warehouse: TestWarehouse;
  let folder: ReturnType<typeof tempFolder>;
  beforeEach(async () => {
    folder = tempFolder();
    warehouse = await open();
    await loadPaths(warehouse.db, [fixture('ok/minimal')], LOADED);
  });
  afterEach(async () => {
    await warehouse.close();
    folder.remove();
  });

  const cases = FILES.flatMap((section) =>
    section.cases.map((bad) => ({ ...bad, heading: section.heading })),
  );
  const here = cases.filter(({ bothEngines }) => name === 'sqlite' || bothEngines);
  for (const bad of here) test(`${bad.heading}. ${bad.title}: ${bad.gets}`, () => gives(bad));
  for (const { title, gets: what, happens, comes } of name === 'sqlite' ? MOVING.cases : []) {
    const bad = { title, gets: what, file: 'runs.csv', content: movingFile, comes };
    test(`${MOVING.heading}. ${title}: ${what}`, () => gives(bad, happens));
  }

  /** @param happens what is done to the file once some of it has been read */
  async function gives({ file, content, comes }: BadFile, happens?: (path: string) => void): Promise<void> {
    const { db } = warehouse;
    const path = join(folder.path, file);
    writeFileSync(path, await content());
    const before = await contentsOf(db);
    let waiting = happens;
    const onProgress = () => {
      waiting?.(path);
      waiting = undefined;
    };
    const result = await loadPaths(db, [path], { ...LOADED, onProgress });
    const after = await contentsOf(db);
    expectHarmless(JSON.stringify(result));
    const statuses = new Set(result.files.map(({ status }) => status));
    if ('failed' in comes) {
      expect([...statuses]).toEqual(['failed']);
      const [found] = result.files;
      expect(found).toMatchObject({ read: 0, kept: 0, duplicate: 0, refused: 0, refusals: [] });
      expectReason(found);
      if (typeof comes.failed === 'string') expect(found?.error).toBe(comes.failed);
      else expect(found?.error).toMatch(comes.failed);
      expect(after).toEqual(before);
    } else {
      const {
        kept,
        duplicate = 0,
        refused = [],
        refusedInAll = refused.length,
        expected,
        stored,
        told,
      } = comes;
      expect(result.files.flatMap(({ error }) => error ?? [])).toEqual([]);
      expect([...statuses]).toEqual(['loaded']);
      const refusals = result.files.flatMap((loaded) => loaded.refusals);
      expect(refusals.map(({ line, column, code }) => `${line} ${column ?? '-'} ${code}`)).toEqual(refused);
      if (expected) expect(refusals[0]?.expected).toMatch(expected);
      expect(result).toMatchObject({ kept, duplicate, refused: refusedInAll });
      expect(rowsAdded(before, after)).toBe(kept);
      if (told)
        expect(result.files.flatMap((loaded) => loaded.told.map(({ text }) => text)).join('\n')).toContain(
          told,
        );
      if (stored) expect(await columnOf(db, stored[0], stored[1])).toEqual(stored[2]);
    }
    const loads = await db.selectFrom('load').selectAll().orderBy('load_id').execute();
    expect(loads.slice(-result.files.length)).toMatchObject(
      result.files.map(({ status, error }) => ({ file, status, error: error ?? null })),
    );
  }
});
