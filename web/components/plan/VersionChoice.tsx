import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PlanVersion } from '../../../server/contract/plan.ts';
import * as format from '../../format.ts';

/** The versions of a plan, and who approved the one that is looked at. */
export function VersionChoice({
  versions,
  chosen,
}: {
  versions: readonly PlanVersion[];
  chosen: PlanVersion;
}) {
  const { t, i18n } = useTranslation();
  return (
    <section className="plan-versions" aria-label={t('plan.versions')}>
      <ol>
        {versions.map((v) => (
          <li key={v.version}>
            <Link
              to="."
              search={(before) => ({
                ...before,
                version: v === versions.at(-1) ? undefined : String(v.version),
              })}
              resetScroll={false}
              className={v.version === chosen.version ? 'chosen' : ''}
              aria-current={v.version === chosen.version ? 'true' : undefined}
            >
              <b>{t('plan.version', { version: v.version })}</b>
              <span>{t(`plan.kind.${v.kind}`)}</span>
            </Link>
          </li>
        ))}
      </ol>
      <p>
        {t('plan.approved', { day: format.day(chosen.approved, i18n.language), by: chosen.approvedBy })}{' '}
        <span className="quiet">
          {t('plan.entered', { by: chosen.createdBy, at: format.instant(chosen.created, i18n.language) })}
        </span>
      </p>
      {chosen.note ? <p className="plan-note">{chosen.note}</p> : null}
    </section>
  );
}
