import { expect, test } from 'vitest';
import type { Measure, SeriesPoint } from '../../server/contract/measures.ts';
import type { BenefitInputs } from '../../server/domain/benefit.ts';
import { benefitStatus } from '../../server/domain/benefitStatus.ts';
import type { Per } from '../../server/domain/codes.ts';
import { explainJudged } from '../../server/domain/explain/judged.ts';
import { withReached } from '../../server/domain/followupState.ts';
import { judge, missedTarget } from '../../server/domain/judged.ts';
import { measured } from '../../server/domain/measured.ts';
import { measureSeries } from '../../web/charts/measureSeries.ts';

const LAST = '2026-10-31';
const row = (phase: 'before' | 'after', from: string, to: string | null, value: number, per: Per) =>
  ({ phase, from, to, per, value, low: null, high: null, basis: 'actual' }) as const;
const MONTHLY = row('before', '2025-01-01', null, 100_000, 'month');

/** An expense of 100,000 a month that is to be 80,000. */
function expense(...after: ReturnType<typeof row>[]): BenefitInputs {
  return {
    benefit: { benefit: 'b', method: 'amount', from: null, to: null, attribution: 1, cashable: true },
    measures: { amount: measured('flow', 'kr.', [MONTHLY, ...after]) },
    runs: null,
    rates: [],
    live: '2026-03-01',
    ended: null,
    targets: [{ due: '2026-06-30', value: 80_000 }],
    better: 'lower',
  };
}

const YEARLY = row('after', '2026-03-01', null, 900_000, 'year');

test('a target of 80.000 a month is 960.000 a year: 900.000 a year meets it, 300.000 of 240.000 on the way', () => {
  const judged = withReached(judge(expense(YEARLY), LAST));
  expect(judged).toMatchObject({ before: 1_200_000, after: 900_000, per: 'year', target: 960_000 });
  expect(judged).toMatchObject({ targetMet: true, reached: 1.25 });
  expect(missedTarget(expense(YEARLY), '2026-11-01')).toBeUndefined();
  expect(benefitStatus(expense(YEARLY), { followup: null }, true, '2026-11-01').status).toBe('target_met');
});

test('what costs 300.000 in three months is behind a target of 80.000 a month, which is 240.000 in them', () => {
  const quarter = row('after', '2026-07-01', '2026-09-30', 300_000, 'period');
  expect(judge(expense(quarter), LAST)).toMatchObject({ target: 240_000, targetMet: false });
  expect(missedTarget(expense(quarter), '2026-11-01')?.due).toBe('2026-06-30');
});

test('a target in another period than the baseline is explained by the months: 80.000 ÷ 1 × 12', () => {
  const { value, formula } = explainJudged(expense(YEARLY), LAST, 'target');
  expect(value).toBe(960_000);
  expect(formula.flatMap((part) => ('value' in part ? [part.value] : []))).toEqual([80_000, 1, 12]);
});

test('without anything measured afterwards, the target is as it was set', () => {
  expect(judge(expense(), LAST)).toMatchObject({ per: 'month', target: 80_000, targetMet: null });
});

test('a figure of months has a target that was set a year as its twelfth', () => {
  const point = (m: ReturnType<typeof row>) => m as unknown as SeriesPoint;
  const before = row('before', '2025-01-01', null, 1_200_000, 'year');
  const after = row('after', '2026-03-01', null, 75_000, 'month');
  const measure = {
    kind: 'flow',
    unit: 'kr.',
    measurements: [point(after), point(before)],
    targets: [{ due: '2026-06-30', value: 960_000, low: null, high: null }],
  } as unknown as Measure;
  const { per, targets, points } = measureSeries(measure, null);
  expect([per, targets[0]?.value, ...points.map((p) => p.value)]).toEqual(['month', 80_000, 100_000, 75_000]);
});
