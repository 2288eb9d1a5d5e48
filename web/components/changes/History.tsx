import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change, FieldChange } from '../../../server/contract/changes.ts';
import type { Subject } from '../../../server/domain/codes.ts';
import { act } from '../../act.ts';
import { type ApiError, useAsk } from '../../api.ts';
import * as format from '../../format.ts';
import { Answered } from '../Answered.tsx';
import { Dialog } from '../edit/Dialog.tsx';
import { EditProblem } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { fieldLabel, valueText } from './words.ts';
import '../../style/card.css';

interface Props {
  project: string;
  subject: Subject;
  /** One of its things; without it, all of the project's. */
  changeKey?: string;
}

const FIRST = 5;

/** Who changed what, when, from what to what; with the way back. */
export function History({ project, subject, changeKey }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const query = useAsk(
    'changes',
    { project },
    changeKey === undefined ? { subject } : { subject, key: changeKey },
  );
  return (
    <Answered query={query} lines={3}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className="quiet">{t('changes.none')}</p>
        ) : (
          <>
            <ol className="history">
              {(all ? changes : changes.slice(0, FIRST)).map((change) => (
                <Entry key={change.change} change={change} single={changeKey !== undefined} />
              ))}
            </ol>
            {changes.length > FIRST ? (
              <Button variant="subtle" className="more" onClick={() => setAll(!all)}>
                {all ? t('changes.fewer') : t('changes.all', { count: changes.length })}
              </Button>
            ) : null}
          </>
        )
      }
    </Answered>
  );
}

/** `single`: where the history is of one thing, that it was made says all. */
function Entry({ change, single }: { change: Change; single: boolean }) {
  const { t, i18n } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <li>
      <p>
        <b>{change.by}</b> {t(`changes.verb.${change.verb}`)}
        <span className="quiet"> · {format.instant(change.at, i18n.language)}</span>
      </p>
      {change.restorable ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
          {t('changes.restore')}
        </Button>
      ) : null}
      {change.verb === 'created' && single ? null : (
        <dl>
          {change.fields.map((field) => (
            <Field key={field.field} field={field} />
          ))}
        </dl>
      )}
      {asking ? <RestoreDialog change={change} close={() => setAsking(false)} /> : null}
    </li>
  );
}

function Field({ field }: { field: FieldChange }) {
  const { t, i18n } = useTranslation();
  return (
    <div>
      <dt>{fieldLabel(field.field, t, i18n.language)}</dt>
      <dd>
        <del>{valueText(field.field, field.from, t, i18n.language)}</del> →{' '}
        <ins>{valueText(field.field, field.to, t, i18n.language)}</ins>
      </dd>
    </div>
  );
}

function RestoreDialog({ change, close }: { change: Change; close: () => void }) {
  const { t, i18n } = useTranslation();
  const edit = useEdit(() => act('restoreChange', { change: change.change }, null), close);
  return (
    <Dialog title={t('changes.restoreTitle')} close={close} busy={edit.isPending}>
      {(leave) => (
        <>
          <p>
            {t('changes.restoreWhat', { when: format.instant(change.at, i18n.language), who: change.by })}
          </p>
          {edit.error ? <RestoreProblem error={edit.error} /> : null}
          <p className="ask-choices">
            <Button variant="default" onClick={leave} disabled={edit.isPending}>
              {t('edit.cancel')}
            </Button>
            <Button onClick={() => edit.mutate(undefined)} loading={edit.isPending}>
              {t('changes.restoreDo')}
            </Button>
          </p>
        </>
      )}
    </Dialog>
  );
}

/** Why a change cannot be gone back from any more, and what to do instead. */
function RestoreProblem({ error }: { error: ApiError }) {
  const { t, i18n } = useTranslation();
  if (error.code !== 'cannot-restore') return <EditProblem error={error} />;
  const { why, day } = error.details;
  return (
    <p className="caution" role="alert">
      {t(`changes.cannot.${why as 'moved'}`, {
        day: typeof day === 'string' ? format.day(day, i18n.language) : '',
      })}
    </p>
  );
}
