import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure, SeriesPoint } from '../../../server/contract/measures.ts';
import { PERS, PHASES } from '../../../server/domain/codes.ts';
import { act } from '../../act.ts';
import { Dialog } from '../edit/Dialog.tsx';
import { EditorName } from '../edit/EditorName.tsx';
import { ChoiceField, DayField, LongTextField } from '../edit/fields.tsx';
import { SaveBar } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { type Draft, draftOf, entryOf, type Problems } from './draft.ts';
import { ValueFields } from './ValueFields.tsx';

interface Props {
  measure: Measure;
  /** The measurement that is changed; null enters a new one. */
  point: SeriesPoint | null;
  today: string;
  close: () => void;
}

/** Enters a measurement of a measure, or changes one, in a dialog. */
export function MeasurementForm({ measure, point, today, close }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(measure, point, today));
  const [problems, setProblems] = useState<Problems>({});
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const save = useEdit((entry: NonNullable<ReturnType<typeof entryOf>['entry']>) => {
    const { phase, from, revision } = point ?? {};
    const replaces = phase && from && revision ? { phase, from, revision } : undefined;
    return act(
      'saveMeasurement',
      { project: measure.project, measure: measure.measure },
      { ...entry, replaces },
    );
  }, close);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setProblems((before) => without(before, Object.keys(part)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = entryOf(draft, { measure, point, today }, (readings) =>
      t('measuring.readingsNote', { readings }),
    );
    setProblems(found.problems);
    setTries(tries + 1);
    if (found.entry) save.mutate(found.entry);
  };
  const wrong = Object.keys(problems).filter((field) => field !== 'wrongReadings').length;
  const problem = (field: keyof Draft) => {
    const code = problems[field];
    return code && t(`measuring.fault.${code}`);
  };
  return (
    <Dialog title={t(point ? 'measuring.change' : 'measuring.add')} close={close} busy={save.isPending} wide>
      {(leave) => (
        <form ref={form} className="form measurement-form" onSubmit={submit} noValidate>
          <p className="quiet">
            {measure.name} · {t(`measuring.kind.${measure.kind}`)}
          </p>
          <ChoiceField
            label={t('measuring.phase')}
            hint={t(`measuring.phaseHint.${draft.phase}`)}
            value={draft.phase}
            onChange={(value) => change({ phase: value as Draft['phase'] })}
            options={PHASES.map((value) => ({ value, label: t(`phase.${value}`) }))}
          />
          <div className="form-row">
            <DayField
              label={t('measuring.from')}
              value={draft.from}
              onChange={(from) => change({ from })}
              error={problem('from')}
              required
            />
            <DayField
              label={t('measuring.to')}
              value={draft.to}
              onChange={(to) => change({ to })}
              error={problem('to')}
            />
            {measure.kind === 'flow' ? (
              <ChoiceField
                label={t('measuring.per')}
                value={draft.per}
                onChange={(per) => change({ per })}
                error={problem('per')}
                options={PERS.map((value) => ({ value, label: t(`per.${value}`) }))}
              />
            ) : null}
          </div>
          <ValueFields
            measure={measure}
            draft={draft}
            change={change}
            problem={problem}
            wrongReadings={problems.wrongReadings ?? []}
          />
          <ChoiceField
            label={t('measuring.basis')}
            value={draft.basis}
            onChange={(value) => change({ basis: value as Draft['basis'] })}
            options={(['actual', 'expected'] as const).map((value) => ({
              value,
              label: t(`measuring.basisOf.${value}`),
            }))}
          />
          <LongTextField
            label={t('measuring.note')}
            hint={t('measuring.noteHint')}
            value={draft.note}
            onChange={(note) => change({ note })}
          />
          <EditorName />
          <SaveBar saving={save.isPending} error={save.error} cancel={leave} wrong={wrong} />
        </form>
      )}
    </Dialog>
  );
}

/** What was wrong with a field is not said any more once it is changed. */
function without(problems: Problems, changed: readonly string[]): Problems {
  const gone = changed.includes('readings') ? [...changed, 'wrongReadings'] : changed;
  return Object.fromEntries(Object.entries(problems).filter(([field]) => !gone.includes(field)));
}
