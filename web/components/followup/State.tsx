import { useTranslation } from 'react-i18next';
import type { FollowedBenefit } from '../../../server/contract/followups.ts';
import * as format from '../../format.ts';

/** How far a benefit has come, and what makes it so. */
export function State({ benefit: b }: { benefit: FollowedBenefit }) {
  const { t, i18n } = useTranslation();
  const day = b.since === null ? '' : format.day(b.since, i18n.language);
  const why =
    b.cause === 'closed' && b.outcome
      ? t('followup.cause.outcome', { day, outcome: t(`followup.status.${b.outcome}`).toLowerCase() })
      : t(`followup.cause.${b.cause}`, { day });
  return (
    <p className="state">
      <strong data-state={b.state}>{t(`followup.state.${b.state}`)}</strong>
      <span>{why}</span>
      {b.behind ? <em>{t('followup.behind')}</em> : null}
    </p>
  );
}
