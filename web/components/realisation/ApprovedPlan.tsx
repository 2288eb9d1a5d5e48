import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Realisation } from '../../../server/contract/followups.ts';
import type { ApprovedPlan as Approved, PlanVersion } from '../../../server/contract/plan.ts';
import * as format from '../../format.ts';
import { OfPlan } from '../plan/PlanFigures.tsx';
import { PlanHeadline } from '../plan/PlanHeadline.tsx';
import { Sentence } from '../Sentence.tsx';
import { PlanYears } from './PlanYears.tsx';
import '../../style/plan.css';

/** The approved business case against what came of it, year by year, in the realisation report. */
export function ApprovedPlan({ report: { project, plan } }: { report: Realisation }) {
  const { t } = useTranslation();
  return (
    <section className="plan-section report-plan" aria-labelledby="report-plan">
      <h2 id="report-plan">{t('followup.report.plan')}</h2>
      {plan === null ? (
        <p>
          {t('followup.report.noPlan')}{' '}
          <Link to="/projekt/$project/plan" params={{ project }} className="report-link">
            {t('followup.report.approve')}
          </Link>
        </p>
      ) : (
        <Compared plan={plan} project={project} />
      )}
    </section>
  );
}

function Compared({ plan, project }: { plan: Approved; project: string }) {
  const { t } = useTranslation();
  const { first, newest } = plan;
  return (
    <>
      <PlanHeadline version={newest} />
      <Version version={newest} />
      <p className="quiet how">{t('plan.yearsHow')}</p>
      <PlanYears plan={plan} />
      {first === null ? null : (
        <div className="report-first">
          <h3>{t(`followup.report.${isSame(first, newest) ? 'samePlan' : 'firstPlan'}`)}</h3>
          {isSame(first, newest) ? null : <PlanHeadline version={first} />}
          <Version version={first} />
        </div>
      )}
      <p className="report-link">
        <Link to="/projekt/$project/plan" params={{ project }}>
          {t('followup.report.seePlan')}
        </Link>
      </p>
    </>
  );
}

/** Whether two versions planned the same. */
function isSame(a: PlanVersion, b: PlanVersion): boolean {
  const plan = ({ years }: PlanVersion) =>
    JSON.stringify(years.flatMap(({ year, planned }) => (planned ? [{ year, ...planned }] : [])));
  return plan(a) === plan(b);
}

/** Which version it is, who approved it, and what it planned in all. */
function Version({ version: v }: { version: PlanVersion }) {
  const { t, i18n } = useTranslation();
  const [first, last] = [v.years.find((y) => y.planned), v.years.findLast((y) => y.planned)];
  return (
    <p className="quiet report-version">
      <Sentence
        text={(marks) =>
          t('followup.report.version', {
            version: v.version,
            kind: t(`plan.kind.${v.kind}`),
            day: format.day(v.approved, i18n.language),
            by: v.approvedBy,
            years: first?.year === last?.year ? `${first?.year}` : `${first?.year}–${last?.year}`,
            ...marks,
          })
        }
        put={{
          net: (
            <OfPlan figure="plannedNet" version={v.version} year={null}>
              {format.kroner(v.planned.net)}
            </OfPlan>
          ),
        }}
      />
      {v.note ? ` ${v.note}` : null}
    </p>
  );
}
