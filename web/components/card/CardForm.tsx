import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardChoices, NewRate } from '../../../server/contract/card.ts';
import type { Card } from '../../../server/domain/card.ts';
import { queryClient } from '../../api.ts';
import { EditorName } from '../edit/EditorName.tsx';
import { SaveBar } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { BeforeSection } from './BeforeSection.tsx';
import { ChangeSection } from './ChangeSection.tsx';
import type { Draft } from './draft.ts';
import { MeasureSection } from './MeasureSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { TargetSection } from './TargetSection.tsx';
import { TermsSection } from './TermsSection.tsx';
import { DraftContext, useDraft } from './useDraft.ts';
import { useUnsaved } from './useUnsaved.ts';

interface Props {
  first: Draft;
  /** The card as it stands, where it is changed and not made. */
  stored?: Card;
  /** Whose card it is then. */
  benefit?: string;
  choices: CardChoices;
  label: string;
  save: (given: { card: Card; newRate: NewRate }) => Promise<{ benefit: string }>;
  saved: (benefit: string) => void;
  cancel: () => void;
  /** What to show when someone else has changed the card meanwhile. */
  conflict?: ReactNode;
}

/** A benefit's card as a form: it asks only for what the chosen method needs, and shows the result as one types. */
export function CardForm({ first, stored, benefit, choices, label, save, saved, cancel, conflict }: Props) {
  const { t } = useTranslation();
  const state = useDraft(first, choices, stored, benefit);
  const release = useUnsaved(state.dirty);
  const edit = useEdit(save, ({ benefit }) => {
    release();
    saved(benefit);
  });
  const measure = edit.error?.code === 'changed-meanwhile' ? edit.error.details.measure : undefined;
  useEffect(() => {
    if (measure !== undefined) queryClient.invalidateQueries({ queryKey: ['cardChoices'] });
  }, [measure]);
  const stop = () => {
    if (state.dirty && !window.confirm(t('card.leave'))) return;
    release();
    cancel();
  };
  return (
    <DraftContext value={state}>
      <div className="card-edit">
        <form
          ref={state.form}
          className="form"
          noValidate
          onBlur={state.leaveField}
          onSubmit={(event) => {
            event.preventDefault();
            const { card, newRate } = state;
            if (state.check() && card) edit.mutate({ card, newRate });
          }}
        >
          <ChangeSection />
          <MeasureSection />
          <BeforeSection />
          <TargetSection />
          <PeopleSection />
          <TermsSection />
          <EditorName />
          {measure === undefined && edit.error?.code === 'changed-meanwhile' ? conflict : null}
          {measure === undefined ? null : (
            <p className="caution" role="alert">
              {t('card.measureConflict', {
                name: choices.measures.find((m) => m.measure === measure)?.name ?? measure,
              })}
            </p>
          )}
          <SaveBar
            label={label}
            saving={edit.isPending}
            error={measure === undefined ? edit.error : null}
            cancel={stop}
            wrong={state.wrong}
          />
        </form>
        <ResultPanel />
      </div>
    </DraftContext>
  );
}
