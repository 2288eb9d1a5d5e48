import { useElementSize } from '@mantine/hooks';
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { amount, type MoneyUnit } from '../format.ts';
import { PlanLabels } from './PlanLabels.tsx';
import { PlanTooltip } from './PlanTooltip.tsx';
import type { PlanSeries } from './planSeries.ts';
import { niceTicks } from './series.ts';
import { FONT, useChartTheme } from './theme.ts';
import { axisUnit, periodTicks } from './ticks.ts';
import { usePrinting } from './usePrinting.ts';

const ROOM_FOR_LABELS = 640;
/** A4 between its margins, in CSS pixels, and what of it the figure may take. */
const PAPER = { width: 686, height: 240 };

interface Props {
  series: PlanSeries;
  unit: MoneyUnit;
  version: number;
}

/** Cumulative net: what came of it as a solid line, the plan dashed, each with its name and its break-even. */
export default function PlanFigure({ series, unit, version }: Props) {
  const { ref, width: shown } = useElementSize();
  const printing = usePrinting();
  const theme = useChartTheme(printing);
  const width = printing ? PAPER.width : shown;
  const wide = width >= ROOM_FOR_LABELS;
  const ticks = niceTicks(series.min, series.max);
  const x = periodTicks(series.points, wide ? 10 : 5);
  const axis = { fill: theme.quiet, fontSize: 12, fontFamily: FONT };
  return (
    <div ref={ref} className="chart-size">
      {width > 0 ? (
        <LineChart
          width={width}
          height={printing ? PAPER.height : wide ? 380 : 320}
          data={series.points}
          margin={{ top: wide ? 20 : 40, right: wide ? 130 : 12, bottom: 4, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke={theme.grid} />
          <XAxis
            dataKey="index"
            type="number"
            domain={[0, Math.max(series.points.length - 1, 1)]}
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
            content={<PlanTooltip unit={unit} theme={theme} version={version} />}
            cursor={{ stroke: theme.quiet, strokeDasharray: '2 3' }}
            isAnimationActive={false}
          />
          <ReferenceLine y={0} stroke={theme.ink} strokeWidth={1.25} />
          <Line
            dataKey="planned"
            type="linear"
            isAnimationActive={false}
            stroke={theme.gains}
            strokeWidth={2.25}
            strokeDasharray="6 5"
            dot={false}
            activeDot={{ r: 4 }}
          />
          <Line
            dataKey="actual"
            type="linear"
            isAnimationActive={false}
            stroke={theme.net}
            strokeWidth={3.5}
            strokeLinecap="round"
            strokeLinejoin="round"
            dot={series.actual.last === 0}
            activeDot={{ r: 4 }}
          />
          <PlanLabels series={series} unit={unit} theme={theme} wide={wide} version={version} />
        </LineChart>
      ) : null}
    </div>
  );
}
