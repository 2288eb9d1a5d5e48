import { useTranslation } from 'react-i18next';
import type { PlanVersion } from '../../../server/contract/plan.ts';
import * as format from '../../format.ts';
import { Sentence } from '../Sentence.tsx';
import { OfPlan, RealisedTotal } from './PlanFigures.tsx';

/** Whether it came out as planned, in a sentence. */
export function PlanHeadline({ version }: { version: PlanVersion }) {
  const { t, i18n } = useTranslation();
  const { total } = version;
  if (total.deviation === null || total.net === null || total.plannedSoFar === null) {
    const why = total.reasons.deviation;
    return (
      <p className="plan-headline">
        {why === undefined || why === 'no-actual'
          ? t('plan.notComparable')
          : t('plan.notKnown', { why: t(`reason.${why}`) })}
      </p>
    );
  }
  const key = total.deviation === 0 ? 'onPlan' : total.deviation < 0 ? 'behind' : 'ahead';
  return (
    <div className="plan-headline">
      <p>
        <Sentence
          text={(marks) =>
            t(`plan.${key}`, {
              month: total.until === null ? '' : format.month(total.until, i18n.language),
              ...marks,
            })
          }
          put={{
            amount: (
              <>
                <OfPlan figure="deviation" version={version.version} year={null}>
                  {format.money(Math.abs(total.deviation))}
                </OfPlan>
                {total.share === null || total.share === 0 ? null : (
                  <span className="plan-share">
                    {' ('}
                    <OfPlan figure="deviationShare" version={version.version} year={null}>
                      {format.share(Math.abs(total.share))}
                    </OfPlan>
                    )
                  </span>
                )}
              </>
            ),
          }}
        />
      </p>
      <p className="quiet">
        <Sentence
          text={(marks) =>
            t('plan.figures', {
              count: total.months,
              ...marks,
            })
          }
          put={{
            actual: <RealisedTotal version={version} text={format.money} />,
            planned: (
              <OfPlan figure="plannedSoFar" version={version.version} year={null}>
                {format.money(total.plannedSoFar)}
              </OfPlan>
            ),
          }}
        />
      </p>
    </div>
  );
}
