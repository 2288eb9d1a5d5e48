import { describe, expect, test } from 'vitest';
import { compare, comparedAs, shareInterval } from '../../server/domain/beforeAfter.ts';
import { type Entry, faults, levelEntry, type Measurable } from '../../server/domain/measurementRules.ts';
import { isPercentage } from '../../server/domain/units.ts';

const TODAY = '2026-11-21';
const MINUTES: Measurable = { kind: 'level', unit: 'minutter', roles: ['minutes'] };
const PERCENT: Measurable = { kind: 'level', unit: 'procent', roles: ['indicator'] };
const entry = (part: Partial<Entry>): Entry => ({ ...levelEntry('2026-06-02', 4), ...part });

describe('a measured value', () => {
  test('of minutes is not negative, nor is its range', () => {
    expect(faults(entry({ value: -4 }), MINUTES, TODAY)).toEqual({ value: 'negative' });
    expect(faults(entry({ low: -1 }), MINUTES, TODAY)).toEqual({ low: 'negative' });
    expect(faults(entry({ value: 0 }), MINUTES, TODAY)).toEqual({});
  });

  test('in per cent is 0–100, however per cent is written', () => {
    for (const unit of ['%', 'procent', 'pct.', 'Procent', '% af sagerne', 'per cent']) {
      expect(faults(entry({ value: 140 }), { ...PERCENT, unit }, TODAY), unit).toEqual({
        value: 'not-a-percentage',
      });
    }
    for (const unit of ['procentpoint', '%-point', 'pct.-point', 'point', 'kr.']) {
      expect(isPercentage(unit), unit).toBe(false);
    }
  });

  test('of a ratio, which is divided by, is above zero', () => {
    const ratio: Measurable = { kind: 'level', unit: '%', roles: ['ratio'] };
    expect(faults(entry({ value: 0 }), ratio, TODAY)).toEqual({ value: 'not-above-zero' });
  });

  test('of an amount, an indicator, or what was saved may be negative', () => {
    const amount: Measurable = { kind: 'level', unit: 'kr.', roles: ['amount'] };
    const point: Measurable = { kind: 'level', unit: 'point', roles: ['indicator'] };
    for (const measure of [amount, point]) expect(faults(entry({ value: -4 }), measure, TODAY)).toEqual({});
    expect(faults(entry({ phase: 'saved', value: -4 }), MINUTES, TODAY)).toEqual({});
  });

  test('that a file brought and that is wrong stays while the rest is changed, but gives way to no other wrong one', () => {
    const loaded = entry({ value: -4 });
    expect(faults({ ...loaded, n: 12 }, MINUTES, TODAY, loaded)).toEqual({});
    expect(faults({ ...loaded, value: -5 }, MINUTES, TODAY, loaded)).toEqual({ value: 'negative' });
    expect(faults({ ...loaded, n: 0 }, MINUTES, TODAY, loaded)).toEqual({ n: 'not-count' });
  });
});

describe('a share in procent', () => {
  const counted = entry({ value: 38, counted: 19, n: 50 });
  const measure = comparedAs({ kind: 'level', unit: 'procent', better: 'higher' }, ['indicator']);

  test('is counted as one in % is: 19 of 50 is 38', () => {
    expect(faults(counted, PERCENT, TODAY)).toEqual({});
    expect(faults({ ...counted, value: 40 }, PERCENT, TODAY)).toEqual({ value: 'other-share' });
    expect(faults({ ...counted, counted: 51 }, PERCENT, TODAY)).toMatchObject({ counted: 'over-n' });
  });

  test('has the same 95 % interval, also of its difference', () => {
    const inPercent = comparedAs({ kind: 'level', unit: '%', better: 'higher' }, ['indicator']);
    const interval = shareInterval(measure, counted);
    expect(interval).not.toBeNull();
    expect(interval).toEqual(shareInterval(inPercent, counted));
    const later = { ...counted, value: 60, counted: 30 };
    expect(compare(measure, counted, later)).toEqual(compare(inPercent, counted, later));
    expect(compare(measure, counted, later).interval).not.toBeNull();
  });
});
