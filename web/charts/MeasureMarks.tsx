import { useTranslation } from 'react-i18next';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { Measure } from '../../server/contract/measures.ts';
import { dayText } from '../../server/domain/calendar.ts';
import { ExplainedMark } from '../components/explain/ExplainedMark.tsx';
import { unitPer } from '../components/unitPer.ts';
import * as format from '../format.ts';
import type { MeasurePoint, MeasureSeries } from './measureSeries.ts';
import { placeMarks } from './placeMarks.ts';
import { type ChartTheme, FONT } from './theme.ts';

interface Props {
  series: MeasureSeries;
  measure: Measure;
  theme: ChartTheme;
  wide: boolean;
}

/** With more points than this their values are in the table alone. */
const MOST_LABELS = 8;
const WHISKER = 5;

/** What is written and drawn into the figure: go-live, target steps, and each measurement's days, interval and value. */
export function MeasureMarks({ series, measure, theme, wide }: Props) {
  const { t, i18n } = useTranslation();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const area = usePlotArea();
  if (!xScale || !yScale || !area) return null;
  const x = (day: number) => xScale(day) ?? 0;
  const y = (value: number) => yScale(value) ?? 0;
  const anchor = (at: number) =>
    at < area.x + 60 ? 'start' : at > area.x + area.width - 60 ? 'end' : 'middle';
  const halo = { stroke: theme.paper, strokeWidth: 4, paintOrder: 'stroke' } as const;
  const last = series.targets.at(-1);
  const unit = unitPer({ unit: measure.unit, per: series.per }, t);
  const labelled = series.points.length > MOST_LABELS ? [] : series.points;
  const names = {
    points: labelled.map((point) => ({
      value: format.decimal(Math.round(point.value * 100) / 100),
      many: wide && point.source.n !== null ? ` n = ${format.count(point.source.n)}` : '',
    })),
    targets: series.targets.map((target) =>
      t('measuring.targetMark', { value: format.measured(target.value, wide ? measure.unit : null) }),
    ),
  };
  const spots = placeMarks(
    series,
    labelled,
    { points: names.points.map(({ value, many }) => value + many), targets: names.targets },
    { x, y, area },
  );
  return (
    <g fontFamily={FONT} fontSize={12}>
      {series.live === null ? null : (
        <>
          <line
            x1={x(series.live)}
            x2={x(series.live)}
            y1={area.y - 6}
            y2={area.y + area.height}
            stroke={theme.quiet}
            strokeDasharray="1 3"
          />
          <text x={x(series.live)} y={area.y - 13} fill={theme.quiet} textAnchor={anchor(x(series.live))}>
            {t('chart.live', { period: format.day(dayText(series.live), i18n.language) })}
          </text>
        </>
      )}
      {last ? (
        <path
          d={steps(series, x, y)}
          fill="none"
          stroke={theme.costs}
          strokeWidth={1.75}
          strokeDasharray="6 3"
        />
      ) : null}
      {series.points.map((point) => (
        <g key={`${point.phase} ${point.start}`} stroke={colour(point, theme)} strokeWidth={1.75}>
          <line x1={x(point.start)} x2={x(point.end)} y1={y(point.value)} y2={y(point.value)} opacity={0.5} />
          <Whiskers point={point} x={x(point.x)} y={y} />
          <Mark point={point} x={x(point.x)} y={y(point.value)} theme={theme} />
        </g>
      ))}
      {series.targets.map((target, i) => {
        const spot = spots.targets[i];
        return spot ? (
          <ExplainedMark
            key={target.due}
            of={{
              figure: 'measureTarget',
              label: `${t('measuring.target')}, ${measure.name}`,
              choice: { measure: measure.measure, day: target.due },
            }}
            value={format.measured(target.value, unit)}
          >
            <text x={spot.x} y={spot.y} fill={theme.costs} textAnchor={spot.anchor} {...halo}>
              <tspan className="mark-value">{names.targets[i]}</tspan>
            </text>
          </ExplainedMark>
        ) : null;
      })}
      {labelled.map((point, i) => {
        const spot = spots.points[i];
        return spot ? (
          <ExplainedMark
            key={`${point.phase} ${point.start}`}
            of={{
              figure: 'measured',
              label: `${measure.name}, ${t(`phase.${point.phase}`)}`,
              choice: { measure: measure.measure, phase: point.phase, day: point.source.from },
            }}
            value={format.measured(point.value, unit)}
          >
            <text x={spot.x} y={spot.y} fill={theme.ink} fontWeight={600} textAnchor={spot.anchor} {...halo}>
              <tspan className="mark-value">{names.points[i]?.value}</tspan>
              {names.points[i]?.many ? (
                <tspan fontWeight={400} fill={theme.quiet}>
                  {names.points[i].many}
                </tspan>
              ) : null}
            </text>
          </ExplainedMark>
        ) : null;
      })}
    </g>
  );
}

function Whiskers({ point, x, y }: { point: MeasurePoint; x: number; y: (value: number) => number }) {
  if (point.low === null && point.high === null) return null;
  const ends = [y(point.low ?? point.value), y(point.high ?? point.value)] as const;
  return (
    <>
      <line x1={x} x2={x} y1={ends[0]} y2={ends[1]} />
      {ends.map((end, i) => (
        <line key={i === 0 ? 'low' : 'high'} x1={x - WHISKER} x2={x + WHISKER} y1={end} y2={end} />
      ))}
    </>
  );
}

/** Each phase has a shape of its own, so that it is told without its colour; what is expected is hollow. */
function Mark({ point, x, y, theme }: { point: MeasurePoint; x: number; y: number; theme: ChartTheme }) {
  const fill =
    point.source.basis === 'expected' || point.phase === 'before' ? theme.paper : colour(point, theme);
  if (point.phase === 'before') return <rect x={x - 5} y={y - 5} width={10} height={10} fill={fill} />;
  if (point.phase === 'after') return <circle cx={x} cy={y} r={5.5} fill={fill} />;
  return <path d={`M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`} fill={fill} />;
}

function colour({ phase }: MeasurePoint, theme: ChartTheme): string {
  return phase === 'before' ? theme.quiet : theme.gains;
}

function steps({ targets }: MeasureSeries, x: (day: number) => number, y: (value: number) => number): string {
  return targets
    .map(
      (step, i) => `${i === 0 ? 'M' : 'L'}${x(step.start)} ${y(step.value)}L${x(step.end)} ${y(step.value)}`,
    )
    .join('');
}
