import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Goal, LONGEST_TEXT } from '../../../server/contract/map.ts';
import { goalCalled, singleSpaced } from '../../../server/domain/goalName.ts';
import { act } from '../../act.ts';
import { Dialog } from '../edit/Dialog.tsx';
import { EditorName } from '../edit/EditorName.tsx';
import { TextField } from '../edit/fields.tsx';
import { SaveBar } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';

interface Props {
  goal: Goal;
  /** What the other goals are called: one of these makes the two one. */
  others: readonly string[];
  close: () => void;
}

/** Gives a goal another name on every project's map. */
export function RenameGoal({ goal, others, close }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(goal.goal);
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const rename = useEdit((to: string) => act('renameGoal', {}, { from: goal.goal, to }), close);
  const to = singleSpaced(text);
  const there = goalCalled(to, others);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const wrong = to === '' ? t('edit.required') : to.length > LONGEST_TEXT ? t('map.tooLong') : undefined;
    setError(wrong);
    if (wrong) form.current?.querySelector('input')?.focus();
    else if (to === goal.goal) close();
    else rename.mutate(to);
  };
  return (
    <Dialog title={t('goals.renameTitle')} close={close} busy={rename.isPending}>
      {(leave) => (
        <form ref={form} className="form" onSubmit={save} noValidate>
          <p className="quiet">{t('goals.renameHint', { count: goal.maps })}</p>
          <TextField
            label={t('goals.renameTo')}
            value={text}
            onChange={setText}
            error={error}
            list={others}
            hint={there && t(there === to ? 'goals.merges' : 'goals.mergesInto', { goal: there })}
          />
          <EditorName />
          <SaveBar saving={rename.isPending} error={rename.error} cancel={leave} label={t('goals.rename')} />
        </form>
      )}
    </Dialog>
  );
}
