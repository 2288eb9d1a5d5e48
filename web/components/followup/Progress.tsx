import { useTranslation } from 'react-i18next';
import type { FollowedBenefit } from '../../../server/contract/followups.ts';
import * as format from '../../format.ts';
import { Figure } from '../Figure.tsx';
import { unitPer } from '../unitPer.ts';

/** Where a benefit's measure was, is and is to be. */
export function Progress({ benefit: b }: { benefit: FollowedBenefit }) {
  const { t, i18n } = useTranslation();
  const measured = (value: number) => format.measured(value, unitPer(b, t));
  const of = { project: b.project, benefit: b.benefit };
  const direct = b.reasons.changePercent === 'measured-directly';
  return (
    <div className="progress-of">
      {b.measureName ? <p className="quiet">{b.measureName}</p> : null}
      <dl className="progress-figures">
        {direct ? (
          <Figure
            {...of}
            figure="difference"
            label={t('followup.difference')}
            value={b.difference}
            text={measured}
            reason={b.reasons.difference}
          />
        ) : (
          <>
            <Figure
              {...of}
              figure="before"
              label={t('followup.before')}
              value={b.before}
              text={measured}
              reason={b.reasons.before}
            />
            <Figure
              {...of}
              figure="after"
              label={t('followup.now')}
              value={b.after}
              text={measured}
              reason={b.reasons.after}
              note={b.expected ? t('basis.expected') : null}
            />
          </>
        )}
        <Figure
          {...of}
          figure="target"
          label={t('followup.target')}
          value={b.target}
          text={measured}
          reason={b.reasons.target}
          note={
            b.targetDue === null
              ? null
              : t(direct ? 'followup.targetDirect' : 'followup.targetBy', {
                  day: format.day(b.targetDue, i18n.language),
                })
          }
        />
        {b.reached === null ? null : (
          <Figure
            {...of}
            figure="reached"
            label={t('followup.reached')}
            value={b.reached}
            text={format.share}
          />
        )}
      </dl>
    </div>
  );
}
