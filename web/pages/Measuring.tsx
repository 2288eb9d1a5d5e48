import { useLocation, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Measure, MeasureList } from '../../server/contract/measures.ts';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { PageHistory } from '../components/changes/PageHistory.tsx';
import { MeasureRow } from '../components/measuring/MeasureRow.tsx';
import { ProjectFrame } from '../components/ProjectFrame.tsx';
import '../style/measuring.css';

/** With more measures than this they begin folded. */
const MOST_OPEN = 3;

/** Every measure of a project with its series, before and after, and the form to enter more. */
export function MeasuringPage() {
  const { t } = useTranslation();
  const { project } = useParams({ from: '/projekt/$project/maalinger' });
  const list = useAsk('measures', { project }, {});
  return (
    <ProjectFrame project={project} title={t('edit.tab.measuring')}>
      {() => (
        <Answered query={list} lines={8}>
          {(answer) => (
            <>
              <Measures list={answer} project={project} />
              {answer.measures.length > 0 ? (
                <p className="quiet template-link">
                  <a href={`/api/projects/${encodeURIComponent(project)}/template.xlsx`} download>
                    {t('intake.templateOf')}
                  </a>
                  . {t('intake.templateOfWhat')}
                </p>
              ) : null}
              <PageHistory project={project} subject="measurement" />
            </>
          )}
        </Answered>
      )}
    </ProjectFrame>
  );
}

function Measures({ list, project }: { list: MeasureList; project: string }) {
  const { t } = useTranslation();
  const wanted = useLocation({ select: ({ hash }) => hash });
  if (list.measures.length === 0) return <p className="quiet">{t('measuring.none')}</p>;
  const groups = [
    { name: 'quality', measures: list.measures.filter(isQuality) },
    { name: 'quantity', measures: list.measures.filter((m) => !isQuality(m)) },
  ] as const;
  return groups.map(({ name, measures }) =>
    measures.length === 0 ? null : (
      <section key={name} className="measures" aria-labelledby={`measures-${name}`}>
        <h2 id={`measures-${name}`}>{t(`measuring.group.${name}`)}</h2>
        <p className="quiet">{t(`measuring.groupHint.${name}`)}</p>
        {measures.map((measure) => (
          <MeasureRow
            key={measure.measure}
            measure={measure}
            project={project}
            live={list.live}
            today={list.today}
            open={list.measures.length <= MOST_OPEN || wanted === measure.measure}
          />
        ))}
      </section>
    ),
  );
}

/** Satisfaction, errors, delivery time and the like: what a benefit is judged by without being hours or money. */
function isQuality({ benefits }: Measure): boolean {
  return benefits.some(({ role }) => role === 'indicator');
}
