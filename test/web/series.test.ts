import { describe, expect, it } from 'vitest';
import type { MonthFigures } from '../../server/contract/report.ts';
import { breakEvenMonth, cumulativeSeries, evenPlace, niceTicks, spaced } from '../../web/charts/series.ts';
import { periodTicks } from '../../web/charts/ticks.ts';

/** Months from a first one, `[costs, gains, basis?]` each, with their running sums. */
function months(first: string, rows: [number, number, MonthFigures['basis']?][]): MonthFigures[] {
  let [costs, gains] = [0, 0];
  return rows.map(([cost, gain, basis = 'actual'], i) => {
    costs += cost;
    gains += gain;
    const number = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1 + i;
    return {
      month: `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`,
      costs: cost,
      gains: gain,
      net: gain - cost,
      cumulativeCosts: costs,
      cumulativeGains: gains,
      cumulativeNet: gains - costs,
      hours: 0,
      basis,
    };
  });
}

/** Costs 100, then gains of 40 a month: net −100, −60, −20, 20. */
const PAYS_BACK = months('2021-11', [
  [100, 0],
  [0, 40],
  [0, 40],
  [0, 40],
]);

describe('the cumulative curve', () => {
  it('of a project without registered costs draws the gains alone, and no break-even', () => {
    const gains = months('2022-01', [
      [0, 40],
      [0, 40, 'expected'],
    ]);
    const { points, breakEven, costed } = cumulativeSeries(gains, 'month', '2022-01', null, {
      costed: false,
    });
    expect({ breakEven, costed }).toEqual({ breakEven: null, costed: false });
    expect(points.map((p) => [p.gainsAbove, p.gainsExpected])).toEqual([
      [40, 40],
      [null, 80],
    ]);
    const others = points.flatMap((p) => [p.costsBelow, p.costsExpected, p.netActual, p.netExpected]);
    expect(new Set(others)).toEqual(new Set([null]));
  });

  it('draws costs below zero, gains above, and net as their sum', () => {
    const { points, min, max } = cumulativeSeries(PAYS_BACK, 'month', '2022-02', null);
    expect(points.map((p) => p.costsBelow)).toEqual([-100, -100, -100, -100]);
    expect(points.map((p) => p.gainsAbove)).toEqual([0, 40, 80, 120]);
    expect(points.map((p) => p.netActual)).toEqual([-100, -60, -20, 20]);
    expect([min, max]).toEqual([-100, 120]);
  });

  it('marks break-even in the month that net is back at zero: −20 + 40 = 20 in February', () => {
    expect(breakEvenMonth(PAYS_BACK)).toBe('2022-02');
    expect(cumulativeSeries(PAYS_BACK, 'month', '2022-02', null).breakEven).toBe(3);
  });

  it('marks no break-even while net is below zero, nor where it never was', () => {
    expect(cumulativeSeries(PAYS_BACK.slice(0, 3), 'month', '2022-01', null).breakEven).toBeNull();
    expect(cumulativeSeries(months('2022-01', [[0, 10]]), 'month', '2022-01', null).breakEven).toBeNull();
  });

  it('marks none on sums that leave out the months before them', () => {
    expect(cumulativeSeries(PAYS_BACK, 'month', '2022-02', null, { isWhole: false }).breakEven).toBeNull();
  });

  it('by year holds the sum at each year’s end, and break-even and go-live in their years', () => {
    const { points, breakEven, live } = cumulativeSeries(PAYS_BACK, 'year', '2022-02', '2021-12');
    expect(points.map((p) => [p.period, p.net])).toEqual([
      ['2021', -60],
      ['2022', 20],
    ]);
    expect([breakEven, live]).toEqual([1, 0]);
  });

  it('is never below or above nothing: zero is always within its ends', () => {
    const { min, max } = cumulativeSeries(months('2022-01', [[0, 10]]), 'month', null, null);
    expect(min).toBeCloseTo(0);
    expect(max).toBe(10);
  });
});

describe('what is expected is drawn apart', () => {
  const half = months('2022-01', [
    [100, 0],
    [0, 40],
    [0, 40, 'expected'],
    [0, 40, 'expected'],
  ]);

  it('the dashed line begins at the last solid point, so that there is no gap', () => {
    const { points, expectedFrom } = cumulativeSeries(half, 'month', '2022-04', null);
    expect(expectedFrom).toBe(2);
    expect(points.map((p) => p.netActual)).toEqual([-100, -60, null, null]);
    expect(points.map((p) => p.netExpected)).toEqual([null, -60, -20, 20]);
  });

  it('months after the last with actual data are expected, whatever they rest on', () => {
    const { expectedFrom } = cumulativeSeries(PAYS_BACK, 'month', '2021-12', null);
    expect(expectedFrom).toBe(2);
  });

  it('a month that lacks observations is drawn solid, and says so in its basis', () => {
    const { points, expectedFrom } = cumulativeSeries(
      months('2022-01', [
        [100, 0],
        [0, 0, 'incomplete'],
      ]),
      'month',
      '2022-02',
      null,
    );
    expect(expectedFrom).toBeNull();
    expect(points[1]).toMatchObject({ netActual: -100, basis: 'incomplete' });
  });
});

