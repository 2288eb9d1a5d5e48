import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../server/contract/explanations.ts';
import * as format from '../../format.ts';
import { Loaded } from './Loaded.tsx';

/** Where a plan's or a risk's numbers come from: who approved and entered them, or the load. */
export function Origin({ explanation: { plan, risks } }: { explanation: Explanation }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {plan === null ? null : (
        <section className="explained-section">
          <h3>{t('explanation.rows.plan')}</h3>
          <ul>
            <li>
              {t('explanation.rows.version', {
                version: plan.version,
                kind: t(`plan.kind.${plan.kind}`).toLowerCase(),
                approved: format.day(plan.approved, i18n.language),
                by: plan.approvedBy,
              })}
              <small>
                {t('explanation.rows.entered', {
                  at: format.instant(plan.created, i18n.language),
                  by: plan.createdBy,
                })}
                {plan.note ? ` · ${plan.note}` : null}
              </small>
            </li>
          </ul>
        </section>
      )}
      {risks.length === 0 ? null : (
        <section className="explained-section">
          <h3>{t('explanation.rows.risks')}</h3>
          <ul>
            {risks.map((risk) => (
              <li key={risk.risk}>
                {t('explanation.rows.risk', {
                  risk: risk.risk,
                  probability: format.exactly(risk.probability * 100, '%'),
                  consequence: format.exactKroner(risk.consequence),
                })}
                <small>
                  <Loaded load={risk.load} file={risk.file} />
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
