import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardAnswer } from '../../server/contract/card.ts';
import { act } from '../act.ts';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { ArchiveDialog } from '../components/card/ArchiveDialog.tsx';
import { CardForm } from '../components/card/CardForm.tsx';
import { CardSheet } from '../components/card/CardSheet.tsx';
import { draftOf } from '../components/card/draft.ts';
import { PrintedFollowup } from '../components/card/PrintedFollowup.tsx';
import { useInputNames } from '../components/card/useInputNames.ts';
import { History } from '../components/changes/History.tsx';
import { EditProblem } from '../components/edit/SaveBar.tsx';
import { useEdit } from '../components/edit/useEdit.ts';
import { BenefitAppendix } from '../components/explain/Appendix.tsx';
import { BenefitFollowups } from '../components/followup/BenefitFollowups.tsx';
import { BeforeAfterPanel } from '../components/measuring/BeforeAfterPanel.tsx';
import { ProjectFrame } from '../components/ProjectFrame.tsx';
import { WrongMeasure } from '../components/WrongMeasure.tsx';
import * as format from '../format.ts';
import '../style/card.css';

/** One benefit's card: to read, to print, to edit, with what was changed. */
export function BenefitCardPage() {
  const { t } = useTranslation();
  const { project, benefit } = useParams({ from: '/projekt/$project/gevinst/$benefit' });
  const [editing, setEditing] = useState(false);
  const turned = useRef(false);
  const turn = (to: boolean) => {
    turned.current = true;
    setEditing(to);
  };
  useEffect(() => {
    // The button that was pressed is gone with the page that it turned.
    if (turned.current) focusOn(editing ? '.card-edit input' : '.page-actions button');
  }, [editing]);
  const card = useAsk('card', { project, benefit }, {});
  const title = card.data?.card.name ?? t('card.title');
  return (
    <ProjectFrame
      project={project}
      title={title}
      actions={card.data && !editing ? <Actions answer={card.data} edit={() => turn(true)} /> : null}
    >
      {() => (
        <Answered query={card} lines={10} missing={<p className="message">{t('card.missing')}</p>}>
          {(answer) =>
            editing ? <Editing answer={answer} done={() => turn(false)} /> : <Reading answer={answer} />
          }
        </Answered>
      )}
    </ProjectFrame>
  );
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}

function Actions({ answer, edit }: { answer: CardAnswer; edit: () => void }) {
  const { t } = useTranslation();
  const [archiving, setArchiving] = useState(false);
  const { project, benefit } = answer;
  return (
    <>
      <Button onClick={edit}>{t('card.edit')}</Button>
      <Button variant="default" onClick={() => window.print()}>
        {t('card.print')}
      </Button>
      <Button
        variant="default"
        renderRoot={(props) => (
          <Link
            to="/projekt/$project/ny-gevinst"
            params={{ project }}
            search={{ copy: benefit }}
            {...props}
          />
        )}
      >
        {t('card.copy')}
      </Button>
      {answer.archived === null ? (
        <Button variant="default" onClick={() => setArchiving(true)}>
          {t('card.archive')}
        </Button>
      ) : null}
      {archiving ? <ArchiveDialog answer={answer} close={() => setArchiving(false)} /> : null}
    </>
  );
}

function Reading({ answer }: { answer: CardAnswer }) {
  const { t, i18n } = useTranslation();
  const { project, benefit, card, archived, closed } = answer;
  const choices = useAsk('cardChoices', { project }, {});
  const figures = useAsk('benefits', { project }, {});
  return (
    <>
      {archived === null ? null : <ArchivedBanner answer={answer} day={archived} />}
      {closed === null ? null : (
        <p className="quiet">{t('card.closed', { day: format.day(closed, i18n.language) })}</p>
      )}
      <Answered query={choices} lines={8}>
        {(c) => (
          <Answered query={figures} lines={8}>
            {({ benefits }) => {
              const own = benefits.find((b) => b.benefit === benefit);
              return (
                <>
                  {own ? <WrongMeasure benefit={own} /> : null}
                  <CardSheet card={card} choices={c} benefit={own} />
                  {archived === null ? <PrintedFollowup project={project} benefit={benefit} /> : null}
                  {own ? <BenefitAppendix project={project} benefit={own} /> : null}
                </>
              );
            }}
          </Answered>
        )}
      </Answered>
      {archived === null ? (
        <div className="card-more card-follow">
          <BeforeAfterPanel project={project} benefit={benefit} />
          <BenefitFollowups project={project} benefit={benefit} />
        </div>
      ) : null}
      <section className="card-more card-history">
        <h2>{t('card.sheet.history')}</h2>
        <History project={project} benefit={benefit} />
      </section>
    </>
  );
}

function ArchivedBanner({ answer, day }: { answer: CardAnswer; day: string }) {
  const { t, i18n } = useTranslation();
  const { project, benefit, revision } = answer;
  // The banner goes with the button that was pressed.
  const edit = useEdit(
    () => act('unarchiveBenefit', { project, benefit }, { revision }),
    () => focusOn('.page-actions button'),
  );
  return (
    <div className="card-banner">
      <p>{t('card.archived', { day: format.day(day, i18n.language) })}</p>
      <Button onClick={() => edit.mutate(undefined)} loading={edit.isPending}>
        {t('card.restore')}
      </Button>
      {edit.error ? <EditProblem error={edit.error} /> : null}
    </div>
  );
}

function Editing({ answer, done }: { answer: CardAnswer; done: () => void }) {
  const { t } = useTranslation();
  const names = useInputNames();
  const { project, benefit } = answer;
  // What the edit began from, also when a newer card has come meanwhile.
  const [began] = useState(answer);
  const [first] = useState(() => draftOf(began.card, names));
  const revision = useRef(began.revision);
  const newest = useAsk('card', { project, benefit }, {});
  const choices = useAsk('cardChoices', { project }, {});
  const insist = async (form: HTMLFormElement | null) => {
    revision.current = (await newest.refetch()).data?.revision ?? revision.current;
    form?.requestSubmit();
  };
  return (
    <Answered query={choices} lines={10}>
      {(c) => (
        <CardForm
          first={first}
          stored={began.card}
          benefit={benefit}
          choices={c}
          label={t('card.saveCard')}
          save={(given) => act('saveBenefit', { project, benefit }, { revision: revision.current, ...given })}
          saved={done}
          cancel={done}
          conflict={
            <div className="form-conflict">
              <Link to="/projekt/$project/gevinst/$benefit" params={{ project, benefit }} target="_blank">
                {t('card.seeNew')}
              </Link>
              <Button
                variant="default"
                size="compact-sm"
                onClick={({ currentTarget: { form } }) => insist(form)}
              >
                {t('card.insist')}
              </Button>
            </div>
          }
        />
      )}
    </Answered>
  );
}