describe('ticks', () => {
  it('always have zero among them and hold both ends', () => {
    for (const [min, max] of [
      [-100, 120],
      [0, 7],
      [-53_000_000, 60_000_000],
      [-5, 0],
      [0, 0],
    ] as const) {
      const ticks = niceTicks(min, max);
      expect(ticks).toContain(0);
      expect(ticks[0]).toBeLessThanOrEqual(min);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
    }
  });

  it('of −100 to 120 are 50 apart', () => {
    expect(niceTicks(-100, 120)).toEqual([-100, -50, 0, 50, 100, 150]);
  });

  it('of the time axis stand at each year’s first month', () => {
    const { points } = cumulativeSeries(
      months(
        '2021-11',
        Array.from({ length: 16 }, () => [1, 1]),
      ),
      'month',
      null,
      null,
    );
    expect(periodTicks(points, 10)).toEqual([
      { index: 0, label: '2021' },
      { index: 2, label: '2022' },
      { index: 14, label: '2023' },
    ]);
  });
});

describe('labels at the lines’ ends', () => {
  it('stay where they belong when there is room', () => {
    expect(spaced([10, 100, 200], 30, 0, 300)).toEqual([10, 100, 200]);
  });

  it('are pushed apart, keep their order, and stay inside', () => {
    const places = spaced([295, 290, 5], 30, 0, 300);
    expect(places).toEqual([300, 270, 5]);
  });
});

describe('the name of break-even', () => {
  const area = { x: 50, y: 20, width: 900, height: 300 };

  it('is below and right of its mark, where net has risen', () => {
    const lines = { zero: 150, costs: 250, costsBeside: 260 };
    expect(evenPlace({ x: 300, y: 150 }, lines, area)).toEqual({ x: 308, y: 172, textAnchor: 'start' });
  });

  it('is under zero where that would cross it, and above where it is far', () => {
    const lines = { zero: 164, costs: 250, costsBeside: 260 };
    expect(evenPlace({ x: 300, y: 150 }, lines, area)).toMatchObject({ y: 186 });
    expect(evenPlace({ x: 300, y: 120 }, lines, area)).toMatchObject({ y: 142 });
  });

  it('is under the costs where these are close to zero at either of its ends', () => {
    const lines = { zero: 150, costs: 160, costsBeside: 200 };
    expect(evenPlace({ x: 300, y: 150 }, lines, area)).toEqual({ x: 308, y: 220, textAnchor: 'start' });
  });

  it('is above and left of its mark at the right edge, and where there is no room below', () => {
    const lines = { zero: 150, costs: 250, costsBeside: 260 };
    expect(evenPlace({ x: 900, y: 150 }, lines, area)).toEqual({ x: 892, y: 138, textAnchor: 'end' });
    const low = { zero: 305, costs: 308, costsBeside: 310 };
    expect(evenPlace({ x: 300, y: 305 }, low, area)).toEqual({ x: 292, y: 293, textAnchor: 'end' });
    expect(evenPlace({ x: 100, y: 280 }, low, area)).toEqual({ x: 108, y: 314, textAnchor: 'start' });
  });
});

describe('gains that are unknown', () => {
  const lacking = months('2022-01', [
    [100, 0],
    [0, 0, 'incomplete'],
  ]);
  const drawn = (rows: MonthFigures[]) =>
    cumulativeSeries(rows, 'month', '2022-02', null, { gainsKnown: false });

  it('have no curve of net, which would be of the costs alone', () => {
    const { gained, points } = drawn(lacking);
    expect(gained).toBe(false);
    expect(points.map((p) => [p.costsBelow, p.netActual])).toEqual([
      [-100, null],
      [-100, null],
    ]);
  });

  it('are drawn all the same where later months expect some', () => {
    const { gained, points } = drawn(
      months('2022-01', [
        [100, 0],
        [0, 0, 'incomplete'],
        [0, 150, 'expected'],
      ]),
    );
    expect(gained).toBe(true);
    expect(points[2]).toMatchObject({ netActual: null, netExpected: 50 });
  });
});
