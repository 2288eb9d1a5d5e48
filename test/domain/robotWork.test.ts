import { expect, test } from 'vitest';
import { byMonth, workOf } from '../../server/domain/robotWork.ts';

const january = { month: '2026-01', runs: 300, succeeded: 270, seconds: 18_000, timed: 200 };
const february = { month: '2026-02', runs: 100, succeeded: 100, seconds: 0, timed: 0 };

test('370 of 400 succeeded: 92.5 %; 18,000 seconds are 5 hours, known for 200 of them', () => {
  expect(workOf([january, february])).toEqual({
    runs: 400,
    succeeded: 370,
    share: 0.925,
    hours: 5,
    timed: 200,
  });
});

test('without runs no share is known, and without a start no hours are', () => {
  expect(workOf([])).toMatchObject({ runs: 0, share: null, hours: null });
  expect(workOf([february])).toMatchObject({ share: 1, hours: null });
});

test('two robots’ months are added up, the first month first', () => {
  const months = byMonth([february, january, { ...january, runs: 100, succeeded: 30 }]);
  expect(months.map(({ month, runs, succeeded }) => [month, runs, succeeded])).toEqual([
    ['2026-01', 400, 300],
    ['2026-02', 100, 100],
  ]);
});
