import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { timeLeft } from '../../etl/progress.ts';
import { Work } from '../../etl/work.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';
import { LOADED } from './support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

test('the time left is what has passed × what is left ÷ what is done', () => {
  expect(timeLeft(25, 100, 10_000)).toBe('30s left');
  expect(timeLeft(10, 100, 20_000)).toBe('3m 0s left');
  expect(timeLeft(50, 100, 2 * 3_600_000)).toBe('2h 0m left');
  expect(timeLeft(999, 1000, 10_000)).toBe('1s left');
});

test('of the time left nothing is said until something is known', () => {
  expect(timeLeft(0, 100, 10_000)).toBe('…');
  expect(timeLeft(1, 100, 10_000)).toBe('…');
  expect(timeLeft(50, 100, 10)).toBe('…');
});

test('of a file that is read before it is written half is done when it is read', () => {
  const told: number[] = [];
  const work = new Work((done) => told.push(done));
  work.begin(100);
  work.writesInBatches(0.5);
  work.read(100);
  work.batch();
  work.wrote(0.5);
  work.wrote(1);
  work.end();
  expect(told).toEqual([49, 73.5, 98, 100]);
});

test('while runs are written the bar moves on, never back, to all of it', async () => {
  const line = (i: number) => `R1;T${i};;2024-01-0${1 + (i % 9)}T09:00:00;success`;
  const bundle = writeBundle(join(folder.path, 'bundle'), {
    projects: 'project;name;municipality\nP1;Et;Vejle',
    robots: 'robot;project;name\nR1;P1;Et',
    runs: [
      'robot;transaction;started;ended;status',
      ...Array.from({ length: 60_000 }, (_, i) => line(i)),
    ].join('\n'),
  });
  const db = await openWarehouse(':memory:', { create: true });
  const steps: number[] = [];
  let all = 0;
  await loadPaths(db, [bundle], {
    ...LOADED,
    onProgress: (done, total) => {
      steps.push(done);
      all = total;
    },
  });
  await db.destroy();
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps.at(-1)).toBe(all);
  const afterReading = steps.filter((done) => done > all / 2 && done < all);
  expect(new Set(afterReading).size).toBeGreaterThan(4);
});
