import { useTranslation } from 'react-i18next';
import { improvedRole, kindOf } from '../../../server/domain/card.ts';
import { PERS, type Role } from '../../../server/domain/codes.ts';
import { ChoiceField, DayField, LongTextField, NumberField } from '../edit/fields.tsx';
import { type InputDraft, rolesOf } from './draft.ts';
import { Spot } from './Spot.tsx';
import { useCardDraft } from './useDraft.ts';

/** What each measure was before the change. */
export function BeforeSection() {
  const { t } = useTranslation();
  const { draft } = useCardDraft();
  const roles = rolesOf(draft).filter((role) => !draft.inputs[role].measure.startsWith('robot:'));
  if (roles.length === 0) return null;
  return (
    <fieldset>
      <legend>{t('card.section.before')}</legend>
      {roles.map((role) => (
        <BaselineFields key={role} role={role} />
      ))}
    </fieldset>
  );
}

function BaselineFields({ role }: { role: Role }) {
  const { t } = useTranslation();
  const { draft, choices, setInput } = useCardDraft();
  const input = draft.inputs[role];
  const at = `inputs.${role}.baseline`;
  const chosen = choices.measures.find((m) => m.measure === input.measure);
  const isFlow = (chosen?.kind ?? kindOf(role)) === 'flow';
  // What is only counted is of the same time as what is improved, unless it says otherwise.
  const improved = draft.method !== '' && role === improvedRole(draft.method);
  const asksDay =
    improved || role === 'indicator' || input.measure !== '' || input.from !== '' || input.per === 'period';
  return (
    <>
      <div className="form-row">
        <Spot at={`${at}.value`}>
          {(error) => (
            <NumberField
              label={t('card.field.value', { name: input.name || t('card.field.measureSource') })}
              hint={t(role === 'volume' ? 'card.hint.volumeValue' : 'card.hint.value')}
              unit={input.unit}
              error={error}
              value={input.value}
              onChange={(value) => setInput(role, { value })}
            />
          )}
        </Spot>
        {isFlow ? (
          <Spot at={`${at}.per`}>
            {(error) => (
              <ChoiceField
                label={t('card.field.per')}
                error={error}
                value={input.per}
                options={PERS.map((per) => ({ value: per, label: t(`per.${per}`) }))}
                onChange={(per) => setInput(role, { per: per as InputDraft['per'] })}
              />
            )}
          </Spot>
        ) : null}
        {asksDay ? (
          <Spot at={`${at}.from`}>
            {(error) => (
              <DayField
                label={t('card.field.from')}
                hint={t('card.hint.from')}
                error={error}
                value={input.from}
                onChange={(from) => setInput(role, { from })}
              />
            )}
          </Spot>
        ) : null}
        {input.per === 'period' ? (
          <Spot at={`${at}.to`}>
            {(error) => (
              <DayField
                label={t('card.field.to')}
                hint={t('card.hint.to')}
                error={error}
                value={input.to}
                onChange={(to) => setInput(role, { to })}
              />
            )}
          </Spot>
        ) : null}
      </div>
      {role === 'volume' ? null : (
        <details className="form-more">
          <summary>{t('card.moreBaseline')}</summary>
          <div className="form-row">
            <Spot at={`${at}.n`}>
              {(error) => (
                <NumberField
                  label={t('card.field.n')}
                  hint={t('card.hint.n')}
                  error={error}
                  value={input.n}
                  onChange={(n) => setInput(role, { n })}
                />
              )}
            </Spot>
            <Spot at={`${at}.note`}>
              {(error) => (
                <LongTextField
                  label={t('card.field.note')}
                  hint={t('card.hint.note')}
                  error={error}
                  value={input.note}
                  onChange={(note) => setInput(role, { note })}
                />
              )}
            </Spot>
          </div>
        </details>
      )}
    </>
  );
}
