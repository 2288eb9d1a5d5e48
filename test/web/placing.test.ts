import { describe, expect, it } from 'vitest';
import type { Measure, SeriesPoint } from '../../server/contract/measures.ts';
import { measureSeries } from '../../web/charts/measureSeries.ts';
import { placeMarks } from '../../web/charts/placeMarks.ts';
import { along, type Box, type Label, placed, textWidth } from '../../web/charts/placing.ts';

const AREA: Box = { left: 0, top: 0, width: 300, height: 200 };
const NOTHING = { marks: [], lines: [] };

/** A text of 50 pixels at a place: right of it, else left. */
function label(x: number, y: number): Label {
  return {
    width: 50,
    spots: [
      { x, y, anchor: 'start' },
      { x, y, anchor: 'end' },
    ],
  };
}

describe('texts in a figure', () => {
  it('take the best spot that is free', () => {
    expect(placed([label(100, 100)], NOTHING, AREA)).toEqual([{ x: 100, y: 100, anchor: 'start' }]);
  });

  it('go elsewhere than over a mark, over a text before them, or out of the figure', () => {
    const mark = { left: 110, top: 90, width: 10, height: 10 };
    expect(placed([label(100, 100)], { marks: [mark], lines: [] }, AREA)[0]?.anchor).toBe('end');
    expect(placed([label(100, 100), label(100, 104)], NOTHING, AREA).map((s) => s?.anchor)).toEqual([
      'start',
      'end',
    ]);
    expect(placed([label(280, 100)], NOTHING, AREA)[0]?.anchor).toBe('end');
  });

  it('are off a line where another spot is', () => {
    const lines = along([
      { x: 102, y: 96 },
      { x: 200, y: 96 },
    ]);
    expect(placed([label(100, 100)], { marks: [], lines }, AREA)[0]?.anchor).toBe('end');
  });

  it('are left out where every spot is taken', () => {
    const all = placed([label(100, 100), label(100, 100), label(100, 100)], NOTHING, AREA);
    expect(all[2]).toBeNull();
  });
});

describe('values in a measure’s figure', () => {
  it('cover neither each other nor a mark, though a target is where a measurement is', () => {
    const measured = (phase: 'before' | 'after', from: string, value: number) =>
      ({ phase, from, to: null, per: null, value, low: null, high: null, interval: null }) as SeriesPoint;
    const measurements = [
      measured('before', '2024-01-01', 12),
      measured('after', '2024-06-01', 8),
      measured('after', '2024-07-01', 7.9),
    ];
    const targets = [{ due: '2024-07-01', value: 8, low: null, high: null }];
    const series = measureSeries(
      { unit: 'minutter', kind: 'level', measurements, targets } as unknown as Measure,
      '2024-05-01',
    );
    const { min, max } = series.x;
    for (const width of [300, 700]) {
      const scales = {
        x: (day: number) => 40 + ((day - min) / (max - min)) * width,
        y: (value: number) => 230 - (value / (series.y.at(-1) ?? 1)) * 200,
        area: { x: 40, y: 30, width, height: 200 },
      };
      const texts = { points: ['12', '8 n = 40', '7,9'], targets: ['mål 8 minutter'] };
      const spots = placeMarks(series, series.points, texts, scales);
      const written = [...spots.points, ...spots.targets].map((spot, i) => {
        const wide = textWidth([...texts.points, ...texts.targets][i] ?? '');
        return spot && { ...spot, left: spot.anchor === 'start' ? spot.x : spot.x - wide, wide };
      });
      expect(written.filter((w) => w === null)).toEqual([]);
      const covering = written.filter((a, i) =>
        written.some(
          (b, k) =>
            a &&
            b &&
            k > i &&
            Math.abs(a.y - b.y) < 14 &&
            a.left < b.left + b.wide &&
            b.left < a.left + a.wide,
        ),
      );
      expect(covering).toEqual([]);
    }
  });
});
