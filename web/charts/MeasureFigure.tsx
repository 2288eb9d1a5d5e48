import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { Measure } from '../../server/contract/measures.ts';
import * as format from '../format.ts';
import { MeasureMarks } from './MeasureMarks.tsx';
import { MeasureTooltip } from './MeasureTooltip.tsx';
import { dayTicks, type MeasureSeries } from './measureSeries.ts';
import { FONT, useChartTheme } from './theme.ts';
import { usePrinting } from './usePrinting.ts';

const ROOM_FOR_LABELS = 640;
const PAPER_WIDTH = 686;

interface Props {
  series: MeasureSeries;
  measure: Measure;
}

/** Before and after in time with their intervals, go-live, and the targets as steps. */
export default function MeasureFigure({ series, measure }: Props) {
  const { t } = useTranslation();
  const { ref, width: shown } = useElementSize();
  const printing = usePrinting();
  const theme = useChartTheme(printing);
  const width = printing ? PAPER_WIDTH : shown;
  const wide = width >= ROOM_FOR_LABELS;
  const axis = { fill: theme.quiet, fontSize: 12, fontFamily: FONT };
  const x = dayTicks(series.x.min, series.x.max, wide ? 10 : 4);
  const { y } = series;
  return (
    <div ref={ref} className="measure-size">
      {width > 0 ? (
        <ComposedChart
          width={width}
          height={printing ? 200 : wide ? 280 : 250}
          data={series.points}
          margin={{ top: 30, right: 16, bottom: 4, left: 0 }}
          title={t('measuring.keyboard')}
        >
          <CartesianGrid vertical={false} stroke={theme.grid} />
          <XAxis
            dataKey="x"
            type="number"
            domain={[series.x.min, series.x.max]}
            ticks={x.map((tick) => tick.x)}
            tickFormatter={(day: number) => x.find((tick) => tick.x === day)?.label ?? ''}
            tick={axis}
            tickLine={false}
            axisLine={{ stroke: theme.grid }}
            interval={0}
          />
          <YAxis
            domain={[y[0] ?? 0, y.at(-1) ?? 0]}
            ticks={y}
            tickFormatter={(value: number) => format.decimal(value)}
            tick={axis}
            tickLine={false}
            axisLine={false}
            width={Math.max(...y.map((value) => format.decimal(value).length)) * 7.5 + 12}
          />
          <ReferenceLine y={0} stroke={theme.ink} strokeWidth={1.25} />
          <Tooltip
            content={<MeasureTooltip unit={measure.unit} per={series.per} />}
            cursor={{ stroke: theme.quiet, strokeDasharray: '2 3' }}
            isAnimationActive={false}
          />
          {(['before', 'after', 'saved'] as const).map((phase) => (
            <Line
              key={phase}
              dataKey={phase}
              type="linear"
              connectNulls
              isAnimationActive={false}
              stroke={phase === 'before' ? theme.quiet : theme.gains}
              strokeWidth={1.5}
              {...(phase === 'before' ? { strokeDasharray: '3 3' } : {})}
              dot={noDot}
              activeDot={false}
            />
          ))}
          <MeasureMarks series={series} measure={measure} theme={theme} wide={wide} />
        </ComposedChart>
      ) : null}
    </div>
  );
}

/** The marks are drawn apart; a point alone would else be drawn as a dot over its mark. */
function noDot({ key }: { key?: unknown }) {
  return <g key={String(key)} />;
}
