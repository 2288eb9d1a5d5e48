import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowedBenefit, Followup } from '../../../server/contract/followups.ts';
import { FOLLOWUP_STATUSES } from '../../../server/domain/codes.ts';
import { needsExplanation } from '../../../server/domain/followupState.ts';
import { act } from '../../act.ts';
import * as format from '../../format.ts';
import { EditorName } from '../edit/EditorName.tsx';
import { ChoiceField, DayField, LongTextField, NumberField } from '../edit/fields.tsx';
import { SaveBar } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { unitPer } from '../unitPer.ts';
import { focusFirstWrong } from './focusFirstWrong.ts';
import { type FollowupEntry, type FollowupErrors, followupToSave, startOf } from './followupEntry.ts';

interface Props {
  benefit: FollowedBenefit;
  /** The one that is followed up on, or corrected; null for one that was not planned. */
  followup: Followup | null;
  today: string;
  close: () => void;
  saved: () => void;
}

/** Says how a benefit goes: a status, a value, a sentence and a date. */
export function FollowupForm({ benefit, followup, today, close, saved }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const [entry, setEntry] = useState<FollowupEntry>(() => startOf(benefit, followup, today));
  const [errors, setErrors] = useState<FollowupErrors>({});
  const { project, benefit: code } = benefit;
  const saving = useEdit(
    (body: Parameters<typeof act<'saveFollowup'>>[2]) =>
      act('saveFollowup', { project, benefit: code }, body),
    saved,
  );
  const { error } = saving;
  const measured = error?.code === 'already-exists' && error.details.parameter === 'asMeasurement';
  const field = (name: keyof FollowupEntry & keyof FollowupErrors) => ({
    value: entry[name],
    error: errors[name]
      ? t(`followup.problem.${errors[name]}`)
      : measured && name === 'done'
        ? t('followup.problem.measured')
        : undefined,
    onChange: (value: string) => {
      setEntry((before) => ({ ...before, [name]: value }));
      setErrors(({ [name]: _, ...others }) => others);
    },
  });
  const save = () => {
    const { body, problems } = followupToSave(benefit, followup, entry, today);
    setErrors(problems);
    if (body) saving.mutate(body);
    else focusFirstWrong(form);
  };
  return (
    <form
      ref={form}
      className="form followup-form"
      aria-label={t('followup.form.title', { name: benefit.name })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {followup?.note && followup.done === null ? (
        <p className="quiet">{t('followup.form.asked', { note: followup.note })}</p>
      ) : null}
      <div className="form-row">
        <ChoiceField
          label={t('followup.form.status')}
          required
          {...field('status')}
          options={[
            { value: '', label: t('followup.form.choose') },
            ...FOLLOWUP_STATUSES.map((value) => ({ value, label: t(`followup.status.${value}`) })),
          ]}
        />
        <DayField label={t('followup.form.done')} required {...field('done')} />
      </div>
      <NumberField
        label={
          benefit.measureName
            ? t('followup.form.value', { measure: benefit.measureName })
            : t('followup.form.valueNone')
        }
        hint={
          benefit.after === null
            ? t('followup.form.valueHintNone')
            : t('followup.form.valueHint', { value: format.measured(benefit.after, unitPer(benefit, t)) })
        }
        unit={unitPer(benefit, t) ?? undefined}
        {...field('value')}
      />
      {benefit.level && entry.value.trim() !== '' ? (
        <label className="followup-tick">
          <input
            type="checkbox"
            checked={entry.asMeasurement}
            onChange={({ currentTarget: { checked } }) =>
              setEntry((before) => ({ ...before, asMeasurement: checked }))
            }
          />
          <span>
            {t('followup.form.asMeasurement')}
            <small>{t('followup.form.asMeasurementHint')}</small>
          </span>
        </label>
      ) : null}
      {benefit.level && entry.value.trim() !== '' && entry.asMeasurement ? (
        <NumberField label={t('followup.form.n')} hint={t('followup.form.nHint')} {...field('n')} />
      ) : null}
      <LongTextField
        label={t('followup.form.note')}
        hint={t('followup.form.noteHint')}
        required
        {...field('note')}
      />
      {needsExplanation(entry.status === '' ? null : entry.status) ? (
        <LongTextField
          label={t('followup.form.deviation')}
          hint={t('followup.form.deviationHint')}
          required
          {...field('deviation')}
        />
      ) : null}
      <EditorName />
      <SaveBar
        label={t('followup.form.save')}
        saving={saving.isPending}
        error={measured ? null : error}
        cancel={close}
        wrong={Object.keys(errors).length}
      />
    </form>
  );
}
