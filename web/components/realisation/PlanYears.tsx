import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovedPlan, PlanComparison } from '../../../server/contract/plan.ts';
import * as format from '../../format.ts';
import { OfPlan, Realised, RealisedTotal } from '../plan/PlanFigures.tsx';
import { Deviation } from '../plan/PlanTable.tsx';

const NUMBERS = ['plannedNet', 'actualNet', 'deviation'] as const;

/** Planned and actual net of each year of the newest plan, with the owner's explanation where they differ. */
export function PlanYears({ plan: { newest, until, explanations } }: { plan: ApprovedPlan }) {
  const { t } = useTranslation();
  const { version, planned, total } = newest;
  const partly = total.plannedSoFar !== planned.net;
  return (
    <table className="plan-years" aria-labelledby="report-plan">
      <thead>
        <tr>
          <th scope="col">{t('plan.year')}</th>
          {NUMBERS.map((name) => (
            <th key={name} scope="col" className="number">
              {t(`plan.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {newest.years.map((row) => (
          <Fragment key={row.year}>
            <Year row={row} version={version} until={until} />
            <Why row={row} explanation={explanations.find((e) => e.year === row.year)?.explanation ?? null} />
          </Fragment>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('plan.total')}</th>
          <td className="number" data-label={t('plan.plannedNet')} data-sum>
            <OfPlan figure="plannedNet" version={version} year={null}>
              {format.kroner(planned.net)}
            </OfPlan>
          </td>
          <td className="number" data-label={t('plan.actualNet')}>
            <RealisedTotal version={newest} />
            {total.net !== null && partly ? <small>{t('plan.totalCompared')}</small> : null}
          </td>
          <Deviation row={total} version={version} year={null} label={t('plan.deviation')} partly={partly} />
        </tr>
      </tfoot>
    </table>
  );
}

function Year({ row, version, until }: { row: PlanComparison; version: number; until: string | null }) {
  const { t } = useTranslation();
  const { year, months, unmeasured, planned } = row;
  const partly = months > 0 && months < 12;
  return (
    <tr>
      <th scope="row">
        {year}
        {partly ? <small>{t('plan.partly', { months })}</small> : null}
        {unmeasured > 0 ? <small>{t('plan.unmeasured', { count: unmeasured })}</small> : null}
      </th>
      <td className={planned ? 'number' : 'number not-planned'} data-label={t('plan.plannedNet')} data-sum>
        {planned ? (
          <OfPlan figure="plannedNet" version={version} year={year}>
            {format.kroner(planned.net)}
          </OfPlan>
        ) : (
          t('reason.not-planned')
        )}
      </td>
      <td className="number" data-label={t('plan.actualNet')}>
        <Realised row={row} version={version} until={until} />
      </td>
      <Deviation row={row} version={version} year={year} label={t('plan.deviation')} partly={partly} />
    </tr>
  );
}

/** Why a year came out otherwise than planned, or that nobody has said. */
function Why({ row, explanation }: { row: PlanComparison; explanation: string | null }) {
  const { t } = useTranslation();
  const deviates = row.deviation !== null && row.deviation !== 0;
  if (explanation === null && !deviates) return null;
  return (
    <tr className="plan-why">
      <td colSpan={NUMBERS.length + 1}>
        <div className="plan-explained">
          <p>
            <b>{t('plan.why')}:</b>{' '}
            {explanation ?? <span className="unknown">{t('followup.report.noExplanation')}</span>}
          </p>
        </div>
      </td>
    </tr>
  );
}
