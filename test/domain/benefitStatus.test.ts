import { expect, test } from 'vitest';
import type { BenefitInputs } from '../../server/domain/benefit.ts';
import { benefitStatus, type StatusFacts } from '../../server/domain/benefitStatus.ts';
import { goalSum } from '../../server/domain/goalSum.ts';
import type { Target } from '../../server/domain/judged.ts';
import { measured } from '../../server/domain/measured.ts';

const NONE: StatusFacts = { followup: null };
const row = (phase: 'before' | 'after', from: string, value: number) =>
  ({ phase, from, to: null, per: null, value, low: null, high: null, basis: 'actual' }) as const;

function statusOf(after: number | null, targets: Target[], facts = NONE, from: string | null = null) {
  const rows = [
    row('before', '2023-01-01', 60),
    ...(after === null ? [] : [row('after', '2024-05-01', after)]),
  ];
  const inputs: BenefitInputs = {
    benefit: { benefit: 'b', method: 'indicator', from, to: null, attribution: 1, cashable: null },
    measures: { indicator: measured('level', '%', rows) },
    runs: null,
    rates: [],
    live: null,
    ended: null,
    targets,
    better: 'higher',
  };
  const { status, from: where, day, reason } = benefitStatus(inputs, facts, true, '2024-07-10');
  return [status, where, day, reason];
}

test('the last follow-up says how it goes, whatever the target says', () => {
  const followup = { done: '2024-02-03', status: 'on_track' };
  expect(statusOf(70, [{ due: '2024-05-31', value: 80 }], { followup })).toEqual([
    'on_track',
    'followup',
    '2024-02-03',
    null,
  ]);
});

test('70 % is behind a target of 80 % that fell due, on its way to one that has not, and meets 70 %', () => {
  expect(statusOf(70, [{ due: '2024-05-31', value: 80 }])).toEqual(['behind', 'target', '2024-05-31', null]);
  expect(statusOf(70, [{ due: '2024-12-31', value: 80 }])).toEqual([
    'target_ahead',
    'target',
    '2024-12-31',
    null,
  ]);
  expect(statusOf(70, [{ due: '2024-12-31', value: 70 }])).toEqual([
    'target_met',
    'target',
    '2024-12-31',
    null,
  ]);
});

test('a target that is due today can still be met; the day after it is behind', () => {
  expect(statusOf(70, [{ due: '2024-07-10', value: 80 }])).toEqual([
    'target_ahead',
    'target',
    '2024-07-10',
    null,
  ]);
  expect(statusOf(70, [{ due: '2024-07-09', value: 80 }])).toEqual(['behind', 'target', '2024-07-09', null]);
  expect(statusOf(80, [{ due: '2024-07-10', value: 80 }])).toEqual([
    'target_met',
    'target',
    '2024-07-10',
    null,
  ]);
});

test('a missed step is behind, although the next step is not due yet', () => {
  const steps = [
    { due: '2024-03-31', value: 75 },
    { due: '2024-12-31', value: 80 },
  ];
  expect(statusOf(70, steps)).toEqual(['behind', 'target', '2024-03-31', null]);
});

test('without a target or a measurement the status is unknown, and says why', () => {
  expect(statusOf(70, [])).toEqual([null, null, null, 'no-target']);
  expect(statusOf(null, [{ due: '2024-05-31', value: 80 }])).toEqual([null, null, null, 'no-after']);
});

test('one that begins later is planned', () => {
  expect(statusOf(null, [], NONE, '2025-01-01')).toEqual(['planned', 'dates', '2025-01-01', null]);
});

test('a goal’s sum is of the known gains, and says how many: 100.10 + 200.20 of three in money, and one that is not', () => {
  const unknown = { gains: null, reasons: { gains: 'no-rate' } } as const;
  const quality = { gains: null, reasons: { gains: 'not-monetary' } } as const;
  const known = (gains: number) => ({ gains, reasons: {} });
  expect(goalSum([known(100.1), known(200.2), unknown, quality])).toEqual({
    benefits: 4,
    monetary: 3,
    known: 2,
    gains: 300.3,
    reasons: {},
  });
  expect(goalSum([unknown, quality])).toMatchObject({ gains: null, known: 0, reasons: { gains: 'no-rate' } });
  expect(goalSum([quality])).toMatchObject({ gains: null, reasons: { gains: 'not-monetary' } });
  expect(goalSum([])).toMatchObject({ gains: null, reasons: { gains: 'no-benefits' } });
});
