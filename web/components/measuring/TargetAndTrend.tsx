import { useTranslation } from 'react-i18next';
import type { Measure, SeriesPoint } from '../../../server/contract/measures.ts';
import { dayNumber } from '../../../server/domain/calendar.ts';
import { meets, targetAt, targetValueIn } from '../../../server/domain/judged.ts';
import * as format from '../../format.ts';
import { Explained } from '../explain/Explained.tsx';
import { Sentence } from '../Sentence.tsx';
import { canImprove, differenceText, valueText } from './words.ts';

/** The next target and whether the latest value reaches it, and which way the values after go. */
export function TargetAndTrend({ measure, today }: { measure: Measure; today: string }) {
  const { t, i18n } = useTranslation();
  const { better, unit, measurements } = measure;
  const trend = canImprove(measure) ? measure.trend : null;
  const target = targetAt(measure.targets, dayNumber(today));
  const latest = measurements.findLast((m) => m.phase === 'after' && m.from <= today);
  const baseline = measurements.findLast((m) => m.phase === 'before' && m.from <= today);
  const reaches = (m: SeriesPoint, value: number) =>
    meets(m.value, targetValueIn(value, baseline, m), better);
  const met = target && latest ? reaches(latest, target.value) : null;
  const inTime = measurements.some(
    (m) => m.phase === 'after' && target && m.from <= target.due && reaches(m, target.value),
  );
  const how =
    met === null
      ? 'measuring.targetIs'
      : !met
        ? 'benefits.targetNotMet'
        : inTime
          ? 'benefits.targetMet'
          : 'measuring.targetLate';
  if (!target && !trend) return null;
  return (
    <dl className="target-trend">
      {target ? (
        <div>
          <dt>{t('measuring.target')}</dt>
          <dd data-met={met ?? undefined}>
            <Sentence
              text={(marks) => t(how, { due: format.day(target.due, i18n.language), ...marks })}
              put={{
                target: (
                  <Explained
                    figure="measureTarget"
                    label={`${t('measuring.target')}, ${measure.name}`}
                    choice={{ measure: measure.measure }}
                  >
                    {valueText(t, measure, {
                      value: target.value,
                      per: baseline?.per ?? latest?.per ?? null,
                    })}
                  </Explained>
                ),
              }}
            />
          </dd>
        </div>
      ) : null}
      {trend ? (
        <div>
          <dt>{t('measuring.trend')}</dt>
          <dd data-verdict={trend.verdict}>
            <Sentence
              text={(marks) =>
                t(`measuring.trendOf.${trend.verdict}`, {
                  since: format.day(trend.earlier.from, i18n.language),
                  ...marks,
                })
              }
              put={{
                difference: (
                  <Explained
                    figure="trend"
                    label={`${t('measuring.trend')}, ${measure.name}`}
                    choice={{ measure: measure.measure }}
                  >
                    {differenceText(t, Math.round(trend.difference * 100) / 100, unit)}
                  </Explained>
                ),
              }}
            />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
