import { useTranslation } from 'react-i18next';
import type { Comparison, Measure, SeriesPoint } from '../../../server/contract/measures.ts';
import { FEWEST } from '../../../server/domain/beforeAfter.ts';
import type { MeasureFigure } from '../../../server/domain/explain/figures.ts';
import * as format from '../../format.ts';
import { Explained } from '../explain/Explained.tsx';
import { Sentence } from '../Sentence.tsx';
import { Certainty, OfMeasurement } from './Certainty.tsx';
import { canImprove, differenceText, monthsText, periodText, valueText } from './words.ts';

/** Before and after of a measure: the two values with period and number, the difference, and whether it can be told. */
export function Compared({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  const { comparison } = measure;
  if (!comparison) return <Missing measure={measure} />;
  const { changePercent, interval } = comparison;
  const of = (figure: MeasureFigure, text: string) => (
    <Explained
      figure={figure}
      label={`${t('measuring.difference')}, ${measure.name}`}
      choice={{ measure: measure.measure }}
    >
      {text}
    </Explained>
  );
  return (
    <div className="compared">
      <dl>
        <Value measure={measure} name={t('phase.before')} at={comparison.earlier} value={comparison.before} />
        <Value measure={measure} name={t('phase.after')} at={comparison.later} value={comparison.after} />
        <div>
          <dt>{t('measuring.difference')}</dt>
          <dd>
            <strong>
              {of(
                'comparedDifference',
                differenceText(t, round(comparison.difference), measure.unit, laterOf(measure)?.per),
              )}
            </strong>
            <small>
              {of(
                'comparedPercent',
                changePercent === null
                  ? t('measuring.noPercent')
                  : t('measuring.inPercent', { change: format.signedPercent(changePercent) }),
              )}
            </small>
            {interval ? (
              <small>
                <Sentence
                  text={(marks) => t('measuring.differenceInterval', marks)}
                  put={{
                    low: of('comparedLow', format.signed(tenth(interval.low))),
                    high: of('comparedHigh', format.signed(tenth(interval.high))),
                  }}
                />
              </small>
            ) : null}
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
        <strong>
          <OfMeasurement measure={measure} point={point} figure={converted ? 'comparedBefore' : 'measured'}>
            {valueText(t, measure, { value: round(value), per: laterOf(measure)?.per ?? null })}
          </OfMeasurement>
        </strong>
        <small>{periodText(t, point, i18n.language)}</small>
        <small>
          <Certainty measure={measure} point={point} />
        </small>
        {converted ? (
          <small>
            <Sentence
              text={(marks) => t('measuring.converted', marks)}
              put={{
                value: (
                  <OfMeasurement measure={measure} point={point}>
                    {valueText(t, measure, point)}
                  </OfMeasurement>
                ),
              }}
            />
          </small>
        ) : null}
      </dd>
    </div>
  );
}

function laterOf({ comparison, measurements }: Measure): SeriesPoint | undefined {
  return measurements.find((m) => m.phase === comparison?.later.phase && m.from === comparison.later.from);
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
