import { describe, expect, test } from 'vitest';
import type { Card, CardInput } from '../../server/domain/card.ts';
import { estimateCard, explainEstimate } from '../../server/domain/cardEstimate.ts';
import type { Role } from '../../server/domain/codes.ts';
import type { Rate } from '../../server/domain/rates.ts';
import { evaluated } from '../support/evaluated.ts';

const RATES: Rate[] = [{ rate: 'std', validFrom: '2020-01-01', hourlyOere: 40_000, hoursPerFte: 1500 }];
const DUE = '2026-12-31';

type Given = [role: Role, value: number, unit: string, per?: 'week' | 'month' | 'year' | 'period'];

function input([role, value, unit, per]: Given): CardInput {
  const to = per === 'period' ? '2025-01-10' : null;
  const baseline = { value, from: '2025-01-01', to, per: per ?? null, n: null, note: null };
  return { role, measure: null, name: role, unit, better: 'lower', how: null, source: null, baseline };
}

function card(method: Card['method'], inputs: Given[], likely: number, more: Partial<Card> = {}) {
  const targets = [{ due: DUE, pessimistic: null, likely, optimistic: null }];
  return { method, inputs: inputs.map(input), targets, attribution: 1, ...more };
}

const likely = (...given: Parameters<typeof estimateCard>) => estimateCard(...given)[0]?.likely;

describe('a year with the target reached', () => {
  test('per_item: 12,000 items × (10 − 4) min = 1,200 hours, × 400 kr = 480,000 kr', () => {
    const drawn = card(
      'per_item',
      [
        ['volume', 12_000, 'sager', 'year'],
        ['minutes', 10, 'minutter'],
      ],
      4,
    );
    expect(likely(drawn, RATES)).toEqual({ hours: 1200, kroner: 480_000, reason: null });
  });

  test('per_item with a robot: the items that it handled in a year count', () => {
    const volume = { ...input(['volume', 0, '']), measure: 'robot:R1', baseline: null };
    const drawn = { ...card('per_item', [['minutes', 10, 'minutter']], 4) };
    drawn.inputs.push(volume);
    expect(likely(drawn, RATES, 600)).toEqual({ hours: 60, kroner: 24_000, reason: null });
    expect(likely(drawn, RATES)).toEqual({ hours: null, kroner: null, reason: 'no-measure' });
  });

  test('hours: 100 a month before, 75 after: 300 a year, 120,000 kr', () => {
    const drawn = card('hours', [['hours', 100, 'timer', 'month']], 75);
    expect(likely(drawn, RATES)).toEqual({ hours: 300, kroner: 120_000, reason: null });
  });

  test('hours in a period of 10 days: 20 before and 10 after is an hour a day, 365 in 2027', () => {
    const drawn = card('hours', [['hours', 20, 'timer', 'period']], 10);
    expect(likely(drawn, RATES)?.hours).toBeCloseTo(365, 6);
  });

  test('ratio: 14,400 hours at work × (1 − 60 ÷ 64) = 900 hours', () => {
    const drawn = card(
      'ratio',
      [
        ['hours', 14_400, 'timer', 'year'],
        ['ratio', 60, '%'],
      ],
      64,
    );
    expect(likely(drawn, RATES)).toEqual({ hours: 900, kroner: 360_000, reason: null });
  });

  test('fte: (3 − 2.5) × 1,500 hours = 750 hours, 300,000 kr', () => {
    const drawn = card('fte', [['fte', 3, 'årsværk']], 2.5);
    expect(likely(drawn, RATES)).toEqual({ hours: 750, kroner: 300_000, reason: null });
  });

  test('amount: 120 t.kr. a year before, 90 after: 30,000 kr and no hours', () => {
    const drawn = card('amount', [['amount', 120, 't.kr.', 'year']], 90);
    expect(likely(drawn, [])).toEqual({ hours: null, kroner: 30_000, reason: null });
  });

  test('an indicator is worth what it is: no hours, no kroner', () => {
    expect(estimateCard(card('indicator', [['indicator', 60, '%']], 80), RATES)).toEqual([]);
  });

  test('half of the effect is half of the hours', () => {
    const drawn = card('hours', [['hours', 100, 'timer', 'month']], 75, { attribution: 0.5 });
    expect(likely(drawn, RATES)).toEqual({ hours: 150, kroner: 60_000, reason: null });
  });

  test('hours without a rate have no kroner, and why', () => {
    const drawn = card('hours', [['hours', 100, 'timer', 'month']], 75);
    expect(likely(drawn, [])).toEqual({ hours: 300, kroner: null, reason: 'no-rate' });
  });

  test('each step has its three points: 100 hours a month down to 90, 75 and 50', () => {
    const drawn = card('hours', [['hours', 100, 'timer', 'month']], 75);
    drawn.targets = [{ due: DUE, pessimistic: 90, likely: 75, optimistic: 50 }];
    expect(estimateCard(drawn, RATES)).toMatchObject([
      { due: DUE, pessimistic: { hours: 120 }, likely: { hours: 300 }, optimistic: { hours: 600 } },
    ]);
  });

  test('the rate in force when the target is reached decides', () => {
    const later = { rate: 'std', validFrom: '2027-01-01', hourlyOere: 50_000, hoursPerFte: 1500 };
    const drawn = card('hours', [['hours', 100, 'timer', 'month']], 75);
    expect(likely(drawn, [...RATES, later])?.kroner).toBe(150_000);
  });
});

describe('how an estimate is worked out, with the numbers put in', () => {
  const drawn = card(
    'per_item',
    [
      ['volume', 12_000, 'sager', 'year'],
      ['minutes', 10, 'minutter'],
    ],
    4,
    { attribution: 0.5 },
  );

  test('12,000 × (10 − 4) ÷ 60 = 1,200 hours; × 400 kr = 480,000 kr; × 50 % = 240,000 kr', () => {
    const e = explainEstimate(drawn, RATES, null, { due: DUE, likely: 4 }, 'gains');
    expect(e.value).toBe(240_000);
    expect(e.sections.map((s) => [s.name, s.total])).toEqual([
      ['hours', 1200],
      ['money', 480_000],
    ]);
    expect(evaluated([...(e.sections[0]?.steps[0]?.formula ?? [])])).toBeCloseTo(1200, 6);
    expect(evaluated([...e.formula])).toBeCloseTo(240_000, 6);
  });

  test('without a rate the hours are worked out, the kroner not', () => {
    const hours = explainEstimate(drawn, [], null, { due: DUE, likely: 4 }, 'hours');
    expect(hours.value).toBe(600);
    const gains = explainEstimate(drawn, [], null, { due: DUE, likely: 4 }, 'gains');
    expect(gains).toMatchObject({ value: null, reason: 'no-rate', formula: [] });
  });
});
