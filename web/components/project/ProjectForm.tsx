import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectFacts } from '../../../server/contract/card.ts';
import { STAGES } from '../../../server/domain/codes.ts';
import { MUNICIPALITIES } from '../../../server/domain/municipalities.ts';
import { EditorName } from '../edit/EditorName.tsx';
import { ChoiceField, DayField, LongTextField, TextField } from '../edit/fields.tsx';
import type { OwnerAddress } from '../edit/ownerEmail.ts';
import { SaveBar } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { useOwnerEmail } from '../edit/useOwnerEmail.ts';
import { type ProjectDraft, readProject } from './projectDraft.ts';

interface Props {
  first: ProjectDraft;
  label: string;
  departments: readonly string[];
  /** Who owns anything, with the addresses that are known. */
  owners?: readonly OwnerAddress[];
  save: (content: ProjectFacts['content']) => Promise<{ project: string }>;
  saved: (project: string) => void;
  cancel: () => void;
  onDirty?: (dirty: boolean) => void;
}

const DANISH = new Intl.Collator('da');
const SORTED = [...MUNICIPALITIES].sort((a, b) => DANISH.compare(a.name, b.name));

/** A project's facts as a form: its name and municipality, and what more there is to say. */
export function ProjectForm({ first, label, departments, owners = [], save, saved, cancel, onDirty }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(first);
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const { content, faults } = readProject(draft);
  const edit = useEdit(save, ({ project }) => saved(project));
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const { leaveOwner, typeEmail, said } = useOwnerEmail(draft, owners, (change) =>
    setDraft((now) => ({ ...now, ...change })),
  );
  const field = (name: keyof ProjectDraft) => {
    const fault = faults.get(name);
    return {
      value: draft[name],
      error: tries > 0 && fault ? t(`card.fault.${fault}`) : undefined,
      onChange: (value: string) => {
        setDraft({ ...draft, [name]: value });
        onDirty?.(true);
      },
    };
  };
  const known = SORTED.some((m) => m.municipality === draft.municipality);
  const own =
    known || draft.municipality === '' ? [] : [{ value: draft.municipality, label: draft.municipality }];
  return (
    <form
      ref={form}
      className="form project-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTries(tries + 1);
        if (faults.size === 0) edit.mutate(content);
      }}
    >
      <TextField label={t('card.project.name')} required {...field('name')} />
      <div className="form-row">
        <ChoiceField
          label={t('card.project.municipality')}
          required
          {...field('municipality')}
          options={[
            { value: '', label: t('card.project.chooseMunicipality') },
            ...own,
            ...SORTED.map((m) => ({ value: m.municipality, label: m.name })),
          ]}
        />
        <TextField
          label={t('card.project.department')}
          hint={t('card.project.departmentHint')}
          list={departments}
          {...field('department')}
        />
      </div>
      <div className="form-row">
        <TextField
          label={t('card.project.owner')}
          hint={t('card.project.ownerHint')}
          list={owners.map((o) => o.owner)}
          onLeave={leaveOwner}
          {...field('owner')}
        />
        <TextField
          label={t('card.project.ownerEmail')}
          hint={said ? t(`card.ownerEmail.${said}`) : undefined}
          {...field('ownerEmail')}
          onChange={(email) => {
            typeEmail(email);
            onDirty?.(true);
          }}
        />
        <p className="unseen" role="status">
          {said ? t(`card.ownerEmail.${said}`) : ''}
        </p>
      </div>
      <div className="form-row">
        <DayField label={t('card.project.live')} hint={t('card.project.liveHint')} {...field('live')} />
        <TextField
          label={t('card.project.technology')}
          hint={t('card.project.technologyHint')}
          {...field('technology')}
        />
      </div>
      <details className="form-more" open={faults.has('ended') || undefined}>
        <summary>{t('card.project.more')}</summary>
        <div>
          <div className="form-row">
            <TextField label={t('card.project.field')} {...field('field')} />
            <ChoiceField
              label={t('card.project.stage')}
              {...field('stage')}
              options={[
                { value: '', label: t('card.project.unsaid') },
                ...STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) })),
              ]}
            />
          </div>
          <div className="form-row">
            <DayField label={t('card.project.started')} {...field('started')} />
            <DayField label={t('card.project.ended')} {...field('ended')} />
          </div>
          <TextField label={t('card.project.contact')} {...field('contact')} />
          <LongTextField label={t('card.project.goal')} {...field('goal')} />
          <LongTextField label={t('card.project.summary')} {...field('summary')} />
        </div>
      </details>
      <EditorName />
      <SaveBar
        label={label}
        saving={edit.isPending}
        error={edit.error}
        cancel={cancel}
        wrong={tries > 0 ? faults.size : 0}
      />
    </form>
  );
}
