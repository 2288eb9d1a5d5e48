import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../server/contract/plan.ts';
import { act } from '../../act.ts';
import * as format from '../../format.ts';
import { Dialog } from '../edit/Dialog.tsx';
import { EditorName } from '../edit/EditorName.tsx';
import { DayField, LongTextField, TextField } from '../edit/fields.tsx';
import { SaveBar } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { FreezeYears } from './FreezeYears.tsx';
import { type PlanDraft, type PlanFaults, planDraft, planOf } from './planDraft.ts';

const DANISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** Keeps a plan as it was approved: the business case first, then estimates. */
export function FreezeForm({ plan, close }: { plan: Plan; close: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate({ from: '/projekt/$project/plan' });
  const [today] = useState(() => DANISH_DAY.format(new Date()));
  const [draft, setDraft] = useState(() => planDraft(plan, today));
  // The newest version when the writing began: one that came meanwhile is seen first.
  const [before] = useState(plan.versions.at(-1));
  const after = before?.version ?? 0;
  const [faults, setFaults] = useState<PlanFaults>({});
  const form = useRef<HTMLFormElement>(null);
  const save = useEdit(
    (given: ReturnType<typeof planOf>['plan']) =>
      act('freezePlan', { project: plan.project }, { after, ...given }),
    async () => {
      await navigate({ search: (now) => ({ ...now, version: undefined }), resetScroll: false });
      close();
    },
  );
  const wrong = Object.keys(faults).length;
  useEffect(() => {
    if (Object.keys(faults).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  const change = (part: Partial<PlanDraft>) => setDraft((now) => ({ ...now, ...part }));
  const day = before && format.day(before.approved, i18n.language);
  const fault = (name: string) => faults[name] && t(`plan.fault.${faults[name]}`, { day });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = planOf(draft, today, before?.approved ?? null);
    setFaults(found.faults);
    if (Object.keys(found.faults).length === 0) save.mutate(found.plan);
  };
  const title = after === 0 ? t('plan.form.titleFirst') : t('plan.form.title', { version: after + 1 });
  return (
    <Dialog title={title} close={close} busy={save.isPending} wide>
      {(leave) => (
        <form ref={form} className="form" onSubmit={submit} noValidate>
          <p className="quiet how">{t('plan.form.how')}</p>
          <FreezeYears
            years={draft.years}
            pool={plan.risks.pool}
            fault={fault}
            change={(years) => change({ years })}
          />
          <div className="form-row">
            <DayField
              label={t('plan.form.approved')}
              hint={t('plan.form.approvedHint')}
              value={draft.approved}
              onChange={(approved) => change({ approved })}
              error={fault('approved')}
              required
            />
            <TextField
              label={t('plan.form.approvedBy')}
              hint={t('plan.form.approvedByHint')}
              value={draft.approvedBy}
              onChange={(approvedBy) => change({ approvedBy })}
              error={fault('approvedBy')}
              required
            />
          </div>
          <LongTextField
            label={t('plan.form.note')}
            hint={t('plan.form.noteHint')}
            value={draft.note}
            onChange={(note) => change({ note })}
            error={fault('note')}
          />
          <EditorName />
          <p className="caution">{t('plan.form.final')}</p>
          <SaveBar
            label={t('plan.form.save')}
            saving={save.isPending}
            error={save.error}
            cancel={leave}
            wrong={wrong}
          />
        </form>
      )}
    </Dialog>
  );
}
