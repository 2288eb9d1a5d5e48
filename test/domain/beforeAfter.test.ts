import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, comparedAs, type Observation, shareInterval } from '../../server/domain/beforeAfter.ts';
import { differenceInterval, wilson } from '../../server/domain/intervals.ts';
import { seasonOf } from '../../server/domain/season.ts';

const SHARE = comparedAs({ kind: 'level', unit: '%', better: 'higher' }, ['indicator']);
const MINUTES = comparedAs({ kind: 'level', unit: 'minutter', better: 'lower' }, ['minutes']);
const KRONER = comparedAs({ kind: 'flow', unit: 'kr.', better: 'lower' }, ['amount']);
const RATIO = comparedAs({ kind: 'level', unit: '%', better: 'higher' }, ['ratio']);
const FTE = comparedAs({ kind: 'level', unit: 'årsværk', better: 'lower' }, ['fte']);

const row = (part: Partial<Observation>): Observation => ({
  phase: 'before',
  from: '2024-01-01',
  to: '2024-03-31',
  per: null,
  value: 0,
  low: null,
  high: null,
  n: null,
  counted: null,
  basis: 'actual',
  ...part,
});
const share = (counted: number, n: number) => row({ value: (counted / n) * 100, counted, n });

describe('the interval of a share', () => {
  // Newcombe, R. G. (1998). Two-sided confidence intervals for the single proportion. Stat. Med. 17, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [19, 50, 0.2586, 0.5185],
  ])('%d of %d is %d–%d', (counted, n, low, high) => {
    expect(wilson({ counted, n }).low).toBeCloseTo(low, 4);
    expect(wilson({ counted, n }).high).toBeCloseTo(high, 4);
  });

  const some = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  test('holds the share and stays within 0–1', () => {
    fc.assert(
      fc.property(some, ([counted, n]) => {
        const { low, high } = wilson({ counted, n });
        return 0 <= low && low <= counted / n && counted / n <= high && high <= 1;
      }),
    );
  });

  test('is narrower with twice as many answers of the same share', () => {
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    fc.assert(
      fc.property(
        some,
        ([counted, n]) => width(wilson({ counted: counted * 2, n: n * 2 })) < width(wilson({ counted, n })),
      ),
    );
  });

  test('the others’ share has the interval turned around', () => {
    fc.assert(
      fc.property(some, ([counted, n]) => {
        const one = wilson({ counted, n });
        const other = wilson({ counted: n - counted, n });
        expect(other.low).toBeCloseTo(1 - one.high, 9);
        expect(other.high).toBeCloseTo(1 - one.low, 9);
      }),
    );
  });
});

