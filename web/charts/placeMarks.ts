import type { MeasurePoint, MeasureSeries } from './measureSeries.ts';
import { along, type Box, type Label, placed, type Spot, textWidth } from './placing.ts';

/** Where days and values are in the figure, and the plot within it, in pixels. */
interface Scales {
  x: (day: number) => number;
  y: (value: number) => number;
  area: { x: number; y: number; width: number; height: number };
}

/** Half the side of a measurement's mark, with air around it. */
const MARK = 8;
const LINE = 16;

/** Where the values of measurements and targets are written, so that none covers a mark, a whisker or another value. */
export function placeMarks(
  series: MeasureSeries,
  labelled: readonly MeasurePoint[],
  texts: { points: readonly string[]; targets: readonly string[] },
  { x, y, area }: Scales,
): { points: (Spot | null)[]; targets: (Spot | null)[] } {
  const points = labelled.map(
    (p, i): Label => ({ width: textWidth(texts.points[i] ?? ''), spots: besidePoint(x(p.x), y(p.value)) }),
  );
  const targets = series.targets.map((step, i): Label => {
    const ends = { from: x(step.start), to: x(step.end), y: y(step.value) };
    return { width: textWidth(texts.targets[i] ?? ''), spots: alongStep(ends) };
  });
  const drawn = {
    marks: series.points.flatMap((p) => marksOf(p, x, y)),
    lines: [
      ...along(series.targets.flatMap((s) => [s.start, s.end].map((day) => ({ x: x(day), y: y(s.value) })))),
      ...(['before', 'after', 'saved'] as const).flatMap((phase) =>
        along(series.points.filter((p) => p.phase === phase).map((p) => ({ x: x(p.x), y: y(p.value) }))),
      ),
      ...series.points.flatMap((p) => along([p.start, p.end].map((day) => ({ x: x(day), y: y(p.value) })))),
      ...(series.live === null
        ? []
        : along([area.y, area.y + area.height].map((at) => ({ x: x(series.live ?? 0), y: at })))),
    ],
  };
  const room = { left: area.x, top: area.y - 8, width: area.width + 12, height: area.height + 8 };
  const spots = placed([...points, ...targets], drawn, room);
  return { points: spots.slice(0, points.length), targets: spots.slice(points.length) };
}

/** A measurement's mark and its whiskers. */
function marksOf(p: MeasurePoint, x: (day: number) => number, y: (value: number) => number): Box[] {
  const at = { x: x(p.x), y: y(p.value) };
  const mark = { left: at.x - MARK, top: at.y - MARK, width: 2 * MARK, height: 2 * MARK };
  if (p.low === null && p.high === null) return [mark];
  const ends = [y(p.low ?? p.value), y(p.high ?? p.value)];
  const top = Math.min(...ends) - 2;
  return [mark, { left: at.x - 6, top, width: 12, height: Math.max(...ends) + 2 - top }];
}

/** Below and right of a point first; then the other corners, and further up and down. */
function besidePoint(x: number, y: number): Spot[] {
  const side = (dy: number): Spot[] => [
    { x: x + 9, y: y + dy, anchor: 'start' },
    { x: x - 9, y: y + dy, anchor: 'end' },
  ];
  return [16, -8, 16 + LINE, -8 - LINE, 16 + 2 * LINE, -8 - 2 * LINE].flatMap(side);
}

/** Above a target's line where it begins; then below, at its end and along it, and further up and down. */
function alongStep({ from, to, y }: { from: number; to: number; y: number }): Spot[] {
  const middle = (from + to) / 2;
  return [-7, 16, -7 - LINE, 16 + LINE, -7 - 2 * LINE, 16 + 2 * LINE].flatMap((dy): Spot[] => [
    { x: from + 4, y: y + dy, anchor: 'start' },
    { x: to, y: y + dy, anchor: 'end' },
    { x: middle, y: y + dy, anchor: 'start' },
    { x: from - 4, y: y + dy, anchor: 'end' },
  ]);
}
