import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '../../../server/contract/map.ts';
import * as format from '../../format.ts';
import { Explained } from '../explain/Explained.tsx';
import { Unknown } from '../Unknown.tsx';
import { GoalTable } from './GoalTable.tsx';
import { RenameGoal } from './RenameGoal.tsx';

/** One strategic goal: how many benefits of how many projects carry it, what they sum to, and which they are. */
export function GoalSection({ goal, others }: { goal: Goal; others: readonly string[] }) {
  const { t } = useTranslation();
  const id = useId();
  const [renaming, setRenaming] = useState(false);
  const carried = t('goals.carried', { count: goal.sum.benefits });
  const from = t('goals.from', { count: goal.projects });
  return (
    <section className="goal" aria-labelledby={id}>
      <header className="goal-head">
        <div>
          <h2 id={id}>{goal.goal}</h2>
          <p className="quiet">{goal.sum.benefits === 0 ? t('goals.none') : `${carried} ${from}`}</p>
          <Button
            className="goal-rename"
            variant="subtle"
            size="xs"
            aria-label={`${t('goals.rename')}: ${goal.goal}`}
            onClick={() => setRenaming(true)}
          >
            {t('goals.rename')}
          </Button>
        </div>
        {goal.sum.benefits === 0 ? null : <Sum goal={goal} />}
      </header>
      {goal.benefits.length === 0 ? null : <GoalTable benefits={goal.benefits} label={goal.goal} />}
      {renaming ? <RenameGoal goal={goal} others={others} close={() => setRenaming(false)} /> : null}
    </section>
  );
}

function Sum({ goal }: { goal: Goal }) {
  const { t } = useTranslation();
  const { gains, known, monetary, reasons } = goal.sum;
  return (
    <dl className="goal-sum">
      <dt>{t('goals.sumLabel')}</dt>
      <dd>
        {gains === null ? (
          <Unknown
            figure="goalGains"
            label={`${t('goals.sumLabel')}, ${goal.goal}`}
            choice={{ goal: goal.goal }}
            reason={reasons.gains}
          />
        ) : (
          <strong>
            <Explained
              figure="goalGains"
              label={`${t('goals.sumLabel')}, ${goal.goal}`}
              choice={{ goal: goal.goal }}
            >
              {format.money(gains)}
            </Explained>
          </strong>
        )}
        {gains === null ? null : (
          <small>
            {known === monetary
              ? t('goals.knownAll', { count: monetary })
              : t('goals.known', { known, monetary })}
          </small>
        )}
      </dd>
    </dl>
  );
}
