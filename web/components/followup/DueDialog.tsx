import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowedBenefit, Followup } from '../../../server/contract/followups.ts';
import { type FollowupProblem, followupProblems } from '../../../server/domain/followupRules.ts';
import { act } from '../../act.ts';
import { Dialog } from '../edit/Dialog.tsx';
import { EditorName } from '../edit/EditorName.tsx';
import { DayField, LongTextField } from '../edit/fields.tsx';
import { SaveBar } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { focusFirstWrong } from './focusFirstWrong.ts';

interface Props {
  benefit: FollowedBenefit;
  /** The one that is moved; null adds one. */
  followup: Followup | null;
  today: string;
  close: () => void;
}

/** Asks when a follow-up is to be done, and what to look for. */
export function DueDialog({ benefit, followup, today, close }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [due, setDue] = useState(followup?.due ?? '');
  const [note, setNote] = useState(followup?.note ?? '');
  const [problems, setProblems] = useState<Partial<Record<'due' | 'note', FollowupProblem | 'taken'>>>({});
  const { project, benefit: code } = benefit;
  const saving = useEdit(
    (body: Parameters<typeof act<'saveFollowup'>>[2]) =>
      act('saveFollowup', { project, benefit: code }, body),
    close,
  );
  const save = () => {
    const content = { due, done: null, status: null, note, value: null };
    const found: typeof problems = followupProblems({ ...content, deviation: null }, today);
    if (due !== followup?.due && benefit.followups.some((f) => f.due === due)) found.due = 'taken';
    setProblems(found);
    if (Object.keys(found).length > 0) return focusFirstWrong(form);
    saving.mutate({
      ...content,
      was: followup?.due ?? null,
      asMeasurement: false,
      revision: benefit.revision,
    });
  };
  const wrong = (field: keyof typeof problems) => problems[field] && t(`followup.problem.${problems[field]}`);
  const title = t(followup ? 'followup.due.moveTitle' : 'followup.due.addTitle', { name: benefit.name });
  return (
    <Dialog title={title} close={close} busy={saving.isPending}>
      {(leave) => (
        <form
          ref={form}
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <DayField
            label={t('followup.due.due')}
            required
            value={due}
            onChange={setDue}
            error={wrong('due')}
          />
          <LongTextField
            label={t('followup.due.note')}
            hint={t('followup.due.noteHint')}
            value={note}
            onChange={setNote}
            error={wrong('note')}
          />
          <EditorName />
          <SaveBar
            saving={saving.isPending}
            error={saving.error}
            cancel={leave}
            wrong={Object.keys(problems).length}
          />
        </form>
      )}
    </Dialog>
  );
}
