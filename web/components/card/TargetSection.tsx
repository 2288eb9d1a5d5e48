import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { improvedRole } from '../../../server/domain/card.ts';
import { DayField, NumberField } from '../edit/fields.tsx';
import { unitPer } from '../unitPer.ts';
import { NO_TARGET } from './draft.ts';
import { Spot } from './Spot.tsx';
import { useCardDraft } from './useDraft.ts';

/** A longer unit leaves no room for the number in a field of a step; it is in the sentence above. */
const ROOM_FOR_UNIT = 9;

/** What the measure shall be, step by step, at its three points. */
export function TargetSection() {
  const { t } = useTranslation();
  const { draft, set } = useCardDraft();
  const fields = useRef<HTMLFieldSetElement>(null);
  const steps = draft.targets.length;
  const before = useRef(steps);
  useEffect(() => {
    const change = steps - before.current;
    before.current = steps;
    // The new step is what is to be filled in; the button that took one away is gone with it.
    if (change === 1) fields.current?.querySelector<HTMLElement>('.form-step:last-of-type input')?.focus();
    else if (change === -1) fields.current?.querySelector<HTMLElement>('.form-add button')?.focus();
  }, [steps]);
  if (draft.method === '') return null;
  const input = draft.inputs[draft.keepsIndicator ? 'indicator' : improvedRole(draft.method)];
  const per = input.value.trim() === '' || input.per === '' ? null : input.per;
  const unit = unitPer({ unit: input.unit, per }, t);
  const about = input.name && input.unit ? sentence(t('card.targetIn', { name: input.name, unit })) : '';
  return (
    <fieldset ref={fields}>
      <legend>{t('card.section.target')}</legend>
      <p className="choices-hint">
        {about}
        {t('card.hint.target')} {t('card.hint.points')}
      </p>
      {draft.targetsWereIn !== '' && draft.targets.every((target) => target.likely.trim() === '') ? (
        <p className="caution" role="status">
          {t('card.targetsGone', { unit: draft.targetsWereIn })}
        </p>
      ) : null}
      {draft.targets.map((_, at) => (
        // A step has nothing but its place to be known by while it is typed.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Step key={at} at={at} unit={(unit ?? '').length > ROOM_FOR_UNIT ? undefined : (unit ?? undefined)} />
      ))}
      <p className="form-add">
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => set({ targets: [...draft.targets, NO_TARGET] })}
        >
          {t('card.addStep')}
        </Button>
      </p>
    </fieldset>
  );
}

function Step({ at, unit }: { at: number; unit: string | undefined }) {
  const { t } = useTranslation();
  const { draft, set, setTarget } = useCardDraft();
  const target = draft.targets[at] ?? NO_TARGET;
  const several = draft.targets.length > 1;
  return (
    <section className="form-step" aria-label={t('card.stepLegend', { number: at + 1 })}>
      <Spot at={`targets.${at}.due`}>
        {(error) => (
          <DayField
            label={t('card.field.due')}
            error={error}
            value={target.due}
            onChange={(due) => setTarget(at, { due })}
          />
        )}
      </Spot>
      {(['pessimistic', 'likely', 'optimistic'] as const).map((point) => (
        <Spot key={point} at={`targets.${at}.${point}`}>
          {(error) => (
            <NumberField
              label={t(`card.field.${point}`)}
              unit={unit}
              error={error}
              value={target[point]}
              onChange={(value) => setTarget(at, { [point]: value })}
            />
          )}
        </Spot>
      ))}
      {several ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => set({ targets: draft.targets.filter((_, i) => i !== at) })}
        >
          {t('card.removeStep')}
        </Button>
      ) : null}
    </section>
  );
}

/** `kr.` ends a sentence by itself. */
function sentence(text: string): string {
  return text.endsWith('.') ? `${text} ` : `${text}. `;
}
