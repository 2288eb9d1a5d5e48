import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api.ts';
import { Answered } from '../Answered.tsx';
import { FollowedBody } from './Followed.tsx';
import { ScheduleDialog } from './ScheduleDialog.tsx';
import { useSaved } from './useSaved.tsx';
import '../../style/followup.css';

/** One benefit's follow-up, on its card: how it stands, what is next, and what was said before. */
export function BenefitFollowups({ project, benefit }: { project: string; benefit: string }) {
  const { t } = useTranslation();
  const { notice, saved } = useSaved();
  const [planning, setPlanning] = useState(false);
  const list = useAsk('followups', { project }, {});
  return (
    <section className="benefit-followups" aria-labelledby="benefit-followups">
      <h2 id="benefit-followups">{t('edit.tab.followup')}</h2>
      {notice}
      <Answered query={list} lines={3}>
        {(answer) => {
          const found = answer.benefits.find((b) => b.benefit === benefit);
          if (!found) return null;
          return (
            <>
              <FollowedBody benefit={found} today={answer.today} saved={() => saved(found.name)} spread />
              {found.closed === null && found.outcome === null && found.next === null ? (
                <Button className="benefit-schedule" size="sm" onClick={() => setPlanning(true)}>
                  {t('followup.schedule.open')}
                </Button>
              ) : null}
              {planning ? (
                <ScheduleDialog list={answer} benefit={benefit} close={() => setPlanning(false)} />
              ) : null}
            </>
          );
        }}
      </Answered>
    </section>
  );
}
