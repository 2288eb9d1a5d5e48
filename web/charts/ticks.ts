import type { MoneyUnit } from '../format.ts';
import type { Point } from './series.ts';

export interface PeriodTick {
  index: number;
  label: string;
}

/** Ticks of a time axis: at each year's first point, thinned to at most `most`; a single year shows all its months. */
export function periodTicks(points: readonly Pick<Point, 'period'>[], most: number): PeriodTick[] {
  const years = points.flatMap((p, index) => {
    const year = p.period.slice(0, 4);
    return points[index - 1]?.period.slice(0, 4) === year ? [] : [{ index, label: year }];
  });
  if (points.length <= 14 && points.some((p) => p.period.length > 4)) {
    const all = points.map((p, index) => ({
      index,
      label: `${Number(p.period.slice(5, 7))}/${p.period.slice(2, 4)}`,
    }));
    return thinned(all, most);
  }
  return thinned(spread(years, points.length), most);
}

/** A year that only just begins or ends the axis has no room for its label beside the next. */
function spread(ticks: readonly PeriodTick[], length: number): PeriodTick[] {
  const room = length / 16;
  return ticks.filter(
    (tick, i) => (ticks[i + 1]?.index ?? length) - tick.index >= room || i === ticks.length - 1,
  );
}

function thinned(ticks: readonly PeriodTick[], most: number): PeriodTick[] {
  const every = Math.ceil(ticks.length / most);
  return ticks.filter((_, i) => i % every === 0);
}

/** Axis ticks need no more decimals than their step has. */
export function axisUnit(unit: MoneyUnit, ticks: readonly number[]): MoneyUnit {
  const step = Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0)) / unit.divisor;
  const digits = [0, 1].find((d) => Math.abs(step * 10 ** d - Math.round(step * 10 ** d)) < 1e-6) ?? 2;
  return { ...unit, digits };
}
