import { expect, test } from 'vitest';
import { planSeries } from '../../web/charts/planSeries.ts';

const month = (text: string, cumulativeNet: number) => ({ month: text, cumulativeNet });

test('a plan that begins sooner and ends later than what came of it is drawn over all its months', () => {
  const actual = { months: [month('2024-02', -5), month('2024-03', 4)], breakEven: '2024-03' };
  const planned = {
    months: [month('2024-01', -8), month('2024-02', -1), month('2024-03', 2), month('2024-04', 9)],
    breakEven: '2024-03',
  };
  const series = planSeries(actual, planned);
  expect(series.points.map((p) => [p.period, p.actual, p.planned])).toEqual([
    ['2024-01', null, -8],
    ['2024-02', -5, -1],
    ['2024-03', 4, 2],
    ['2024-04', null, 9],
  ]);
  expect(series).toMatchObject({
    actual: { last: 2, breakEven: 2 },
    planned: { last: 3, breakEven: 2 },
    min: -8,
    max: 9,
  });
});

test('months that neither line reaches are there without a value; without any month there is nothing', () => {
  const none = { months: [], breakEven: null };
  const apart = planSeries(
    { months: [month('2023-11', 1)], breakEven: null },
    { months: [month('2024-02', 2)], breakEven: null },
  );
  expect(apart.points.map((p) => p.period)).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
  expect(apart).toMatchObject({ min: 0, actual: { last: 0 }, planned: { last: 3 } });
  expect(planSeries(none, none)).toMatchObject({ points: [], actual: { last: null } });
});
