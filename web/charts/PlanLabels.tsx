import { useTranslation } from 'react-i18next';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { ExplainedProps } from '../components/explain/Explained.tsx';
import { ExplainedMark } from '../components/explain/ExplainedMark.tsx';
import { planEven } from '../components/plan/planEven.ts';
import { amount, type MoneyUnit, month } from '../format.ts';
import type { PlanLine, PlanSeries } from './planSeries.ts';
import { spaced } from './series.ts';
import { type ChartTheme, FONT } from './theme.ts';

interface Props {
  series: PlanSeries;
  unit: MoneyUnit;
  theme: ChartTheme;
  wide: boolean;
  version: number;
}

type Named = PlanLine & { key: 'actual' | 'planned'; name: string; colour: string };

/** The lines' names with their last values, and where each breaks even. */
export function PlanLabels({ series, unit, theme, wide, version }: Props) {
  const { t, i18n } = useTranslation();
  const x = useXAxisScale();
  const y = useYAxisScale();
  const area = usePlotArea();
  if (!x || !y || !area) return null;
  const lines: Named[] = [
    { ...series.actual, key: 'actual', name: t('plan.actual'), colour: theme.net },
    { ...series.planned, key: 'planned', name: t('plan.planned', { version }), colour: theme.gains },
  ];
  const drawn = lines.filter((line) => line.last !== null);
  const place = (line: Named, index: number | null) => {
    const point = index === null ? undefined : series.points[index];
    const value = point?.[line.key];
    if (!point || value === null || value === undefined) return null;
    return { x: x(point.index) ?? 0, y: y(value) ?? 0, value, period: point.period };
  };
  const ends = drawn.flatMap((line) => {
    const end = place(line, line.last);
    return end ? [{ line, end }] : [];
  });
  const heights = spaced(
    ends.map(({ end }) => end.y),
    36,
    area.y + 6,
    area.y + area.height - 20,
  );
  // Curves rise where they break even: there is room above and left of the first, and below and right of the other.
  const [actualEven, plannedEven] = [series.actual.breakEven, series.planned.breakEven];
  const plannedFirst = plannedEven !== null && (actualEven === null || plannedEven <= actualEven);
  const first = plannedFirst ? 'planned' : plannedEven === null ? null : 'actual';
  const edge = { left: area.x + 190, right: area.x + area.width - 190 };
  return (
    <g fontFamily={FONT} fontSize={12.5}>
      {drawn.map((line) => {
        const even = place(line, line.breakEven);
        if (!even) return null;
        const above = line.key === first;
        const left = (above && even.x > edge.left) || even.x > edge.right;
        return (
          <ExplainedMark
            key={line.key}
            of={planEven(line.key, line.name, version, series.points[line.last ?? 0]?.period)}
            value={month(even.period, i18n.language)}
          >
            <circle
              cx={even.x}
              cy={even.y}
              r={5.5}
              fill={theme.paper}
              stroke={line.colour}
              strokeWidth={2.5}
            />
            {wide ? (
              <text
                x={even.x + (left ? -8 : 8)}
                y={even.y + (above ? -12 : 22)}
                fill={line.colour}
                fontWeight={600}
                textAnchor={left ? 'end' : 'start'}
                stroke={theme.paper}
                strokeWidth={4}
                paintOrder="stroke"
              >
                {t('plan.even', { name: line.name, month: month(even.period, i18n.language) })}
              </text>
            ) : null}
          </ExplainedMark>
        );
      })}
      {ends.map(({ line, end }, i) =>
        wide ? (
          <ExplainedMark
            key={line.key}
            of={endOf(line, version, end.period)}
            value={`${amount(end.value, unit)} ${unit.label}`}
            fill={line.colour}
            fontWeight={line.key === 'actual' ? 700 : 600}
          >
            <text x={end.x + 10} y={heights[i] ?? 0} stroke={theme.paper} strokeWidth={4} paintOrder="stroke">
              <tspan x={end.x + 10}>{line.name}</tspan>
              <tspan
                className="mark-value"
                x={end.x + 10}
                dy={16}
              >{`${amount(end.value, unit)} ${unit.label}`}</tspan>
            </text>
          </ExplainedMark>
        ) : (
          <text key={line.key} x={4 + i * 120} y={14} fill={line.colour} fontWeight={600}>
            {`${line.key === 'actual' ? '—' : '- -'} ${line.name}`}
          </text>
        ),
      )}
    </g>
  );
}

/** What a line came to in its last month. */
function endOf({ key, name }: Named, version: number, until: string): ExplainedProps {
  return key === 'planned'
    ? { figure: 'plannedCumulative', label: name, until, choice: { version: String(version) } }
    : { figure: 'net', label: name, until, choice: { sum: 'known' } };
}
