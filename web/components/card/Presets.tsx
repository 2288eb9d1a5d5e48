import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCardDraft } from './useDraft.ts';

const BETTER = {
  satisfaction: 'higher',
  errors: 'lower',
  delivery: 'lower',
  automation: 'higher',
  correctness: 'higher',
  wellbeing: 'higher',
} as const;
type Preset = keyof typeof BETTER;

/** Measures of quality and wellbeing that many have: one fills in name, unit and direction. */
export function Presets() {
  const { t } = useTranslation();
  const { draft, setInput } = useCardDraft();
  return (
    <section className="presets" aria-label={t('card.preset.title')}>
      <p>{t('card.hint.name_indicator')}</p>
      <div>
        {(Object.keys(BETTER) as Preset[]).map((preset) => {
          const name = t(`card.preset.${preset}.name`);
          const chosen = draft.inputs.indicator.name === name;
          return (
            <Button
              key={preset}
              size="compact-sm"
              variant={chosen ? 'filled' : 'default'}
              aria-pressed={chosen}
              onClick={() =>
                setInput('indicator', {
                  name,
                  unit: t(`card.preset.${preset}.unit`),
                  better: BETTER[preset],
                })
              }
            >
              {name}
            </Button>
          );
        })}
      </div>
    </section>
  );
}
