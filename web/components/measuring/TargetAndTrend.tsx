import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../server/contract/measures.ts';
import { dayNumber } from '../../../server/domain/calendar.ts';
import { meets, targetAt } from '../../../server/domain/judged.ts';
import * as format from '../../format.ts';
import { Calculated } from '../explain/Calculated.tsx';
import { Sentence } from '../Sentence.tsx';
import { canImprove, differenceText } from './words.ts';

/** The next target and whether the latest value reaches it, and which way the values after go. */
export function TargetAndTrend({ measure, today }: { measure: Measure; today: string }) {
  const { t, i18n } = useTranslation();
  const { better, unit, measurements } = measure;
  const trend = canImprove(measure) ? measure.trend : null;
  const target = targetAt(measure.targets, dayNumber(today));
  const latest = measurements.findLast((m) => m.phase === 'after' && m.from <= today);
  const met = target && latest ? meets(latest.value, target.value, better) : null;
  const inTime = measurements.some(
    (m) => m.phase === 'after' && target && m.from <= target.due && meets(m.value, target.value, better),
  );
  const how =
    met === null
      ? 'measuring.targetIs'
      : !met
        ? 'benefits.targetNotMet'
        : inTime
          ? 'benefits.targetMet'
          : 'measuring.targetLate';
  const own = (name: string, value: number) => ({ name, value, unit: 'own' as const, own: unit });
  if (!target && !trend) return null;
  return (
    <dl className="target-trend">
      {target ? (
        <div>
          <dt>{t('measuring.target')}</dt>
          <dd data-met={met ?? undefined}>
            {t(how, {
              target: format.measured(target.value, unit),
              due: format.day(target.due, i18n.language),
            })}
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
                  <Calculated
                    label={`${t('measuring.trend')}, ${measure.name}`}
                    words={t('measuring.trendHow')}
                    formula={[
                      own(format.day(trend.later.from, i18n.language), trend.after),
                      { sign: '−' },
                      own(format.day(trend.earlier.from, i18n.language), trend.before),
                    ]}
                    result={{ value: trend.difference, unit: 'own', own: unit }}
                  >
                    {differenceText(t, Math.round(trend.difference * 100) / 100, unit)}
                  </Calculated>
                ),
              }}
            />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
