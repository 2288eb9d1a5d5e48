import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readEachFile } from '../../etl/eachFile.ts';
import { loadPaths } from '../../etl/load.ts';
import { engines } from '../support/databases.ts';
import { tempFolder } from '../support/gevinst.ts';
import { LOADED } from './support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

function written(name: string, lines: readonly string[]): string {
  const path = join(folder.path, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const PROJECTS = written('projects.csv', ['project;name;municipality', 'P1;Bolig;Vejle']);
const ROBOTS = written('robots.csv', ['robot;project;name;queue', 'R1;P1;Bolig;Bolig']);
const QUEUE = written('export.csv', [
  'Id,Status,Started (absolute),Ended (absolute)',
  '1,Successful,2025-03-03 08:00:00,2025-03-03 08:01:00',
]);
const OWN = written('egen.csv', ['Nr;Slut;Udfald', '7;2025-03-03 09:00;fint']);
const OFFSET = written('forskudt.csv', ['Nr;Slut;Udfald', '8;2025-03-03T09:00:00Z;fint']);
const MAPPING = written('egen.yaml', [
  'table: runs',
  'statuses: { fint: success }',
  'columns: { robot: { value: R1 }, transaction: { column: Nr }, ended: { column: Slut }, status: { column: Udfald } }',
]);
const EACH = {
  [QUEUE]: { queue: 'Bolig', zone: 'America/New_York' },
  [OWN]: { source: MAPPING },
  [OFFSET]: { source: MAPPING },
};
const ALL = [OWN, OFFSET, QUEUE, ROBOTS, PROJECTS];

describe.each(engines)('what is said of single files ($name)', ({ open }) => {
  test('is said of these only: each is read as its own source, of its own queue, in its own zone', async () => {
    const { db, close } = await open();
    const { files } = await loadPaths(db, ALL, { ...LOADED, each: EACH });
    expect(files.map(({ file, source, kept, localTimes }) => [file, source, kept, localTimes])).toEqual([
      ['projects.csv', 'projects', 1, null],
      ['robots.csv', 'robots', 1, null],
      ['egen.csv', 'egen', 1, 'Europe/Copenhagen'],
      ['forskudt.csv', 'egen', 1, null],
      ['export.csv', 'uipath-queue', 1, 'America/New_York'],
    ]);
    const runs = await db.selectFrom('run').select('ended').orderBy('ended').execute();
    expect(runs.map(({ ended }) => new Date(ended * 1000).toISOString())).toEqual([
      '2025-03-03T08:00:00.000Z',
      '2025-03-03T09:00:00.000Z',
      '2025-03-03T13:01:00.000Z',
    ]);
    await close();
  });

  test('a dry run sees the same, though nothing is there before it', async () => {
    const { db, close } = await open();
    const { kept, refused } = await loadPaths(db, ALL, { ...LOADED, each: EACH, dryRun: true });
    expect({ kept, refused }).toEqual({ kept: 5, refused: 0 });
    await close();
  });
});

test('a file that says what single files are must be JSON of that shape', async () => {
  const good = written('each.json', ['{"a.csv":{"source":"costs","zone":"UTC"}}']);
  expect(await readEachFile(good)).toEqual({ 'a.csv': { source: 'costs', zone: 'UTC' } });
  for (const bad of ['{', '[1]', '{"a.csv":{"zone":1}}']) {
    const path = written('bad.json', [bad]);
    await expect(readEachFile(path)).rejects.toMatchObject({ code: 'bad-parameter' });
  }
});
