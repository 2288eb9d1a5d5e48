import { describe, expect, test } from 'vitest';
import type { BenefitInputs } from '../../server/domain/benefit.ts';
import { benefitStatus } from '../../server/domain/benefitStatus.ts';
import type { Per, Phase } from '../../server/domain/codes.ts';
import { explainJudged } from '../../server/domain/explain/judged.ts';
import { withReached } from '../../server/domain/followupState.ts';
import { judge, missedTarget } from '../../server/domain/judged.ts';
import { measured } from '../../server/domain/measured.ts';

const DAY = '2026-10-31';
const TODAY = '2026-11-21';
const row = (phase: Phase, from: string, value: number, per: Per | null = null) =>
  ({ phase, from, to: null, per, value, low: null, high: null, basis: 'actual' }) as const;
const BEFORE = row('before', '2025-01-01', 12);

function benefit(...rows: ReturnType<typeof row>[]): BenefitInputs {
  const flow = rows.some(({ per }) => per !== null);
  return {
    benefit: { benefit: 'b', method: 'indicator', from: null, to: null, attribution: 1, cashable: null },
    measures: { indicator: measured(flow ? 'flow' : 'level', flow ? 'timer' : 'minutter', rows) },
    runs: null,
    rates: [],
    live: '2025-06-01',
    ended: null,
    targets: [{ due: '2026-10-01', value: 5 }],
    better: 'lower',
  };
}

const judgedOf = (...rows: ReturnType<typeof row>[]) => withReached(judge(benefit(...rows), DAY));
const formulaOf = (inputs: BenefitInputs, figure: Parameters<typeof explainJudged>[2]) =>
  explainJudged(inputs, DAY, figure).formula.flatMap((part) => ('value' in part ? [part.value] : []));

describe('a difference that was measured directly', () => {
  test('is no level: its target is neither met nor missed, and every reason says so', () => {
    const judged = judgedOf(row('saved', '2026-01-01', 3));
    expect(judged).toMatchObject({ difference: 3, before: null, after: null, target: 5, targetMet: null });
    const why = 'measured-directly';
    expect(judged.reasons).toEqual({
      before: why,
      after: why,
      changePercent: why,
      targetMet: why,
      reached: why,
    });
    const inputs = benefit(row('saved', '2026-01-01', 3));
    expect(missedTarget(inputs, TODAY)).toBeUndefined();
    expect(benefitStatus(inputs, { followup: null }, true, TODAY)).toMatchObject({
      status: null,
      reason: why,
    });
  });

  test('newer than the last value after is the difference, of which no per cent is said', () => {
    const rows = [BEFORE, row('after', '2026-01-01', 4), row('saved', '2026-02-01', 3)];
    const judged = judgedOf(...rows);
    expect(judged).toMatchObject({
      before: 12,
      after: 4,
      difference: 3,
      changePercent: null,
      targetMet: null,
    });
    expect(judged.reasons).toMatchObject({
      changePercent: 'measured-directly',
      targetMet: 'measured-directly',
      reached: 'measured-directly',
    });
    expect(missedTarget(benefit(...rows), TODAY)).toBeUndefined();
    expect(benefitStatus(benefit(...rows), { followup: null }, true, TODAY).reason).toBe('measured-directly');
    expect(formulaOf(benefit(...rows), 'difference')).toEqual([3]);
  });

  test('older than the last value after gives way to it: 12 → 6 is −6, −50 %, and misses a target of 5', () => {
    const rows = [BEFORE, row('saved', '2026-01-01', 3), row('after', '2026-02-01', 6)];
    const judged = judgedOf(...rows);
    expect(judged).toMatchObject({ difference: -6, changePercent: -50, targetMet: false, reasons: {} });
    expect(judged.reached).toBeCloseTo(6 / 7, 12);
    expect(missedTarget(benefit(...rows), TODAY)?.value).toBe(5);
    expect(formulaOf(benefit(...rows), 'difference')).toEqual([6, 12]);
  });

  test('older than a value after that has none before is no reason for what lacks', () => {
    const judged = judgedOf(row('saved', '2026-01-01', 3), row('after', '2026-02-01', 6));
    expect(judged.reasons).toEqual({
      before: 'no-baseline',
      difference: 'no-baseline',
      changePercent: 'no-baseline',
      reached: 'no-baseline',
    });
  });

  test('is said in one period with the rest: 120 a year before and 60 after are 10 and 5 beside 3 a month', () => {
    const rows = [
      row('before', '2025-01-01', 120, 'year'),
      row('after', '2026-01-01', 60, 'year'),
      row('saved', '2026-02-01', 3, 'month'),
    ];
    expect(judgedOf(...rows)).toMatchObject({ before: 10, after: 5, difference: 3, per: 'month' });
    expect(formulaOf(benefit(...rows), 'before')).toEqual([120, 12, 1]);
    expect(formulaOf(benefit(...rows), 'after')).toEqual([60, 12, 1]);
  });
});
