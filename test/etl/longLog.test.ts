import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';
import { LOADED } from './support.ts';

const folder = tempFolder();
let db: Db;
beforeAll(async () => {
  db = await openWarehouse(join(folder.path, 'long.db'), { create: true });
});
afterAll(async () => {
  await db.destroy();
  folder.remove();
});

/** Longer than the batch in which runs are sorted and written. */
const COUNT = 270_000;
const AGAIN = 3_000;

const line = (i: number, minute: string, status: string) =>
  `R1;T${i};2024-01-01T08:00:00;2024-01-${String(1 + (i % 28)).padStart(2, '0')}T09:${minute}:00;${status}`;

test('in a log of several batches, runs that come again at its end are the same runs still', async () => {
  const log = Array.from({ length: COUNT }, (_, i) =>
    line(i, '00', i % 2 === 0 ? 'system_exception' : 'success'),
  );
  const again = Array.from({ length: AGAIN }, (_, i) => line(i * 90, '30', 'success'));
  const bundle = writeBundle(join(folder.path, 'bundle'), {
    projects: 'project;name;municipality\nP1;Et;Vejle',
    robots: 'robot;project;name\nR1;P1;Et',
    runs: ['robot;transaction;started;ended;status', ...log, ...again].join('\n'),
  });
  const { files } = await loadPaths(db, [bundle], LOADED);
  expect(files.at(-1)).toMatchObject({ read: COUNT + AGAIN, kept: COUNT, duplicate: AGAIN });
  const months = db.selectFrom('run_month').select(['month', 'status', 'runs', 'timed']).orderBy('status');
  expect(await months.execute()).toEqual([
    { month: '2024-01', status: 0, runs: COUNT / 2 + AGAIN, timed: COUNT / 2 + AGAIN },
    { month: '2024-01', status: 2, runs: COUNT / 2 - AGAIN, timed: COUNT / 2 - AGAIN },
  ]);
  const runs = db.selectFrom('run').select((e) => e.fn.countAll<number>().as('runs'));
  expect(await runs.execute()).toEqual([{ runs: COUNT }]);
});
