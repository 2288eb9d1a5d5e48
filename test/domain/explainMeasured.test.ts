import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Compared, compare, type Observation, shareInterval } from '../../server/domain/beforeAfter.ts';
import { MEASURE_FIGURES, type MeasureFigure } from '../../server/domain/explain/figures.ts';
import { explainMeasure } from '../../server/domain/explain/measured.ts';
import type { Explained } from '../../server/domain/explain/step.ts';
import { evaluated } from '../support/evaluated.ts';

const SHARE: Compared = { kind: 'level', unit: '%', better: 'higher', ratio: false, full: false };
const FLOW: Compared = { kind: 'flow', unit: 'timer', better: 'lower', ratio: false, full: true };

function row(phase: 'before' | 'after', value: number, more: Partial<Observation> = {}): Observation {
  const from = phase === 'before' ? '2023-01-01' : '2024-01-01';
  const none = { to: null, per: null, low: null, high: null, n: null, counted: null };
  return { phase, from, value, basis: 'actual', ...none, ...more };
}

function explain(
  compared: Compared,
  figure: MeasureFigure,
  after: Observation | undefined,
  before?: Observation,
): Explained {
  const refers = (of: Observation, at: MeasureFigure) => ({
    project: 'P',
    benefit: null,
    figure: at,
    of: { measure: 'M', phase: of.phase, day: of.from },
  });
  return explainMeasure({ compared, row: after, earlier: before, target: undefined, refers }, figure);
}

/** Within what twelve digits of the largest number in the formula can give. */
function near(formula: Explained['formula'], value: number | null) {
  const numbers = formula.flatMap((part) => ('sign' in part ? [] : [Math.abs(part.value)]));
  const off = Math.abs(evaluated([...formula]) - (value ?? Number.NaN));
  expect(off).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value ?? 0), ...numbers));
}

function isRight(e: Explained) {
  for (const line of e.sections.flatMap((s) => s.steps)) near(line.formula, line.value);
  if (e.value === null) expect(e.reason).not.toBeNull();
  else near(e.formula, e.value);
}

describe('a measurement’s numbers', () => {
  const of19 = row('before', 38, { counted: 19, n: 50 });
  const of41 = row('after', 68, { counted: 41, n: 60 });

  test('38 % is 19 ÷ 50 × 100', () => {
    const e = explain(SHARE, 'measured', of19);
    expect(e.formula.flatMap((p) => ('sign' in p ? p.sign : p.value))).toEqual([19, '÷', 50, '×', 100]);
    expect(e.value).toBe(38);
  });

  test('the 95 % interval of 19 of 50 is 25.9 – 51.8 %, and its formula gives it', () => {
    const [low, high] = [explain(SHARE, 'intervalLow', of19), explain(SHARE, 'intervalHigh', of19)];
    expect(low.value).toBeCloseTo(25.86, 2);
    expect(high.value).toBeCloseTo(51.85, 2);
    for (const e of [low, high]) {
      isRight(e);
      expect(e.sections[0]?.steps.map((s) => s.term)).toEqual(['share', 'middle', 'reach', 'scale']);
    }
  });

  test('the interval of a difference leads to the two shares’ own intervals', () => {
    const e = explain(SHARE, 'comparedLow', of41, of19);
    isRight(e);
    const ends = e.sections[0]?.steps.flatMap((s) =>
      s.formula.flatMap((p) => ('sign' in p ? [] : (p.refers ?? []))),
    );
    expect(ends?.map((r) => [r.figure, r.of?.phase])).toEqual([
      ['intervalLow', 'after'],
      ['intervalHigh', 'before'],
    ]);
  });

  test('a value a year is compared with one a month: 1,200 ÷ 12 × 1 = 100, and 80 − 100 = −20', () => {
    const before = row('before', 1200, { per: 'year' });
    const after = row('after', 80, { per: 'month' });
    const e = explain(FLOW, 'comparedDifference', after, before);
    expect(e.value).toBe(-20);
    expect(explain(FLOW, 'comparedBefore', after, before).value).toBe(100);
    isRight(e);
    expect(e.sections[0]?.steps.map((s) => s.value)).toEqual([100]);
  });

  test.each([
    ['measured', undefined, undefined, 'no-data'],
    ['comparedDifference', undefined, undefined, 'no-after'],
    ['comparedDifference', row('after', 5), undefined, 'no-baseline'],
    ['comparedPercent', row('after', 5), row('before', 0), 'zero-baseline'],
    ['intervalLow', row('after', 5), undefined, 'not-counted'],
    ['comparedHigh', row('after', 5), row('before', 4), 'not-counted'],
    ['measureTarget', undefined, undefined, 'no-target'],
  ] as const)('%s that cannot be worked out says why', (figure, after, before, reason) => {
    expect(explain(SHARE, figure, after, before)).toMatchObject({ value: null, reason, formula: [] });
  });
});

const counted = fc
  .record({ n: fc.integer({ min: 1, max: 5000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ n, part }) => ({ n, counted: Math.round(n * part) }));
const amount = fc.integer({ min: -100_000, max: 100_000 }).map((v) => v / 8);
const per = fc.constantFrom('day', 'week', 'month', 'year') as fc.Arbitrary<
  'day' | 'week' | 'month' | 'year'
>;

describe('whatever is measured, the numbers shown give the number shown', () => {
  test('two shares: each one’s interval, their difference and its interval, as the comparison has them', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const before = row('before', (a.counted / a.n) * 100, a);
        const after = row('after', (b.counted / b.n) * 100, b);
        const { interval, difference, changePercent } = compare(SHARE, before, after);
        const own = shareInterval(SHARE, after);
        const expected = {
          intervalLow: own?.low,
          intervalHigh: own?.high,
          comparedDifference: difference,
          comparedPercent: changePercent,
          comparedLow: interval?.low,
          comparedHigh: interval?.high,
        };
        for (const figure of MEASURE_FIGURES) {
          const e = explain(SHARE, figure, after, before);
          isRight(e);
          const value = figure in expected ? expected[figure as keyof typeof expected] : undefined;
          if (typeof value === 'number') expect(e.value).toBeCloseTo(value, 6);
        }
      }),
    );
  });

  test('flows of any period, and their change', () => {
    fc.assert(
      fc.property(amount, amount, per, per, (a, b, perA, perB) => {
        const before = row('before', a, { per: perA });
        const after = row('after', b, { per: perB });
        const { difference, changePercent } = compare(FLOW, before, after);
        const change = explain(FLOW, 'comparedDifference', after, before);
        const percent = explain(FLOW, 'comparedPercent', after, before);
        isRight(change);
        expect(change.value).toBeCloseTo(difference, 6);
        expect(percent.value === null).toBe(changePercent === null);
        isRight(percent);
      }),
    );
  });
});
