import { Line, ReferenceLine } from 'recharts';
import type { MoneyUnit } from '../format.ts';
import { MoneyFigure } from './MoneyFigure.tsx';
import { PlanLabels } from './PlanLabels.tsx';
import { PlanTooltip } from './PlanTooltip.tsx';
import type { PlanSeries } from './planSeries.ts';

interface Props {
  series: PlanSeries;
  unit: MoneyUnit;
  version: number;
}

/** Cumulative net: what came of it as a solid line, the plan dashed, each with its name and its break-even. */
export default function PlanFigure({ series, unit, version }: Props) {
  return (
    <MoneyFigure
      points={series.points}
      min={series.min}
      max={series.max}
      unit={unit}
      height={{ paper: 240, wide: 380, narrow: 320 }}
      top={{ wide: 20, narrow: 40 }}
      right={130}
      tooltip={(theme) => <PlanTooltip unit={unit} theme={theme} version={version} />}
    >
      {({ theme, wide }) => (
        <>
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
        </>
      )}
    </MoneyFigure>
  );
}
