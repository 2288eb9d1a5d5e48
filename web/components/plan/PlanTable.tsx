import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanComparison, PlanVersion } from '../../../server/contract/plan.ts';
import * as format from '../../format.ts';
import { Unknown } from '../Unknown.tsx';
import { Explanation } from './Explanation.tsx';
import { DeviationAmount, DeviationShare, PlannedNet, Realised, RealisedTotal } from './PlanFigures.tsx';

const NUMBERS = ['scenario0', 'scenario1', 'risk', 'plannedNet', 'actualNet', 'deviation'] as const;

/** Plan and actual of each year, with why they differ. */
export function PlanTable({ plan, version }: { plan: Plan; version: PlanVersion }) {
  const { t } = useTranslation();
  const heading = useId();
  const label = (name: (typeof NUMBERS)[number]) => t(`plan.${name}`);
  const { planned, total } = version;
  return (
    <section className="plan-section" aria-labelledby={heading}>
      <h2 id={heading}>{t('plan.years')}</h2>
      <p className="quiet how">{t('plan.yearsHow')}</p>
      <table className="plan-years" aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">{t('plan.year')}</th>
            {NUMBERS.map((name) => (
              <th key={name} scope="col" className="number">
                {label(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {version.years.map((row) => {
            const explained = plan.explanations.find((e) => e.year === row.year);
            return (
              <Fragment key={row.year}>
                <Year row={row} label={label} until={plan.until} />
                {explained && (row.deviation !== null || explained.explanation !== null) ? (
                  <tr className="plan-why">
                    <td colSpan={NUMBERS.length + 1}>
                      <Explanation
                        project={plan.project}
                        explained={explained}
                        deviates={row.deviation !== 0}
                      />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('plan.total')}</th>
            <Planned planned={planned} label={label} of={t('plan.total')} />
            <td className="number" data-label={label('actualNet')}>
              <RealisedTotal version={version} />
              {total.net === null || total.plannedSoFar === planned.net ? null : (
                <small>{t('plan.totalCompared')}</small>
              )}
            </td>
            <Deviation
              row={total}
              of={t('plan.total')}
              label={label('deviation')}
              partly={total.plannedSoFar !== planned.net}
            />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

type Label = (name: (typeof NUMBERS)[number]) => string;

function Year({ row, label, until }: { row: PlanComparison; label: Label; until: string | null }) {
  const { t } = useTranslation();
  const partly = row.months > 0 && row.months < 12;
  return (
    <tr>
      <th scope="row">
        {row.year}
        {partly ? <small>{t('plan.partly', { months: row.months })}</small> : null}
        {row.unmeasured > 0 ? <small>{t('plan.unmeasured', { count: row.unmeasured })}</small> : null}
      </th>
      {row.planned ? (
        <Planned planned={row.planned} label={label} of={String(row.year)} />
      ) : (
        <td className="number not-planned" colSpan={4}>
          {t('reason.not-planned')}
        </td>
      )}
      <td className="number" data-label={label('actualNet')}>
        <Realised row={row} until={until} />
      </td>
      <Deviation row={row} of={String(row.year)} label={label('deviation')} partly={partly} />
    </tr>
  );
}

function Planned({ planned, label, of }: { planned: PlanVersion['planned']; label: Label; of: string }) {
  return (['scenario0', 'scenario1', 'risk', 'plannedNet'] as const).map((name) => (
    <td key={name} className="number" data-label={label(name)} data-sum={name === 'plannedNet' || undefined}>
      {name === 'plannedNet' ? <PlannedNet planned={planned} of={of} /> : format.kroner(planned[name])}
    </td>
  ));
}

interface Deviating {
  row: Pick<PlanComparison, 'net' | 'deviation' | 'share' | 'plannedSoFar' | 'reasons'>;
  /** The year, or all of them. */
  of: string;
  label: string;
  /** Whether the plan's whole sum is not what it is compared with. */
  partly: boolean;
}

function Deviation({ row, of, label, partly }: Deviating) {
  const { t } = useTranslation();
  if (row.deviation === null) {
    return (
      <td className="number" data-label={label}>
        <Unknown reason={row.reasons.deviation} brief />
      </td>
    );
  }
  const sign = row.deviation > 0 ? '+' : '';
  return (
    <td className="number" data-label={label} data-behind={row.deviation < 0 || undefined}>
      <b>
        <DeviationAmount row={row} of={of}>
          {`${sign}${format.kroner(row.deviation)}`}
        </DeviationAmount>
      </b>
      {row.share === null ? null : (
        <small>
          <DeviationShare row={row} of={of} />
        </small>
      )}
      {partly && row.plannedSoFar !== null ? (
        <small>{t('plan.soFar', { amount: format.kroner(row.plannedSoFar) })}</small>
      ) : null}
    </td>
  );
}
