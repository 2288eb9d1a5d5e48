import { useTranslation } from 'react-i18next';
import { Area, Line, ReferenceLine } from 'recharts';
import type { MoneyUnit } from '../format.ts';
import { Annotations } from './Annotations.tsx';
import { CumulativeTooltip } from './CumulativeTooltip.tsx';
import { MoneyFigure } from './MoneyFigure.tsx';
import type { Series } from './series.ts';
import type { ChartTheme } from './theme.ts';

/** Cost below zero, gains above, net as the bold line; expected parts dashed. */
export default function CumulativeFigure({ series, unit }: { series: Series; unit: MoneyUnit }) {
  const { t } = useTranslation();
  return (
    <MoneyFigure
      points={series.points}
      min={series.min}
      max={series.max}
      unit={unit}
      height={{ paper: 262, wide: 440, narrow: 340 }}
      top={{ wide: 34, narrow: 58 }}
      right={150}
      title={t('chart.keyboard')}
      tooltip={(theme) => (
        <CumulativeTooltip unit={unit} theme={theme} costed={series.costed} gained={series.gained} />
      )}
    >
      {({ theme, wide }) => (
        <>
          {AREAS.map(({ key, dashed }) => (
            <Area
              key={key}
              dataKey={key}
              type="linear"
              isAnimationActive={false}
              stroke={colour(theme, key)}
              fill={colour(theme, key)}
              fillOpacity={dashed ? 0.06 : 0.14}
              strokeWidth={1.75}
              {...(dashed ? { strokeDasharray: '2 5' } : {})}
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
            dot={series.points.length === 1}
            activeDot={{ r: 4 }}
          />
          <Annotations series={series} unit={unit} theme={theme} wide={wide} />
        </>
      )}
    </MoneyFigure>
  );
}

const AREAS = [
  { key: 'gainsAbove', dashed: false },
  { key: 'costsBelow', dashed: false },
  { key: 'gainsExpected', dashed: true },
  { key: 'costsExpected', dashed: true },
] as const;

function colour(theme: ChartTheme, key: (typeof AREAS)[number]['key']): string {
  return key.startsWith('costs') ? theme.costs : theme.gains;
}
