import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Realisation } from '../../server/contract/followups.ts';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { ExpectedPart } from '../components/ExpectedPart.tsx';
import { Appendix } from '../components/explain/Appendix.tsx';
import { RealisedItem } from '../components/followup/RealisedItem.tsx';
import { KeyFigures } from '../components/KeyFigures.tsx';
import { ProjectFrame } from '../components/ProjectFrame.tsx';
import { ApprovedPlan } from '../components/realisation/ApprovedPlan.tsx';
import { FirstYear } from '../components/realisation/FirstYear.tsx';
import { shownWithoutCosts } from '../components/withoutCosts.ts';
import * as format from '../format.ts';
import '../style/followup.css';
import '../style/realisation.css';

/** What a project's benefits came to against what was planned, a year after go-live; made for printing. */
export function RealisationPage() {
  const { t } = useTranslation();
  const { project } = useParams({ from: '/projekt/$project/rapport' });
  const report = useAsk('realisation', { project }, {});
  const actions = (
    <>
      <Link className="action-link" to="/projekt/$project/opfoelgning" params={{ project }}>
        {t('followup.report.back')}
      </Link>
      <Button variant="default" onClick={() => window.print()}>
        {t('followup.report.print')}
      </Button>
    </>
  );
  return (
    <ProjectFrame project={project} title={t('followup.report.title')} actions={actions}>
      {() => (
        <Answered query={report} lines={10}>
          {(answer) => <Report report={shownWithoutCosts(answer, answer.costsRegistered)} />}
        </Answered>
      )}
    </ProjectFrame>
  );
}

function Report({ report: r }: { report: Realisation }) {
  const { t, i18n } = useTranslation();
  const until = r.until === null ? null : format.month(r.until, i18n.language);
  return (
    <div className="realisation">
      <Standing report={r} />
      <Conclusion report={r} />
      <ApprovedPlan report={r} />
      <FirstYear report={r} />
      <WholePeriod report={r} />
      <section aria-labelledby="report-benefits">
        <h2 id="report-benefits">{t('followup.report.benefits')}</h2>
        {until === null ? null : (
          <p className="quiet">{t('followup.report.benefitsUntil', { month: until })}</p>
        )}
        {r.benefits.length === 0 ? <p className="quiet">{t('benefits.none')}</p> : null}
        {r.benefits.map((b) => (
          <RealisedItem key={b.benefit} benefit={b} today={r.today} />
        ))}
      </section>
      <Appendix project={r.project} until={r.until} />
    </div>
  );
}

/** The project's figures with all data that there are, and what of them is not measured. */
function WholePeriod({ report: r }: { report: Realisation }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="report-figures">
      <h2 id="report-figures">{t('followup.report.figures')}</h2>
      {r.until === null ? null : (
        <p className="quiet">
          {t('followup.report.figuresUntil', { month: format.month(r.until, i18n.language) })}
        </p>
      )}
      {r.incompleteMonths > 0 ? (
        <p className="caution">{t('incomplete.months', { count: r.incompleteMonths })}</p>
      ) : null}
      {r.expectedMonths > 0 ? (
        <ExpectedPart parts={[{ basis: 'expected' }]} actual={r.actual} reasons={r.reasons} />
      ) : null}
      <KeyFigures totals={r.totals} reasons={r.reasons} fteMonths={r.fteMonths} />
    </section>
  );
}

/** Whether the report is final, and what its figures run to. */
function Standing({ report: r }: { report: Realisation }) {
  const { t, i18n } = useTranslation();
  const day = (value: string) => format.day(value, i18n.language);
  const today = day(r.today);
  return (
    <p className={r.preliminary ? 'caution' : 'quiet'}>
      {r.live === null || r.due === null
        ? t('followup.report.noLive')
        : t(r.preliminary ? 'followup.report.preliminary' : 'followup.report.final', {
            live: day(r.live),
            day: day(r.due),
          })}{' '}
      {r.until === null
        ? t('followup.report.noData', { today })
        : t('followup.report.until', { month: format.month(r.until, i18n.language), today })}
    </p>
  );
}

/** How many benefits came to what. A closed one counts as what it was closed as. */
function Conclusion({ report: { benefits } }: { report: Realisation }) {
  const { t } = useTranslation();
  const came = benefits.map((b) => (b.state === 'closed' || b.state === b.outcome ? b.outcome : null));
  const count = (outcome: (typeof came)[number]) => came.filter((o) => o === outcome).length;
  if (benefits.length === 0) return null;
  const others = [
    ['partly', count('partly')],
    ['notRealised', count('not_realised')],
    ['open', count(null)],
  ] as const;
  return (
    <p className="lead">
      <strong>
        {t('followup.report.headline', { count: benefits.length, realised: count('realised') })}
      </strong>{' '}
      {others
        .filter(([, n]) => n > 0)
        .map(([name, n]) => t(`followup.report.${name}`, { count: n }))
        .join(' ')}
    </p>
  );
}
