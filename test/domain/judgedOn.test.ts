import { describe, expect, test } from 'vitest';
import type { BenefitInputs } from '../../server/domain/benefit.ts';
import { benefitStatus } from '../../server/domain/benefitStatus.ts';
import type { Basis, Phase } from '../../server/domain/codes.ts';
import { explainJudged } from '../../server/domain/explain/judged.ts';
import { withReached } from '../../server/domain/followupState.ts';
import { judge, missedTarget } from '../../server/domain/judged.ts';
import { measured } from '../../server/domain/measured.ts';
import { judgedOn } from '../../server/domain/project.ts';

const TODAY = '2026-11-21';
const row = (phase: Phase, from: string, value: number, basis: Basis = 'actual') =>
  ({ phase, from, to: null, per: null, value, low: null, high: null, basis }) as const;

function benefit(...rows: ReturnType<typeof row>[]): BenefitInputs {
  return {
    benefit: { benefit: 'b', method: 'indicator', from: null, to: null, attribution: 1, cashable: null },
    measures: { indicator: measured('level', 'dage', rows) },
    runs: null,
    rates: [],
    live: '2025-06-01',
    ended: null,
    targets: [{ due: '2026-06-30', value: 10 }],
    better: 'lower',
  };
}

const statusOf = (inputs: BenefitInputs) => benefitStatus(inputs, { followup: null }, true, TODAY);

describe('the day that a benefit is judged on', () => {
  test('is today, or the last of a month that is asked for', () => {
    expect(judgedOn(null, TODAY)).toBe(TODAY);
    expect(judgedOn(2024 * 12 + 1, TODAY)).toBe('2024-02-29');
  });

  test('has what was measured this month, and not what comes after it', () => {
    const inputs = benefit(
      row('before', '2026-11-05', 20),
      row('after', '2026-11-18', 9),
      row('after', '2026-11-22', 30),
    );
    expect(judge(inputs, TODAY)).toMatchObject({ before: 20, after: 9, targetMet: true, reasons: {} });
    expect(judge(inputs, '2026-10-31')).toMatchObject({ before: null, after: null });
    expect(missedTarget(inputs, TODAY)).toBeUndefined();
    expect(statusOf(inputs).status).toBe('target_met');
  });
});

describe('an expected value', () => {
  const before = row('before', '2025-01-01', 20);
  const expected = row('after', '2026-03-01', 9, 'expected');

  test('does not take the place of what was measured before it: 14 days are behind a target of 10', () => {
    const inputs = benefit(before, row('after', '2026-02-01', 14), expected);
    expect(judge(inputs, TODAY)).toMatchObject({ after: 14, expected: false, targetMet: false });
    expect(missedTarget(inputs, TODAY)?.due).toBe('2026-06-30');
    expect(statusOf(inputs).status).toBe('behind');
    expect(explainJudged(inputs, TODAY, 'after').value).toBe(14);
  });

  test('alone is said to be expected, and neither meets nor misses a target', () => {
    const inputs = benefit(before, expected);
    const judged = withReached(judge(inputs, TODAY));
    expect(judged).toMatchObject({ after: 9, expected: true, targetMet: null, reached: null });
    expect(judged.reasons).toEqual({ targetMet: 'only-expected', reached: 'only-expected' });
    expect(missedTarget(inputs, TODAY)).toBeUndefined();
    expect(statusOf(inputs)).toMatchObject({ status: null, reason: 'only-expected' });
  });

  test('as saved gives way to a measured value after', () => {
    const inputs = benefit(before, row('after', '2026-02-01', 14), row('saved', '2026-03-01', 5, 'expected'));
    expect(judge(inputs, TODAY)).toMatchObject({ after: 14, difference: -6, expected: false });
  });
});
