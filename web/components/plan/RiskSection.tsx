import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../server/contract/plan.ts';
import * as format from '../../format.ts';
import { History } from '../changes/History.tsx';
import { Explained } from '../explain/Explained.tsx';
import { RiskForm } from './RiskForm.tsx';

/** What could make the project dearer, and what that is worth setting aside. */
export function RiskSection({ project, risks }: { project: string; risks: Plan['risks'] }) {
  const { t } = useTranslation();
  const heading = useId();
  const [editing, setEditing] = useState(false);
  return (
    <section className="plan-section" aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{t('plan.risks.title')}</h2>
        <Button variant="default" size="sm" onClick={() => setEditing(true)}>
          {t('plan.risks.edit')}
        </Button>
      </div>
      <p className="quiet how">{t('plan.risks.how')}</p>
      {risks.list.length === 0 ? (
        <p>{t('plan.risks.none')}</p>
      ) : (
        <table className="plan-risks" aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">{t('plan.risks.risk')}</th>
              <th scope="col" className="number">
                {t('plan.risks.probability')}
              </th>
              <th scope="col" className="number">
                {t('plan.risks.consequence')}
              </th>
              <th scope="col" className="number">
                {t('plan.risks.expected')}
              </th>
            </tr>
          </thead>
          <tbody>
            {risks.list.map((risk) => (
              <tr key={risk.risk}>
                <th scope="row">{risk.risk}</th>
                <td className="number" data-label={t('plan.risks.probability')}>
                  <OfRisk risk={risk.risk} name="probability">
                    {`${format.decimal(risk.probability * 100)}\u00a0%`}
                  </OfRisk>
                </td>
                <td className="number" data-label={t('plan.risks.consequence')}>
                  <OfRisk risk={risk.risk} name="consequence">
                    {format.kroner(risk.consequence)}
                  </OfRisk>
                </td>
                <td className="number" data-label={t('plan.risks.expected')}>
                  <OfRisk risk={risk.risk} name="expected">
                    {format.kroner(risk.expected)}
                  </OfRisk>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('plan.risks.pool')}
              </th>
              <td className="number">
                <Explained figure="riskPool" label={t('plan.risks.pool')}>
                  {format.kroner(risks.pool)}
                </Explained>
              </td>
            </tr>
          </tfoot>
        </table>
      )}
      <Past project={project} />
      {editing ? <RiskForm project={project} risks={risks} close={() => setEditing(false)} /> : null}
    </section>
  );
}

interface OfRiskProps {
  risk: string;
  name: 'probability' | 'consequence' | 'expected';
  children: string;
}

const RISK = {
  probability: 'riskProbability',
  consequence: 'riskConsequence',
  expected: 'riskExpected',
} as const;

/** A number of a risk, which opens where it was registered, or how it was calculated. */
function OfRisk({ risk, name, children }: OfRiskProps) {
  const { t } = useTranslation();
  return (
    <Explained figure={RISK[name]} label={`${t(`plan.risks.${name}`)}, ${risk}`} choice={{ risk }}>
      {children}
    </Explained>
  );
}

/** Fetched when it is first opened. */
function Past({ project }: { project: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="plan-past" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('plan.history')}</summary>
      {open ? <History project={project} subject="risks" /> : null}
    </details>
  );
}
