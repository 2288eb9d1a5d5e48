import { useTranslation } from 'react-i18next';
import type { Measure, Target } from '../../../server/contract/measures.ts';
import * as format from '../../format.ts';
import { Explained } from '../explain/Explained.tsx';
import { Sentence } from '../Sentence.tsx';
import { targetStanding } from './targetStanding.ts';
import { canImprove, differenceText, valueText } from './words.ts';

const SAID = {
  met: 'benefits.targetMet',
  late: 'measuring.targetLate',
  ahead: 'benefits.targetNotMet',
  missed: 'measuring.targetMissed',
} as const;

/** The next target and whether the latest value reaches it, and which way the values after go. */
export function TargetAndTrend({ measure, today }: { measure: Measure; today: string }) {
  const { t, i18n } = useTranslation();
  const { unit, measurements } = measure;
  const trend = canImprove(measure) ? measure.trend : null;
  const later = measurements.find((m) => m.phase === trend?.later.phase && m.from === trend.later.from);
  const standing = targetStanding(measure, today);
  const { target, is, direct, missed, baseline, latest } = standing;
  const how = direct ? 'measuring.targetDirect' : is === null ? 'measuring.targetIs' : SAID[is];
  const value = (of: Target) => (
    <Explained
      figure="measureTarget"
      label={`${t('measuring.target')}, ${measure.name}`}
      choice={{ measure: measure.measure, day: of.due }}
    >
      {valueText(t, measure, { value: of.value, per: baseline?.per ?? latest?.per ?? null })}
    </Explained>
  );
  const due = (of: Target) => format.day(of.due, i18n.language);
  if (!target && !trend) return null;
  return (
    <dl className="target-trend">
      {target ? (
        <div>
          <dt>{t('measuring.target')}</dt>
          <dd data-met={is === null || is === 'ahead' ? undefined : is !== 'missed'}>
            <Sentence
              text={(marks) => t(how, { due: due(target), ...marks })}
              put={{ target: value(target) }}
            />
          </dd>
        </div>
      ) : null}
      {missed ? (
        <div>
          <dt>{t('measuring.targetBefore')}</dt>
          <dd data-met={false}>
            <Sentence
              text={(marks) => t('measuring.targetMissed', { due: due(missed), ...marks })}
              put={{ target: value(missed) }}
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
                    {differenceText(t, Math.round(trend.difference * 100) / 100, unit, later?.per)}
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
