import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanComparison, PlanVersion } from '../../../server/contract/plan.ts';
import * as format from '../../format.ts';
import { Sentence } from '../Sentence.tsx';
import { Explanation } from './Explanation.tsx';
import { OfPlan, Realised, RealisedTotal, UnknownOfPlan } from './PlanFigures.tsx';

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
                <Year row={row} version={version.version} label={label} until={plan.until} />
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
            <Planned planned={planned} label={label} version={version.version} year={null} />
            <td className="number" data-label={label('actualNet')}>
              <RealisedTotal version={version} />
              {total.net === null || total.plannedSoFar === planned.net ? null : (
                <small>{t('plan.totalCompared')}</small>
              )}
            </td>
            <Deviation
              row={total}
              version={version.version}
              year={null}
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

interface YearProps {
  row: PlanComparison;
  version: number;
  label: Label;
  until: string | null;
}

function Year({ row, version, label, until }: YearProps) {
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
        <Planned planned={row.planned} label={label} version={version} year={row.year} />
      ) : (
        <td className="number not-planned" colSpan={4}>
          {t('reason.not-planned')}
        </td>
      )}
      <td className="number" data-label={label('actualNet')}>
        <Realised row={row} version={version} until={until} />
      </td>
      <Deviation row={row} version={version} year={row.year} label={label('deviation')} partly={partly} />
    </tr>
  );
}

interface PlannedProps {
  planned: PlanVersion['planned'];
  label: Label;
  version: number;
  year: number | null;
}

const FIGURE = {
  scenario0: 'scenario0',
  scenario1: 'scenario1',
  risk: 'plannedRisk',
  plannedNet: 'plannedNet',
} as const;

function Planned({ planned, label, version, year }: PlannedProps) {
  return (['scenario0', 'scenario1', 'risk', 'plannedNet'] as const).map((name) => (
    <td key={name} className="number" data-label={label(name)} data-sum={name === 'plannedNet' || undefined}>
      <OfPlan figure={FIGURE[name]} version={version} year={year}>
        {format.kroner(name === 'plannedNet' ? planned.net : planned[name])}
      </OfPlan>
    </td>
  ));
}

interface Deviating {
  row: Pick<PlanComparison, 'net' | 'deviation' | 'share' | 'plannedSoFar' | 'reasons'>;
  version: number;
  /** Null is all of them. */
  year: number | null;
  label: string;
  /** Whether the plan's whole sum is not what it is compared with. */
  partly: boolean;
}

/** What came of it less what was planned for the same months, in kroner and of the plan. */
export function Deviation({ row, version, year, label, partly }: Deviating) {
  const { t } = useTranslation();
  if (row.deviation === null) {
    return (
      <td className="number" data-label={label}>
        <UnknownOfPlan
          figure="deviation"
          version={version}
          year={year}
          reason={row.reasons.deviation}
          brief
        />
      </td>
    );
  }
  const sign = row.deviation > 0 ? '+' : '';
  return (
    <td className="number" data-label={label} data-behind={row.deviation < 0 || undefined}>
      <b>
        <OfPlan figure="deviation" version={version} year={year}>
          {`${sign}${format.kroner(row.deviation)}`}
        </OfPlan>
      </b>
      {row.share === null ? null : (
        <small>
          <OfPlan figure="deviationShare" version={version} year={year}>
            {format.signedPercent(row.share * 100)}
          </OfPlan>
        </small>
      )}
      {partly && row.plannedSoFar !== null ? (
        <small>
          <Sentence
            text={(marks) => t('plan.soFar', marks)}
            put={{
              amount: (
                <OfPlan figure="plannedSoFar" version={version} year={year}>
                  {format.kroner(row.plannedSoFar)}
                </OfPlan>
              ),
            }}
          />
        </small>
      ) : null}
    </td>
  );
}
