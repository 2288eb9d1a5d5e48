import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Comparison, Measure, SeriesPoint } from '../../../server/contract/measures.ts';
import { FEWEST } from '../../../server/domain/beforeAfter.ts';
import * as format from '../../format.ts';
import { Calculated } from '../explain/Calculated.tsx';
import { canImprove, differenceText, monthsText, periodText, valueText } from './words.ts';

/** Before and after of a measure: the two values with period and number, the difference, and whether it can be told. */
export function Compared({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  const { comparison } = measure;
  if (!comparison) return <Missing measure={measure} />;
  const { changePercent, interval } = comparison;
  const own = (phase: 'before' | 'after') => ({
    name: t(`phase.${phase}`),
    value: comparison[phase],
    unit: 'own' as const,
    own: measure.unit,
  });
  const points = interval && {
    low: format.signed(tenth(interval.low)),
    high: format.signed(tenth(interval.high)),
  };
  return (
    <div className="compared">
      <dl>
        <Value measure={measure} name={t('phase.before')} at={comparison.earlier} value={comparison.before} />
        <Value measure={measure} name={t('phase.after')} at={comparison.later} value={comparison.after} />
        <div>
          <dt>{t('measuring.difference')}</dt>
          <dd>
            <strong>
              <Calculated
                label={`${t('measuring.difference')}, ${measure.name}`}
                words={t('measuring.differenceHow')}
                formula={[own('after'), { sign: '−' }, own('before')]}
                result={{ value: comparison.difference, unit: 'own', own: measure.unit }}
              >
                {differenceText(t, round(comparison.difference), measure.unit, laterOf(measure)?.per)}
              </Calculated>
            </strong>
            <small>
              {changePercent === null ? (
                t('measuring.noPercent')
              ) : (
                <Calculated
                  label={`${t('measuring.difference')}, ${measure.name}`}
                  words={t('measuring.percentHow')}
                  formula={[
                    { sign: '(' },
                    own('after'),
                    { sign: '−' },
                    own('before'),
                    { sign: ')' },
                    { sign: '÷' },
                    own('before'),
                  ]}
                  result={{ value: changePercent / 100, unit: 'share', own: null }}
                >
                  {t('measuring.inPercent', { change: format.signedPercent(round(changePercent)) })}
                </Calculated>
              )}
            </small>
            {points ? <small>{t('measuring.differenceInterval', points)}</small> : null}
          </dd>
        </div>
      </dl>
      <Judgement comparison={comparison} judged={canImprove(measure)} />
    </div>
  );
}

interface ValueProps {
  measure: Measure;
  name: string;
  at: Comparison['earlier'];
  /** In the later one's period. */
  value: number;
}

function Value({ measure, name, at, value }: ValueProps) {
  const { t, i18n } = useTranslation();
  const point = measure.measurements.find((m) => m.phase === at.phase && m.from === at.from);
  if (!point) return null;
  const converted = Math.abs(value - point.value) > 1e-9;
  return (
    <div data-kind={at.phase}>
      <dt>{name}</dt>
      <dd>
        <strong>{valueText(t, measure, { value: round(value), per: laterOf(measure)?.per ?? null })}</strong>
        <small>{periodText(t, point, i18n.language)}</small>
        <small>{certaintyText(t, measure, point)}</small>
        {converted ? (
          <small>{t('measuring.converted', { value: valueText(t, measure, point) })}</small>
        ) : null}
      </dd>
    </div>
  );
}

function laterOf({ comparison, measurements }: Measure): SeriesPoint | undefined {
  return measurements.find((m) => m.phase === comparison?.later.phase && m.from === comparison.later.from);
}

/** How certain one measurement is: how many were measured, and the interval or the range. */
export function certaintyText(
  t: TFunction,
  { unit, kind }: Pick<Measure, 'unit' | 'kind'>,
  { n, counted, interval, low, high }: SeriesPoint,
): string {
  const many =
    counted !== null && n !== null
      ? t('measuring.countedOf', { counted: format.count(counted), n: format.count(n) })
      : n === null
        ? kind === 'flow'
          ? ''
          : t('measuring.nUnknown')
        : `n = ${format.count(n)}`;
  const range = interval
    ? t('measuring.interval', {
        low: format.oneDecimal(interval.low),
        high: format.oneDecimal(interval.high),
      })
    : low === null && high === null
      ? ''
      : t('measuring.range', {
          low: low === null ? '…' : format.decimal(low),
          high: format.measured(high ?? low ?? 0, high === null ? null : unit),
        });
  return [many, range].filter(Boolean).join(' · ');
}

/** Whether a difference can be told, in a sentence, and what to be careful of. */
function Judgement({ comparison, judged }: { comparison: Comparison; judged: boolean }) {
  const { t, i18n } = useTranslation();
  const { verdict, doubt, overlap, season } = comparison;
  return (
    <>
      {judged ? (
        <p className="verdict" data-verdict={verdict}>
          <span aria-hidden="true">{MARKS[verdict]}</span>{' '}
          {verdict === 'unclear' && doubt
            ? t(`measuring.doubt.${doubt}`, { fewest: FEWEST })
            : t(`measuring.verdict.${verdict}`)}
        </p>
      ) : null}
      {overlap && doubt !== 'overlap' ? <p className="caution">{t('measuring.overlap')}</p> : null}
      {season ? (
        <p className="caution">
          {t('measuring.season', {
            before: monthsText(season.before, i18n.language),
            after: monthsText(season.after, i18n.language),
          })}
        </p>
      ) : null}
    </>
  );
}

const MARKS = { better: '▲', worse: '▼', same: '=', unclear: '?' } as const;

/** What is still to be measured before the two can be compared. */
function Missing({ measure: { measurements } }: { measure: Measure }) {
  const { t } = useTranslation();
  const has = (phase: string) => measurements.some((m) => m.phase === phase);
  if (has('saved')) return <p className="quiet">{t('measuring.savedOnly')}</p>;
  if (!has('before') && !has('after')) return <p className="quiet">{t('measuring.nothing')}</p>;
  return <p className="quiet">{t(has('before') ? 'measuring.afterMissing' : 'measuring.beforeMissing')}</p>;
}

/** What comes of a subtraction has no more digits than a reader can use. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
