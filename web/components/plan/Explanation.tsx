import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../server/contract/plan.ts';
import { act } from '../../act.ts';
import { History } from '../changes/History.tsx';
import { EditorName } from '../edit/EditorName.tsx';
import { LongTextField } from '../edit/fields.tsx';
import { SaveBar } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';

const LONGEST = 4000;

interface Props {
  project: string;
  explained: Plan['explanations'][number];
  /** Whether there is anything to explain yet. */
  deviates: boolean;
}

/** Why a year came out otherwise than planned: read, and written in its place. */
export function Explanation({ project, explained, deviates }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The focus goes back to where it was.
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (open) return <Form project={project} explained={explained} close={() => setOpen(false)} />;
  const { year, explanation } = explained;
  if (explanation === null && !deviates) return null;
  return (
    <div className="plan-explained">
      {explanation === null ? null : (
        <p>
          <span className="unseen">{t('plan.why')}: </span>
          {explanation}
        </p>
      )}
      <Button
        ref={button}
        variant="subtle"
        size="compact-sm"
        onClick={() => setOpen(true)}
        aria-label={`${t(explanation === null ? 'plan.explain' : 'plan.explainChange')}, ${year}`}
      >
        {t(explanation === null ? 'plan.explain' : 'plan.explainChange')}
      </Button>
    </div>
  );
}

function Form({ project, explained, close }: Omit<Props, 'deviates'> & { close: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(explained.explanation ?? '');
  // What the text was when the writing began: somebody else's is not written over.
  const [revision] = useState(explained.revision);
  const [wrong, setWrong] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const save = useEdit(
    (explanation: string) =>
      act('explainDeviation', { project, year: String(explained.year) }, { explanation, revision }),
    close,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWrong(text.length > LONGEST);
    if (text.length <= LONGEST) save.mutate(text);
  };
  return (
    <form ref={form} className="form" onSubmit={submit} noValidate>
      <LongTextField
        label={t('plan.explanation', { year: explained.year })}
        hint={t('plan.explanationHint')}
        value={text}
        onChange={setText}
        error={wrong ? t('plan.fault.long') : undefined}
      />
      <EditorName />
      <SaveBar saving={save.isPending} error={save.error} cancel={close} wrong={wrong ? 1 : 0} />
      <details>
        <summary>{t('plan.history')}</summary>
        <History project={project} subject="deviation" changeKey={String(explained.year)} />
      </details>
    </form>
  );
}
