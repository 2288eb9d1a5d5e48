import { Button } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BenefitList } from '../../server/contract/benefits.ts';
import type { Project } from '../../server/contract/projects.ts';
import type { BusinessCase, ProjectSeries } from '../../server/contract/report.ts';
import { useAsk } from '../api.ts';
import { CumulativeFrame } from '../charts/CumulativeFrame.tsx';
import { Answered } from '../components/Answered.tsx';
import { FollowupList } from '../components/Attention.tsx';
import { Benefits } from '../components/Benefits.tsx';
import { Effect } from '../components/Effect.tsx';
import { ExpectedPart } from '../components/ExpectedPart.tsx';
import { Appendix } from '../components/explain/Appendix.tsx';
import { FactBox } from '../components/FactBox.tsx';
import { NotFound } from '../components/NotFound.tsx';
import { ProjectHeadline } from '../components/ProjectHeadline.tsx';
import { ProjectTabs } from '../components/ProjectTabs.tsx';
import { EditProject } from '../components/project/EditProject.tsx';
import { RobotWork } from '../components/project/RobotWork.tsx';
import { UntilChoice } from '../components/UntilChoice.tsx';
import { useTitle } from '../components/useTitle.ts';
import { shownWithoutCosts } from '../components/withoutCosts.ts';

/** One project as a case sheet, on two pages when printed, and how its figures were calculated after them. */
export function ProjectPage() {
  const { project } = useParams({ from: '/projekt/$project' });
  const { until } = useSearch({ from: '/projekt/$project' });
  const asked = until ? { until } : {};
  const facts = useAsk('project', { project }, {});
  const report = useAsk('businessCase', { project }, asked);
  const series = useAsk('series', { project }, {});
  const benefits = useAsk('benefits', { project }, asked);
  return (
    <Answered query={facts} lines={10} missing={<NotFound what={project} />}>
      {(fact) => (
        <article className="case">
          <ProjectTabs project={project} />
          <Head project={fact} />
          <Answered query={report} lines={6}>
            {(r) => (
              <Answered query={series} lines={8}>
                {(s) => (
                  <Answered query={benefits} lines={8}>
                    {(b) => (
                      <Body
                        project={fact}
                        report={shownWithoutCosts(r, s.costsRegistered)}
                        series={shownWithoutCosts(s, s.costsRegistered)}
                        list={b}
                      />
                    )}
                  </Answered>
                )}
              </Answered>
            )}
          </Answered>
        </article>
      )}
    </Answered>
  );
}

function Head({ project }: { project: Project }) {
  const { t } = useTranslation();
  useTitle(project.name);
  return (
    <header className="case-head">
      <div>
        <p className="eyebrow">
          <Link to="/">{t('overview.title')}</Link> · {project.municipalityName}
        </p>
        <h1>{project.name}</h1>
        {project.summary ? <p className="summary">{project.summary}</p> : null}
        <EditProject project={project.project} />
        <Button className="print-button" variant="subtle" size="compact-sm" onClick={() => window.print()}>
          {t('project.print')}
        </Button>
      </div>
      <FactBox project={project} />
    </header>
  );
}

interface BodyProps {
  project: Project;
  report: BusinessCase;
  series: ProjectSeries;
  list: BenefitList;
}

function Body({ project, report, series, list }: BodyProps) {
  const { t } = useTranslation();
  // It is what there is to see until a benefit says what it is worth.
  const work = project.robots > 0 ? <RobotWork project={project.project} /> : null;
  return (
    <>
      {list.benefits.length === 0 ? work : null}
      <section className="case-result" aria-labelledby="result">
        <div className="section-head">
          <h2 id="result" className="result">
            <ProjectHeadline report={report} series={series} />
          </h2>
          <UntilChoice series={series} />
        </div>
        <ExpectedPart parts={report.months} actual={report.actual} reasons={report.reasons} />
        <Effect report={report} benefits={list.benefits} />
      </section>
      <CumulativeFrame
        title={t('chart.projectTitle')}
        name={project.project}
        months={series.months}
        until={series.until}
        live={series.live}
        costed={series.costsRegistered}
        gained={report.totals.gains !== null}
      />
      <Benefits benefits={list.benefits} />
      {list.benefits.length === 0 ? null : work}
      <section className="case-due" aria-labelledby="due">
        <h2 id="due">{t('due.title')}</h2>
        <FollowupList due={list.followupsDue} />
      </section>
      <Appendix project={project.project} until={report.until} />
    </>
  );
}
