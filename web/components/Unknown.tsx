import { useTranslation } from 'react-i18next';
import type { Reason } from '../../server/domain/codes.ts';

/** Reasons that are themselves the answer: a project that has not paid back yet is not unknown. */
const ANSWERS: ReadonlySet<Reason> = new Set(['not-reached', 'never-negative', 'not-monetary', 'no-hours']);

/** A figure that is not there: what takes its place, or that it is unknown and why. */
export function Unknown({ reason, brief = false }: { reason: Reason | undefined; brief?: boolean }) {
  const { t } = useTranslation();
  const why = reason ? t(`reason.${reason}`) : '';
  if (reason && ANSWERS.has(reason)) return <span className="unknown">{why}</span>;
  return (
    <span className="unknown" title={brief ? why : undefined}>
      {t('unknown')}
      {brief ? <span className="unseen">: {why}</span> : <small>{why}</small>}
    </span>
  );
}
