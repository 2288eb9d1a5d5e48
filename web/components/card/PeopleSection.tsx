import { useTranslation } from 'react-i18next';
import { FREQUENCIES } from '../../../server/domain/card.ts';
import { ChoiceField, TextField } from '../edit/fields.tsx';
import { useOwnerEmail } from '../edit/useOwnerEmail.ts';
import type { Draft } from './draft.ts';
import { Spot } from './Spot.tsx';
import { useCardDraft } from './useDraft.ts';

/** Who answers for the benefit, who measures it, where and how often. */
export function PeopleSection() {
  const { t } = useTranslation();
  const { draft, choices, set } = useCardDraft();
  const { leaveOwner, typeEmail, said } = useOwnerEmail(draft, choices.owners, set);
  return (
    <fieldset>
      <legend>{t('card.section.people')}</legend>
      <div className="form-row">
        <Spot at="owner">
          {(error) => (
            <TextField
              label={t('card.field.owner')}
              hint={t('card.hint.owner')}
              error={error}
              value={draft.owner}
              list={choices.owners.map((o) => o.owner)}
              onChange={(owner) => set({ owner })}
              onLeave={leaveOwner}
            />
          )}
        </Spot>
        <Spot at="ownerEmail">
          {(error) => (
            <TextField
              label={t('card.field.ownerEmail')}
              hint={t(said ? `card.ownerEmail.${said}` : 'card.hint.ownerEmail')}
              error={error}
              value={draft.ownerEmail}
              onChange={typeEmail}
            />
          )}
        </Spot>
        <p className="unseen" role="status">
          {said ? t(`card.ownerEmail.${said}`) : ''}
        </p>
      </div>
      <div className="form-row">
        <Spot at="measuredBy">
          {(error) => (
            <TextField
              label={t('card.field.measuredBy')}
              hint={t('card.hint.measuredBy')}
              error={error}
              value={draft.measuredBy}
              onChange={(measuredBy) => set({ measuredBy })}
            />
          )}
        </Spot>
        <ChoiceField
          label={t('card.field.frequency')}
          hint={t('card.hint.frequency')}
          value={draft.frequency}
          options={[
            { value: '', label: t('card.choose') },
            ...FREQUENCIES.map((f) => ({ value: f, label: t(`card.frequency.${f}`) })),
          ]}
          onChange={(frequency) => set({ frequency: frequency as Draft['frequency'] })}
        />
        <Spot at="department">
          {(error) => (
            <TextField
              label={t('card.field.department')}
              hint={t('card.hint.department')}
              error={error}
              value={draft.department}
              list={choices.departments}
              onChange={(department) => set({ department })}
            />
          )}
        </Spot>
      </div>
    </fieldset>
  );
}
