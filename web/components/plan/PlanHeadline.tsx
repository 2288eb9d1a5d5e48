import { useTranslation } from 'react-i18next';
import type { Plan, PlanVersion } from '../../../server/contract/plan.ts';
import * as format from '../../format.ts';
import { Sentence } from '../Sentence.tsx';
import { DeviationAmount, RealisedTotal } from './PlanFigures.tsx';

/** Whether it came out as planned, in a sentence. */
export function PlanHeadline({ plan, version }: { plan: Plan; version: PlanVersion }) {
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
  const share =
    total.share === null || total.share === 0 ? '' : ` (${format.signedPercent(total.share * 100)})`;
  return (
    <div className="plan-headline">
      <p>
        <Sentence
          text={(marks) =>
            t(`plan.${key}`, {
              month: plan.until === null ? '' : format.month(plan.until, i18n.language),
              ...marks,
            })
          }
          put={{
            amount: (
              <DeviationAmount row={total} of={t('plan.total')}>
                {`${format.money(Math.abs(total.deviation))}${share}`}
              </DeviationAmount>
            ),
          }}
        />
      </p>
      <p className="quiet">
        <Sentence
          text={(marks) =>
            t('plan.figures', {
              planned: format.money(total.plannedSoFar ?? 0),
              count: total.months,
              ...marks,
            })
          }
          put={{ actual: <RealisedTotal version={version} text={format.money} /> }}
        />
      </p>
    </div>
  );
}
