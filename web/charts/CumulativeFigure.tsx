import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { amount, type MoneyUnit } from '../format.ts';
import { Annotations } from './Annotations.tsx';
import { CumulativeTooltip } from './CumulativeTooltip.tsx';
import { niceTicks, type Series } from './series.ts';
import { FONT, useChartTheme } from './theme.ts';
import { axisUnit, periodTicks } from './ticks.ts';
import { usePrinting } from './usePrinting.ts';

const ROOM_FOR_LABELS = 640;
/** A4 between its margins, in CSS pixels, and what of it the figure may take. */
const PAPER = { width: 686, height: 262 };

/** Cost below zero, gains above, net as the bold line; expected parts dashed. */
export default function CumulativeFigure({ series, unit }: { series: Series; unit: MoneyUnit }) {
  const { t } = useTranslation();
  const { ref, width: shown } = useElementSize();
  const printing = usePrinting();
  const theme = useChartTheme(printing);
  const width = printing ? PAPER.width : shown;
  const wide = width >= ROOM_FOR_LABELS;
  const ticks = niceTicks(series.min, series.max);
  const axis = { fill: theme.quiet, fontSize: 12, fontFamily: FONT };
  const dashes = '2 5';
  const last = series.points.length - 1;
  const x = periodTicks(series.points, wide ? 10 : 5);
  return (
    <div ref={ref} className="chart-size">
      {width > 0 ? (
        <ComposedChart
          width={width}
          height={printing ? PAPER.height : wide ? 440 : 340}
          data={series.points}
          margin={{ top: wide ? 34 : 58, right: wide ? 150 : 12, bottom: 4, left: 0 }}
          title={t('chart.keyboard')}
        >
          <CartesianGrid vertical={false} stroke={theme.grid} />
          <XAxis
            dataKey="index"
            type="number"
            domain={[0, Math.max(last, 1)]}
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
            content={<CumulativeTooltip unit={unit} theme={theme} />}
            cursor={{ stroke: theme.quiet, strokeDasharray: '2 3' }}
            isAnimationActive={false}
          />
          {(['gainsAbove', 'costsBelow'] as const).map((key) => (
            <Area
              key={key}
              dataKey={key}
              type="linear"
              isAnimationActive={false}
              stroke={colour(theme, key)}
              fill={colour(theme, key)}
              fillOpacity={0.14}
              strokeWidth={1.75}
              dot={false}
              activeDot={false}
            />
          ))}
          {(['gainsExpected', 'costsExpected'] as const).map((key) => (
            <Area
              key={key}
              dataKey={key}
              type="linear"
              isAnimationActive={false}
              stroke={colour(theme, key)}
              fill={colour(theme, key)}
              fillOpacity={0.06}
              strokeWidth={1.75}
              strokeDasharray={dashes}
              dot={false}
              activeDot={false}
            />
          ))}
          <ReferenceLine y={0} stroke={theme.ink} strokeWidth={1.25} />
          <Line
            dataKey="netExpected"
            type="linear"
            isAnimationActive={false}
            stroke={theme.net}
            strokeWidth={3}
            strokeDasharray="3 6"
            dot={false}
            activeDot={false}
          />
          <Line
            dataKey="netActual"
            type="linear"
            isAnimationActive={false}
            stroke={theme.net}
            strokeWidth={3.5}
            strokeLinecap="round"
            strokeLinejoin="round"
            dot={last === 0}
            activeDot={{ r: 4 }}
          />
          <Annotations series={series} unit={unit} theme={theme} wide={wide} />
        </ComposedChart>
      ) : null}
    </div>
  );
}

function colour(theme: { costs: string; gains: string }, key: string): string {
  return key.startsWith('costs') ? theme.costs : theme.gains;
}