describe('the interval of the difference of two shares', () => {
  // Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Stat. Med. 17,
  // table II, method 10.
  test.each([
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[6, 7], [2, 7], 0.0582, 0.8062],
    [[5, 56], [0, 29], -0.0381, 0.1926],
    [[0, 10], [0, 20], -0.1611, 0.2775],
    [[10, 10], [0, 20], 0.6791, 1],
  ] as const)('%j less %j is %d to %d', ([a, m], [b, n], low, high) => {
    const interval = differenceInterval({ counted: b, n }, { counted: a, n: m });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe('before and after', () => {
  test('60 % of 25 and 70 % of 32 are too few to tell; of 250 and 320 they are enough', () => {
    expect(compare(SHARE, share(15, 25), share(22, 32))).toMatchObject({
      verdict: 'unclear',
      doubt: 'interval',
    });
    expect(compare(SHARE, share(150, 250), share(224, 320))).toMatchObject({
      verdict: 'better',
      doubt: null,
    });
  });

  test('a share’s change is in percentage points and in per cent: 38 to 47.5 is 9.5 points and 25 %', () => {
    const { difference, changePercent } = compare(SHARE, share(19, 50), share(19, 40));
    expect(difference).toBeCloseTo(9.5);
    expect(changePercent).toBeCloseTo(25);
  });

  test('a percentage of n stands for its count, but a ratio of two quantities is no share of n', () => {
    const published = row({ value: 38, n: 50 });
    expect(shareInterval(SHARE, published)).toEqual(shareInterval(SHARE, share(19, 50)));
    expect(shareInterval(RATIO, published)).toBeNull();
  });

  test('means of fewer than five readings are too few; five are enough', () => {
    const before = row({ value: 10, n: 5 });
    expect(compare(MINUTES, before, row({ value: 4, n: 4 }))).toMatchObject({
      verdict: 'unclear',
      doubt: 'few',
    });
    expect(compare(MINUTES, before, row({ value: 4, n: 5 }))).toMatchObject({
      verdict: 'better',
      doubt: null,
    });
    expect(compare(MINUTES, before, row({ value: 12, n: 5 })).verdict).toBe('worse');
  });

  test('a mean of an unknown number of readings leaves it unclear', () => {
    expect(compare(MINUTES, row({ value: 10 }), row({ value: 4, n: 9 }))).toMatchObject({
      verdict: 'unclear',
      doubt: 'unknown-n',
    });
  });

  test('what is taken from the books in full needs no n: flows, money and FTE', () => {
    expect(compare(FTE, row({ value: 12 }), row({ value: 10 }))).toMatchObject({
      verdict: 'better',
      doubt: null,
    });
    const yearly = comparedAs({ kind: 'level', unit: 'kr. om året', better: 'lower' }, ['indicator']);
    expect(compare(yearly, row({ value: 12 }), row({ value: 10 })).verdict).toBe('better');
  });

  test('ranges that overlap are told of, and leave a flow unclear', () => {
    const before = row({ value: 100, low: 80, high: 120, per: 'month', n: 9 });
    const after = row({ value: 70, low: 60, high: 80, per: 'month', n: 9 });
    expect(compare(KRONER, before, after)).toMatchObject({
      verdict: 'unclear',
      doubt: 'overlap',
      overlap: true,
    });
    expect(compare(MINUTES, before, after)).toMatchObject({ verdict: 'better', overlap: true });
    expect(compare(KRONER, before, { ...after, high: 79 })).toMatchObject({
      verdict: 'better',
      overlap: false,
    });
  });

  test('a value a year is compared as a value a month: 1,200 a year and 90 a month differ by 10', () => {
    const found = compare(KRONER, row({ value: 1200, per: 'year' }), row({ value: 90, per: 'month' }));
    expect(found).toMatchObject({
      before: 100,
      after: 90,
      difference: -10,
      changePercent: -10,
      verdict: 'better',
    });
  });

  test('an expected value is no observation', () => {
    const after = row({ value: 4, n: 9, basis: 'expected' });
    expect(compare(MINUTES, row({ value: 10, n: 9 }), after)).toMatchObject({
      verdict: 'unclear',
      doubt: 'expected',
    });
  });

  test('no difference is no change, and a change from zero has no per cent', () => {
    expect(compare(MINUTES, row({ value: 4 }), row({ value: 4 }))).toMatchObject({
      verdict: 'same',
      doubt: null,
    });
    expect(compare(MINUTES, row({ value: 0, n: 9 }), row({ value: 4, n: 9 })).changePercent).toBeNull();
  });
});

describe('seasons', () => {
  type Dates = [from: string, to: string | null];
  const dated = (phase: 'before' | 'after', [from, to]: Dates, per: 'year' | 'month' | null = null) =>
    row({ phase, from, to, per });
  const season = (
    before: Dates,
    after: Dates,
    per: 'year' | 'month' | null = null,
    more: Observation[] = [],
  ) => {
    const rows = [dated('before', before, per), dated('after', after, per === 'year' ? null : per)] as const;
    return seasonOf(...rows, [...rows, ...more], '2025-11-20');
  };

  test('January–March before and July–September after are different months', () => {
    expect(season(['2024-01-01', '2024-03-31'], ['2024-07-01', '2024-09-30'])).toEqual({
      before: [1, 2, 3],
      after: [7, 8, 9],
    });
  });

  test('the same months of another year are the same season', () => {
    expect(season(['2023-11-01', '2024-01-31'], ['2024-11-05', '2025-01-10'])).toBeNull();
  });

  test('a whole year on either side has every season', () => {
    expect(season(['2023-01-01', '2023-12-31'], ['2024-07-01', '2024-09-30'])).toBeNull();
    expect(season(['2022-04-01', '2024-05-31'], ['2024-07-01', '2024-09-30'])).toBeNull();
    expect(season(['2024-01-01', null], ['2024-07-01', null], 'year')).toBeNull();
  });

  test('a survey without a last day was made in its first month', () => {
    expect(season(['2024-03-15', null], ['2025-03-02', null])).toBeNull();
    expect(season(['2024-03-15', null], ['2025-09-02', null])).toEqual({ before: [3], after: [9] });
  });

  test('a flow without a last day is for every month that it runs: a baseline until the change, after it until today', () => {
    expect(season(['2025-03-15', null], ['2025-09-01', null], 'month')).toEqual({
      before: [3, 4, 5, 6, 7, 8],
      after: [9, 10, 11],
    });
    expect(season(['2024-03-15', null], ['2025-09-02', null], 'month')).toBeNull();
    expect(season(['2025-03-15', null], ['2024-03-02', '2024-08-31'], 'month')).toEqual({
      before: [3, 4, 5, 6, 7, 8, 9, 10, 11],
      after: [3, 4, 5, 6, 7, 8],
    });
  });

  test('the next of its phase ends it, and the first value after ends a baseline', () => {
    const next = [
      dated('after', ['2025-10-01', null], 'month'),
      dated('after', ['2025-05-01', '2025-08-31']),
    ];
    expect(season(['2025-03-15', null], ['2025-09-01', null], 'month', next)).toEqual({
      before: [3, 4],
      after: [9],
    });
  });

  test('one that begins later than today is for its first month', () => {
    expect(season(['2025-03-15', '2025-03-31'], ['2026-01-01', null], 'month')).toEqual({
      before: [3],
      after: [1],
    });
  });
});
