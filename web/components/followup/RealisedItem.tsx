import { useTranslation } from 'react-i18next';
import type { RealisedBenefit } from '../../../server/contract/followups.ts';
import { lastDone, needsExplanation } from '../../../server/domain/followupState.ts';
import * as format from '../../format.ts';
import { Figure } from '../Figure.tsx';
import { unitPer } from '../unitPer.ts';
import { State } from './State.tsx';

/** A benefit in the realisation report: what was planned, what it came to, why, and who says so. */
export function RealisedItem({ benefit: b, today }: { benefit: RealisedBenefit; today: string }) {
  const { t, i18n } = useTranslation();
  const day = (value: string) => format.day(value, i18n.language);
  const measured = (value: number) => format.measured(value, unitPer(b, t));
  const of = { benefit: b.benefit };
  const direct = b.reasons.changePercent === 'measured-directly';
  const said = lastDone(b.followups, today);
  const kind = b.cashable === null ? null : t(b.cashable ? 'benefits.cashable' : 'benefits.freed');
  return (
    <article className="realised">
      <header>
        <div>
          <h3>{b.name}</h3>
          <small>
            {[b.owner ? t('followup.owner', { owner: b.owner }) : t('followup.noOwner'), b.measureName]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </div>
        <State benefit={b} />
      </header>
      <dl className="realised-figures">
        {direct ? null : (
          <Figure
            {...of}
            figure="before"
            label={t('followup.report.baseline')}
            value={b.before}
            text={measured}
            reason={b.reasons.before}
          />
        )}
        <Figure
          {...of}
          figure="target"
          label={t('followup.report.planned')}
          value={b.target}
          text={measured}
          reason={b.reasons.target}
          note={
            b.targetDue === null
              ? null
              : t(direct ? 'followup.targetDirect' : 'followup.targetBy', { day: day(b.targetDue) })
          }
        />
        <Figure
          {...of}
          figure={direct ? 'difference' : 'after'}
          label={t('followup.report.achieved')}
          value={direct ? b.difference : b.after}
          text={measured}
          reason={b.reasons.after}
          note={b.expected ? t('basis.expected') : direct ? t('effect.direct') : null}
        />
        <Figure
          label={t('followup.reached')}
          value={b.reached}
          text={format.share}
          reason={b.reasons.reached}
          {...of}
          figure="reached"
        />
        {b.method === 'indicator' ? null : (
          <>
            <Figure
              {...of}
              figure="gains"
              label={t('followup.report.gains')}
              value={b.gains}
              text={format.money}
              reason={b.reasons.gains}
              note={kind}
            />
            <Figure
              {...of}
              figure="hours"
              label={t('followup.report.hours')}
              value={b.hours}
              text={format.hours}
              reason={b.reasons.hours}
            />
          </>
        )}
      </dl>
      {b.deviation !== null || needsExplanation(said?.status ?? null) ? (
        <p className="realised-why">
          <b>{t('followup.report.explanation')}</b>{' '}
          {b.deviation ?? <span className="unknown">{t('followup.report.noExplanation')}</span>}
        </p>
      ) : null}
      {said?.note ? (
        <p className="realised-why quiet">
          {t('followup.report.said', { day: day(said.done ?? said.due) })}{' '}
          {[said.note, said.value === null ? null : measured(said.value)].filter(Boolean).join(' · ')}
        </p>
      ) : null}
    </article>
  );
}
