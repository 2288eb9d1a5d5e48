import { useTranslation } from 'react-i18next';
import { FREQUENCIES } from '../../../server/domain/card.ts';
import { ChoiceField, TextField } from '../edit/fields.tsx';
import type { Draft } from './draft.ts';
import { Spot } from './Spot.tsx';
import { useCardDraft } from './useDraft.ts';

/** Who answers for the benefit, who measures it, where and how often. */
export function PeopleSection() {
  const { t } = useTranslation();
  const { draft, choices, set } = useCardDraft();
  const own = (owner: string) => {
    const known = choices.owners.find((o) => o.owner === owner)?.ownerEmail;
    set({ owner, ...(known && draft.ownerEmail === '' ? { ownerEmail: known } : {}) });
  };
  return (
    <fieldset>
      <legend>{t('card.section.people')}</legend>
      <div className="form-row form-row-top">
        <Spot at="owner">
          {(error) => (
            <TextField
              label={t('card.field.owner')}
              hint={t('card.hint.owner')}
              error={error}
              value={draft.owner}
              list={choices.owners.map((o) => o.owner)}
              onChange={own}
            />
          )}
        </Spot>
        <Spot at="ownerEmail">
          {(error) => (
            <TextField
              label={t('card.field.ownerEmail')}
              hint={t('card.hint.ownerEmail')}
              error={error}
              value={draft.ownerEmail}
              onChange={(ownerEmail) => set({ ownerEmail })}
            />
          )}
        </Spot>
      </div>
      <div className="form-row form-row-top">
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
