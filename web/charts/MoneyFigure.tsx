import { useElementSize } from '@mantine/hooks';
import type { ReactElement, ReactNode } from 'react';
import { CartesianGrid, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts';
import { amount, type MoneyUnit } from '../format.ts';
import { niceTicks } from './series.ts';
import { type ChartTheme, FONT, useChartTheme } from './theme.ts';
import { axisUnit, periodTicks } from './ticks.ts';
import { usePrinting } from './usePrinting.ts';

const ROOM_FOR_LABELS = 640;
/** A4 between its margins, in CSS pixels. */
const PAPER_WIDTH = 686;

/** How the figure is drawn: its colours, and whether there is room for names at the lines' ends. */
export interface Drawn {
  theme: ChartTheme;
  wide: boolean;
}

interface Props {
  points: readonly { index: number; period: string }[];
  min: number;
  max: number;
  unit: MoneyUnit;
  /** In CSS pixels: printed, where there is room for names, and on a narrow screen. */
  height: { paper: number; wide: number; narrow: number };
  /** Room for what is written above the lines, and at their right where there is. */
  top: { wide: number; narrow: number };
  right: number;
  title?: string;
  tooltip: (theme: ChartTheme) => ReactElement;
  /** The lines and what is written at them. */
  children: (drawn: Drawn) => ReactNode;
}

/** Sums of money in time: the axes, the grid and the size that such figures have in common. */
export function MoneyFigure({ points, min, max, unit, height, top, right, title, tooltip, children }: Props) {
  const { ref, width: shown } = useElementSize();
  const printing = usePrinting();
  const theme = useChartTheme(printing);
  const width = printing ? PAPER_WIDTH : shown;
  const wide = width >= ROOM_FOR_LABELS;
  const ticks = niceTicks(min, max);
  const x = periodTicks(points, wide ? 10 : 5);
  const axis = { fill: theme.quiet, fontSize: 12, fontFamily: FONT };
  return (
    <div ref={ref} className="chart-size">
      {width > 0 ? (
        <ComposedChart
          width={width}
          height={printing ? height.paper : wide ? height.wide : height.narrow}
          data={points}
          margin={{ top: wide ? top.wide : top.narrow, right: wide ? right : 12, bottom: 4, left: 0 }}
          {...(title === undefined ? {} : { title })}
        >
          <CartesianGrid vertical={false} stroke={theme.grid} />
          <XAxis
            dataKey="index"
            type="number"
            domain={[0, Math.max(points.length - 1, 1)]}
            ticks={x.map((tick) => tick.index)}
            tickFormatter={(index: number) => x.find((tick) => tick.index === index)?.label ?? ''}
            tick={axis}
            tickLine={false}
            axisLine={false}
            interval={0}
          />
          <YAxis
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 0]}
            ticks={ticks}
            tickFormatter={(value: number) => amount(value, axisUnit(unit, ticks))}
            tick={axis}
            tickLine={false}
            axisLine={false}
            width={wide ? 64 : 48}
          />
          <Tooltip
            content={tooltip(theme)}
            cursor={{ stroke: theme.quiet, strokeDasharray: '2 3' }}
            isAnimationActive={false}
          />
          {children({ theme, wide })}
        </ComposedChart>
      ) : null}
    </div>
  );
}
