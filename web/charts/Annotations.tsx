import { useTranslation } from 'react-i18next';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { ExplainedMark } from '../components/explain/ExplainedMark.tsx';
import { amount, type MoneyUnit, month } from '../format.ts';
import { EVEN_NAME, evenPlace, type Series, spaced } from './series.ts';
import { type ChartTheme, FONT } from './theme.ts';

interface Props {
  series: Series;
  unit: MoneyUnit;
  theme: ChartTheme;
  wide: boolean;
}

/** What is written into the figure: go-live, break-even, and the lines' names with their last values. */
export function Annotations({ series, unit, theme, wide }: Props) {
  const { t, i18n } = useTranslation();
  const x = useXAxisScale();
  const y = useYAxisScale();
  const area = usePlotArea();
  const last = series.points.at(-1);
  if (!x || !y || !area || !last) return null;
  const at = (index: number) => x(index) ?? 0;
  const period = (index: number) => {
    const text = series.points[index]?.period ?? '';
    return text.length > 4 ? month(text, i18n.language) : text;
  };
  const even = series.breakEven === null ? undefined : series.points[series.breakEven];
  const beside = series.points.find((p) => even && at(p.index) >= at(even.index) + EVEN_NAME) ?? last;
  const bottom = area.y + area.height;
  // Two names on one line need room; the dashes say it too.
  const crowded =
    series.live !== null && Math.abs(at(series.live) - at(series.expectedFrom ?? 0)) < ROOM_FOR_TWO_NAMES;
  return (
    <g fontFamily={FONT} fontSize={12.5}>
      {series.expectedFrom !== null && series.expectedFrom > 0 ? (
        <text
          x={at(series.expectedFrom)}
          y={area.y - 14}
          fill={theme.quiet}
          textAnchor={anchor(at(series.expectedFrom), area)}
        >
          {crowded ? '' : t('chart.expected')}
        </text>
      ) : null}
      {series.live === null ? null : (
        <>
          <line
            x1={at(series.live)}
            x2={at(series.live)}
            y1={area.y - 6}
            y2={bottom}
            stroke={theme.quiet}
            strokeDasharray="1 3"
          />
          <text
            x={at(series.live)}
            y={area.y - 14}
            fill={theme.quiet}
            textAnchor={anchor(at(series.live), area)}
          >
            {t('chart.live', { period: period(series.live) })}
          </text>
        </>
      )}
      {even ? (
        <ExplainedMark
          of={{ figure: 'breakEven', label: t('figures.breakEven'), until: last.month, choice: KNOWN }}
          value={period(even.index)}
        >
          <circle
            cx={at(even.index)}
            cy={y(even.net) ?? 0}
            r={5.5}
            fill={theme.paper}
            stroke={theme.net}
            strokeWidth={2.5}
          />
          <text
            {...evenPlace(
              { x: at(even.index), y: y(even.net) ?? 0 },
              { zero: y(0) ?? 0, costs: y(-even.costs) ?? 0, costsBeside: y(-beside.costs) ?? 0 },
              area,
            )}
            fill={theme.ink}
            fontWeight={600}
            stroke={theme.paper}
            strokeWidth={4}
            paintOrder="stroke"
          >
            {t('chart.breakEven', { period: period(even.index) })}
          </text>
        </ExplainedMark>
      ) : null}
      <EndLabels
        last={last}
        costed={series.costed}
        gained={series.gained}
        place={(value) => y(value) ?? 0}
        x={area.x + area.width + 10}
        top={area.y}
        bottom={bottom}
        unit={unit}
        theme={theme}
        wide={wide}
      />
    </g>
  );
}

type Ends = Pick<Props, 'unit' | 'theme' | 'wide'> & {
  last: Series['points'][number];
  costed: boolean;
  gained: boolean;
  place: (value: number) => number;
  x: number;
  top: number;
  bottom: number;
};

/** The lines' names at their ends; on a narrow screen the same names as a legend above. */
function EndLabels({ last, costed, gained, place, x, top, bottom, unit, theme, wide }: Ends) {
  const { t } = useTranslation();
  const ends = (
    [
      { figure: 'gains', name: t('chart.gains'), value: last.gains, colour: theme.gains, weight: 500 },
      { figure: 'net', name: t('chart.net'), value: last.net, colour: theme.net, weight: 700 },
      { figure: 'costs', name: t('chart.costs'), value: -last.costs, colour: theme.costs, weight: 500 },
    ] as const
  ).filter((end) => (end.figure === 'gains' || costed) && (end.figure === 'costs' || gained));
  if (!wide) {
    return ends.map((end, i) => (
      <text key={end.name} x={legendPlace(ends, i)} y={14} fill={end.colour} fontWeight={end.weight}>
        {`— ${end.name}`}
      </text>
    ));
  }
  const places = spaced(
    ends.map((end) => place(end.value)),
    34,
    top,
    bottom - 16,
  );
  return ends.map((end, i) => {
    const value = `${amount(end.value, unit)} ${unit.label}`;
    return (
      <ExplainedMark
        key={end.name}
        of={{ figure: end.figure, label: end.name, until: last.month, choice: KNOWN }}
        value={value}
      >
        <text x={x} y={places[i] ?? 0} fill={end.colour} fontWeight={end.weight}>
          <tspan x={x}>{end.name}</tspan>
          <tspan className="mark-value" x={x} dy={16}>
            {value}
          </tspan>
        </text>
      </ExplainedMark>
    );
  });
}

/** A month has what is known by then, whether or not all is. */
const KNOWN = { sum: 'known' } as const;

const LETTER = 7;
const ROOM_FOR_TWO_NAMES = 150;

function legendPlace(ends: readonly { name: string }[], index: number): number {
  return ends.slice(0, index).reduce((x, end) => x + (end.name.length + 4) * LETTER, 4);
}

function anchor(x: number, area: { x: number; width: number }): 'start' | 'middle' | 'end' {
  if (x < area.x + 70) return 'start';
  return x > area.x + area.width - 70 ? 'end' : 'middle';
}
