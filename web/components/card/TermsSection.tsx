import { useTranslation } from 'react-i18next';
import { DayField, LongTextField, NumberField, TextField } from '../edit/fields.tsx';
import { Spot } from './Spot.tsx';
import { useCardDraft } from './useDraft.ts';

const TEXTS = ['phaseIn', 'assumptions', 'dependencies', 'risks', 'evidence', 'deviation'] as const;

/** On what terms the benefit comes, and how sure it is; none of it must be said. */
export function TermsSection() {
  const { t } = useTranslation();
  const { draft, set } = useCardDraft();
  return (
    <fieldset>
      <legend>{t('card.section.terms')}</legend>
      <details className="form-more">
        <summary>{t('card.optional')}</summary>
        <div>
          <div className="form-row">
            <Spot at="attribution">
              {(error) => (
                <NumberField
                  label={t('card.field.attribution')}
                  hint={t('card.hint.attribution')}
                  unit="%"
                  error={error}
                  value={draft.attribution}
                  onChange={(attribution) => set({ attribution })}
                />
              )}
            </Spot>
            <Spot at="confidence">
              {(error) => (
                <TextField
                  label={t('card.field.confidence')}
                  hint={t('card.hint.confidence')}
                  error={error}
                  value={draft.confidence}
                  onChange={(confidence) => set({ confidence })}
                />
              )}
            </Spot>
          </div>
          <div className="form-row">
            {(['from', 'to'] as const).map((end) => (
              <Spot key={end} at={end}>
                {(error) => (
                  <DayField
                    label={t(end === 'from' ? 'card.field.startDay' : 'card.field.endDay')}
                    hint={t(end === 'from' ? 'card.hint.startDay' : 'card.hint.endDay')}
                    error={error}
                    value={draft[end]}
                    onChange={(day) => set({ [end]: day })}
                  />
                )}
              </Spot>
            ))}
          </div>
          {TEXTS.map((name) => (
            <Spot key={name} at={name}>
              {(error) => (
                <LongTextField
                  label={t(`card.field.${name}`)}
                  hint={t(`card.hint.${name}`)}
                  error={error}
                  value={draft[name]}
                  onChange={(text) => set({ [name]: text })}
                />
              )}
            </Spot>
          ))}
        </div>
      </details>
    </fieldset>
  );
}
