import { useTranslation } from 'react-i18next';
import type { Reason } from '../../server/domain/codes.ts';

/** An unknown figure, with the reason in words. */
export function Unknown({ reason, brief = false }: { reason: Reason | undefined; brief?: boolean }) {
  const { t } = useTranslation();
  const why = reason ? t(`reason.${reason}`) : '';
  if (brief) {
    return (
      <span className="unknown" title={why}>
        {t('unknown')}
        <span className="unseen">: {why}</span>
      </span>
    );
  }
  return (
    <span className="unknown">
      {t('unknown')}
      <small>{why}</small>
    </span>
  );
}
