import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowupList } from '../../server/contract/followups.ts';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { PageHistory } from '../components/changes/PageHistory.tsx';
import { Followed } from '../components/followup/Followed.tsx';
import { ScheduleDialog } from '../components/followup/ScheduleDialog.tsx';
import { useSaved } from '../components/followup/useSaved.tsx';
import { ProjectFrame } from '../components/ProjectFrame.tsx';
import '../style/followup.css';

/** All follow-ups of a project: what is due, how each benefit stands, and the plan. */
export function FollowupPage() {
  const { t } = useTranslation();
  const { project } = useParams({ from: '/projekt/$project/opfoelgning' });
  const list = useAsk('followups', { project }, {});
  const { notice, saved } = useSaved();
  const [planning, setPlanning] = useState(false);
  const actions = (
    <>
      <Link className="action-link" to="/projekt/$project/rapport" params={{ project }}>
        {t('followup.page.report')}
      </Link>
      {list.data && list.data.benefits.length > 0 ? (
        <Button onClick={() => setPlanning(true)}>{t('followup.schedule.open')}</Button>
      ) : null}
    </>
  );
  return (
    <ProjectFrame project={project} title={t('edit.tab.followup')} actions={actions}>
      {() => (
        <Answered query={list} lines={8}>
          {(answer) => (
            <>
              <Summary list={answer} />
              {notice}
              <h2 className="unseen">{t('benefits.title')}</h2>
              <div className="followed-list">
                {answer.benefits.map((b) => (
                  <Followed
                    key={b.benefit}
                    benefit={b}
                    today={answer.today}
                    saved={() => saved(b.name)}
                    about={b.owner ? t('followup.owner', { owner: b.owner }) : t('followup.noOwner')}
                  />
                ))}
              </div>
              <PageHistory project={project} subject="followup" />
              {planning ? <ScheduleDialog list={answer} close={() => setPlanning(false)} /> : null}
            </>
          )}
        </Answered>
      )}
    </ProjectFrame>
  );
}

function Summary({ list }: { list: FollowupList }) {
  const { t } = useTranslation();
  const followed = list.benefits.filter((b) => b.closed === null);
  if (list.benefits.length === 0) return <p className="quiet">{t('followup.page.none')}</p>;
  const counts = {
    overdue: followed.filter((b) => b.urgency === 'overdue').length,
    due: followed.filter((b) => b.urgency === 'due').length,
    behind: followed.filter((b) => b.behind).length,
  };
  const parts = (['overdue', 'due', 'behind'] as const).filter((part) => counts[part] > 0);
  return (
    <p className="lead">
      {t('followup.page.summary', { count: followed.length })}{' '}
      {parts.length === 0
        ? t('followup.page.calm')
        : parts.map((part) => (
            <span key={part} data-overdue={part === 'overdue' || undefined}>
              {t(`followup.page.${part}`, { count: counts[part] })}{' '}
            </span>
          ))}
    </p>
  );
}
