import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowedBenefit, Followup } from '../../../server/contract/followups.ts';
import { nextOpen } from '../../../server/domain/followupState.ts';
import { act } from '../../act.ts';
import * as format from '../../format.ts';
import { EditProblem } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { FollowupDialogs, type OpenDialog } from './FollowupDialogs.tsx';
import { FollowupForm } from './FollowupForm.tsx';
import { FollowupTable } from './FollowupTable.tsx';
import { Progress } from './Progress.tsx';
import { State } from './State.tsx';

interface Props {
  benefit: FollowedBenefit;
  today: string;
  /** What stands under the name: the project, the owner. */
  about: string;
  /** Called when it has been followed up on: it may have another place in the list now. */
  saved: () => void;
}

/** A benefit in a list of those that are followed up: how it stands, what is next, and the follow-up done right there. */
export function Followed({ benefit: b, today, about, saved }: Props) {
  const id = useId();
  return (
    <article className="followed" aria-labelledby={id} data-urgency={b.urgency}>
      <header>
        <h3 id={id}>
          <Link to="/projekt/$project/gevinst/$benefit" params={{ project: b.project, benefit: b.benefit }}>
            {b.name}
          </Link>
        </h3>
        <small>{about}</small>
      </header>
      <FollowedBody benefit={b} today={today} saved={saved} />
    </article>
  );
}

/** All of a benefit's follow-up below its name. `spread`, as on its card, shows the follow-ups at once and leaves the figures to the card. */
export function FollowedBody({
  benefit: b,
  today,
  saved,
  spread = false,
}: Omit<Props, 'about'> & { spread?: boolean }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<{ followup: Followup | null } | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const table = (
    <FollowupTable benefit={b} today={today} follow={(followup) => setDoing({ followup })} open={setDialog} />
  );
  return (
    <>
      <div className="followed-body">
        <State benefit={b} />
        {spread ? null : <Progress benefit={b} />}
        <Next benefit={b} doing={doing !== null} follow={(followup) => setDoing({ followup })} />
      </div>
      {doing ? (
        <FollowupForm
          key={doing.followup?.due ?? ''}
          benefit={b}
          followup={doing.followup}
          today={today}
          close={() => setDoing(null)}
          saved={() => {
            setDoing(null);
            saved();
          }}
        />
      ) : null}
      {b.deviation ? (
        <p className="deviation">
          <b>{t('followup.explanation')}</b> {b.deviation}
        </p>
      ) : null}
      {spread ? (
        <>
          {b.followups.length > 0 ? table : null}
          <More benefit={b} open={setDialog} />
        </>
      ) : (
        <details className="calculation">
          <summary>{t('followup.list', { count: b.followups.length })}</summary>
          {b.followups.length > 0 ? table : null}
          <More benefit={b} open={setDialog} />
        </details>
      )}
      {dialog ? (
        <FollowupDialogs benefit={b} today={today} open={dialog} close={() => setDialog(null)} />
      ) : null}
    </>
  );
}

function Next({
  benefit: b,
  doing,
  follow,
}: {
  benefit: FollowedBenefit;
  doing: boolean;
  follow: (followup: Followup | null) => void;
}) {
  const { t, i18n } = useTranslation();
  const next = nextOpen(b.followups);
  const button = useRef<HTMLButtonElement>(null);
  const wasDoing = useRef(false);
  useEffect(() => {
    if (wasDoing.current && !doing) button.current?.focus();
    wasDoing.current = doing;
  }, [doing]);
  const day = b.next === null ? '' : format.day(b.next, i18n.language);
  const late = b.urgency === 'overdue';
  const soon = late || b.urgency === 'due';
  return (
    <div className="followed-next">
      <p data-overdue={late || undefined}>
        {b.closed !== null
          ? t('followup.closedNext')
          : b.next === null
            ? t('followup.noNext')
            : t(late ? 'followup.overdue' : 'followup.next', { day })}
      </p>
      {b.closed === null ? (
        <Button
          ref={button}
          size="sm"
          variant={soon ? 'filled' : 'default'}
          aria-expanded={doing}
          disabled={doing}
          onClick={() => follow(soon ? next : null)}
        >
          {t(soon ? 'followup.followUp' : 'followup.followUpNow')}
        </Button>
      ) : null}
    </div>
  );
}

function More({ benefit: b, open }: { benefit: FollowedBenefit; open: (dialog: OpenDialog) => void }) {
  const { t } = useTranslation();
  const reopening = useEdit(() =>
    act('reopenBenefit', { project: b.project, benefit: b.benefit }, { revision: b.revision }),
  );
  return (
    <div className="followed-more">
      {b.closed !== null ? (
        <Button variant="default" size="sm" loading={reopening.isPending} onClick={() => reopening.mutate()}>
          {t('followup.close.reopen')}
        </Button>
      ) : (
        <Button variant="default" size="sm" onClick={() => open({ what: 'add' })}>
          {t('followup.due.add')}
        </Button>
      )}
      {b.closed === null && b.state === b.outcome ? (
        <Button variant="default" size="sm" onClick={() => open({ what: 'close' })}>
          {t('followup.close.ask')}
        </Button>
      ) : null}
      {reopening.error ? <EditProblem error={reopening.error} /> : null}
    </div>
  );
}
