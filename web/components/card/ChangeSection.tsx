import { useTranslation } from 'react-i18next';
import { isMonetary } from '../../../server/domain/card.ts';
import { BENEFIT_TYPES, METHODS, type Method } from '../../../server/domain/codes.ts';
import { ChoiceField, LongTextField, TextField } from '../edit/fields.tsx';
import { Choices } from './Choices.tsx';
import { type Draft, withTargetsFor } from './draft.ts';
import { Spot } from './Spot.tsx';
import { useCardDraft } from './useDraft.ts';

/** What changes, and of which kind the benefit is. */
export function ChangeSection() {
  const { t } = useTranslation();
  const { draft, set } = useCardDraft();
  return (
    <fieldset>
      <legend>{t('card.section.change')}</legend>
      <Spot at="name">
        {(error) => (
          <TextField
            label={t('card.field.name')}
            hint={t('card.hint.name')}
            error={error}
            required
            value={draft.name}
            onChange={(name) => set({ name })}
          />
        )}
      </Spot>
      <Spot at="method">
        {(error) => (
          <Choices
            legend={t('card.field.method')}
            error={error}
            value={draft.method}
            options={METHODS.map((method) => ({
              value: method,
              label: t(`card.ask.${method}`),
              more: t(`card.askMore.${method}`),
            }))}
            onChange={(method) =>
              set(withTargetsFor(draft, chosen(method as Method, t('card.hoursAtWork'), draft)))
            }
          />
        )}
      </Spot>
      {draft.method === '' || !isMonetary(draft.method) ? null : (
        <Spot at="cashable">
          {(error) => (
            <Choices
              legend={t('card.field.cashable')}
              hint={t('card.hint.cashable')}
              error={error}
              value={draft.cashable}
              options={(['no', 'yes'] as const).map((value) => ({
                value,
                label: t(`card.cashable.${value}`),
              }))}
              onChange={(cashable) => set({ cashable: cashable as Draft['cashable'] })}
            />
          )}
        </Spot>
      )}
      <div className="form-row">
        <ChoiceField
          label={t('card.field.type')}
          hint={t('card.hint.type')}
          value={draft.type}
          options={BENEFIT_TYPES.map((type) => ({ value: type, label: t(`card.type.${type}`) }))}
          onChange={(type) => set({ type: type as Draft['type'] })}
        />
        <Spot at="change">
          {(error) => (
            <LongTextField
              label={t('card.field.change')}
              hint={t('card.hint.change')}
              error={error}
              value={draft.change}
              onChange={(change) => set({ change })}
            />
          )}
        </Spot>
      </div>
    </fieldset>
  );
}

const USUAL_TYPE: Record<Method, Draft['type']> = {
  per_item: 'productivity',
  hours: 'productivity',
  ratio: 'productivity',
  fte: 'productivity',
  amount: 'budget',
  indicator: 'quality',
};

/** A method brings its usual kind of benefit; hours at work are not the hours that are saved. */
function chosen(method: Method, hoursAtWork: string, { inputs }: Draft): Partial<Draft> {
  const isNew = inputs.hours.measure === '' && inputs.hours.value === '';
  const hours = method === 'ratio' && isNew ? { ...inputs.hours, name: hoursAtWork } : inputs.hours;
  const unasked = isMonetary(method) ? {} : { cashable: '' as const };
  return { method, type: USUAL_TYPE[method], inputs: { ...inputs, hours }, ...unasked };
}
