import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { undoLoad } from '../../etl/undo.ts';
import { engines, type TestWarehouse } from '../support/databases.ts';
import { tempFolder } from '../support/gevinst.ts';
import { LOADED } from './support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());
let written = 0;

const DIMENSIONS = {
  'projects.csv': 'project;name;municipality\nP1;Et;Vejle',
  'robots.csv': 'robot;project;name;queue\nR1;P1;Et;Kø Ét',
};
const SUMS =
  'select robot_id, day, status, runs, items, seconds, timed from run_day order by robot_id, day, status';

describe.each(engines)('on $name', ({ open }) => {
  let warehouse: TestWarehouse;
  beforeEach(async () => {
    warehouse = await open();
    for (const [name, text] of Object.entries(DIMENSIONS)) await load(name, text);
  });
  afterEach(() => warehouse.close());

  async function load(name: string, text: string) {
    const path = join(folder.path, `${written++}-${name}`);
    writeFileSync(path, text);
    const { files } = await loadPaths(warehouse.db, [path], LOADED);
    return files[0];
  }
  const rows = async (query: string) => (await sql.raw<object>(query).execute(warehouse.db)).rows;

  describe('an older file', () => {
    const csv = (runs: readonly string[]) =>
      ['robot;transaction;started;ended;status;items', ...runs].join('\n');
    /** Few transactions and ends, so that the same end comes with other content. */
    const run = fc
      .record({
        transaction: fc.integer({ min: 1, max: 4 }),
        hour: fc.integer({ min: 8, max: 9 }),
        status: fc.constantFrom('success', 'business_exception', 'system_exception'),
        items: fc.integer({ min: 1, max: 3 }),
      })
      .map(
        ({ transaction, hour, status, items }) =>
          `R1;T${transaction};;2024-05-01 0${hour}:00;${status};${items}`,
      );
    const file = fc.array(run, { minLength: 1, maxLength: 8 }).map(csv);
    const content = async () => [
      await rows(SUMS),
      await rows(
        'select robot_id, cast(run_key as text) as key, started, ended, status, items from run order by 1, 2',
      ),
    ];
    async function clear() {
      const loads = await warehouse.db
        .selectFrom('load')
        .select('load_id')
        .where('table_name', '=', 'runs')
        .where('undone', 'is', null)
        .orderBy('load_id', 'desc')
        .execute();
      for (const { load_id } of loads) await undoLoad(warehouse.db, load_id, LOADED);
      expect(await rows('select * from run')).toEqual([]);
      expect(await rows(SUMS)).toEqual([]);
    }

    test(
      'loaded again puts nothing back that a later one replaced: a, b, a is a, b',
      () =>
        fc.assert(
          fc.asyncProperty(file, file, async (a, b) => {
            await clear();
            await load('runs.csv', a);
            await load('runs.csv', b);
            const once = await content();
            expect(await load('runs.csv', a)).toMatchObject({ kept: 0 });
            expect(await load('runs.csv', b)).toMatchObject({ kept: 0 });
            expect(await content()).toEqual(once);
          }),
          { numRuns: 25 },
        ),
      60_000,
    );

    test('that is loaded again after its load was undone counts as new', async () => {
      const [a, b] = ['R1;T1;;2024-05-01 08:00;success;5', 'R1;T1;;2024-05-01 08:00;system_exception;9'].map(
        (line) => csv([line]),
      );
      const first = await load('runs.csv', a ?? '');
      await load('runs.csv', b ?? '');
      await undoLoad(warehouse.db, first?.load ?? 0, LOADED);
      expect(await load('runs.csv', a ?? '')).toMatchObject({ kept: 1 });
      expect(await rows(SUMS)).toMatchObject([{ status: 0, items: 5 }]);
    });
  });

  describe('a transaction that its source takes back', () => {
    const item = (id: number, status: string, ended = '2024-05-01T08:00:00Z') =>
      `${id},${status},Kø Ét,2024-05-01T07:59:00Z,${ended}`;
    const csv = (...items: string[]) =>
      ['Id,Status,QueueName,StartProcessing,EndProcessing', ...items].join('\n');
    const EARLY = csv(item(1, 'Successful'), item(5, 'Failed'), item(6, 'Failed'));
    const LATE = csv(
      item(1, 'Successful'),
      item(5, 'Retried'),
      item(6, 'Deleted'),
      item(99, 'Successful', '2024-05-01T09:00:00Z'),
    );

    test('is counted no more: an early export and then a late one give the sums of the late one alone', async () => {
      const early = await load('koe.csv', EARLY);
      const before = await rows(SUMS);
      const late = await load('koe.csv', LATE);
      expect(late).toMatchObject({ read: 4, kept: 3, duplicate: 1, passed: {} });
      expect(late?.told).toMatchObject([{ code: 'withdrawn', values: { count: 2 } }]);
      const both = await rows(SUMS);
      for (const again of [EARLY, LATE, `${EARLY}\n`, `${LATE}\n`]) {
        expect(await load('koe.csv', again)).toMatchObject({ kept: 0 });
      }
      expect(await rows(SUMS)).toEqual(both);

      await undoLoad(warehouse.db, late?.load ?? 0, LOADED);
      expect(await rows(SUMS)).toEqual(before);
      await undoLoad(warehouse.db, early?.load ?? 0, LOADED);
      expect(await rows(SUMS)).toEqual([]);
      await load('koe.csv', `${LATE}\n\n`);
      expect(await rows(SUMS)).toEqual(both);
    });

    test('counts again when it ends anew, and so as long as that is not undone', async () => {
      await load('koe.csv', EARLY);
      const late = await load('koe.csv', LATE);
      const taken = await rows(SUMS);
      const anew = await load('koe.csv', csv(item(5, 'Successful', '2024-05-01T10:00:00Z')));
      expect(anew).toMatchObject({ kept: 1 });
      expect(await rows(SUMS)).toMatchObject([{ status: 0, runs: 3 }]);
      await undoLoad(warehouse.db, anew?.load ?? 0, LOADED);
      expect(await rows(SUMS)).toEqual(taken);
      await undoLoad(warehouse.db, late?.load ?? 0, LOADED);
      expect(await rows(SUMS)).toMatchObject([
        { status: 0, runs: 1 },
        { status: 2, runs: 2 },
      ]);
    });

    test('that is in the same file with both states is not counted either', async () => {
      await load('koe.csv', csv(item(5, 'Failed'), item(5, 'Retried')));
      expect(await rows(SUMS)).toEqual([]);
    });
  });
});
