import { useTranslation } from 'react-i18next';
import { targetRole } from '../../../server/domain/card.ts';
import type { StepEstimate } from '../../../server/domain/cardEstimate.ts';
import { ROLES } from '../../../server/domain/codes.ts';
import type { Explained } from '../../../server/domain/explain/step.ts';
import * as format from '../../format.ts';
import { methodWords } from '../methodWords.ts';
import { unitPer } from '../unitPer.ts';
import type { Draft } from './draft.ts';
import { EstimateFormula } from './EstimateFormula.tsx';
import { estimated, estimateExplained } from './estimated.ts';
import { useCardDraft } from './useDraft.ts';
import { waitingFor } from './waiting.ts';

/** What the card says so far is worth a year, as one types. */
export function ResultPanel() {
  const { t } = useTranslation();
  const { draft } = useCardDraft();
  return (
    <aside className="result-panel" aria-labelledby="result-title">
      <h2 id="result-title">{t('card.result.title')}</h2>
      <div aria-live="polite">
        <Result />
      </div>
      {draft.method === '' ? null : (
        <p className="result-formula">
          <b>{t('card.result.formula')}</b> {methodWords(t, draft.method, unitsOf(draft))}
        </p>
      )}
    </aside>
  );
}

/** The draft's inputs in the units they are in; what a card is made of is what was before and will be after. */
function unitsOf({ inputs }: Draft) {
  return ROLES.map((role) => ({ role, phase: 'before' as const, unit: inputs[role].unit }));
}

function Result() {
  const { t } = useTranslation();
  const { card, newRate, faults, choices, draft } = useCardDraft();
  const waiting = waitingFor(t, { card, faults });
  const input = card?.inputs.find((i) => i.role === targetRole(card));
  if (!card || waiting !== null) return <p className="quiet">{waiting}</p>;
  if (card.method === 'indicator') {
    return (
      <>
        {card.targets.map((target) => (
          <Change
            key={target.due}
            due={target.due}
            unit={unitPer({ unit: input?.unit ?? null, per: input?.baseline?.per ?? null }, t) ?? ''}
            from={input?.baseline?.value ?? 0}
            to={target.likely}
          />
        ))}
        <p className="quiet">{t('card.result.notMoney')}</p>
      </>
    );
  }
  const steps = estimated(card, choices, newRate);
  return (
    <>
      {steps.map((step) => (
        <StepResult
          key={step.due}
          step={step}
          counts={draft.inputs.volume.measure.startsWith('robot:')}
          explained={estimateExplained(
            card,
            choices,
            step.due,
            step.likely.kroner === null ? 'hours' : 'gains',
            newRate,
          )}
        />
      ))}
      <p className="quiet">{t('card.result.perYear')}</p>
    </>
  );
}

function Change({ due, unit, from, to }: { due: string; unit: string; from: number; to: number }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="result-step">
      <span>{t('card.result.atDue', { due: format.day(due, i18n.language) })}</span>
      <strong>
        {t('card.result.change', {
          before: format.measured(from, unit),
          target: format.measured(to, unit),
        })}
      </strong>
    </div>
  );
}

/** One step's hours and kroner a year, with what they lie between. `counts` says that a robot is the volume. */
function StepResult({
  step,
  counts,
  explained,
}: {
  step: StepEstimate;
  counts: boolean;
  explained: Explained | null;
}) {
  const { t, i18n } = useTranslation();
  const { likely, pessimistic, optimistic } = step;
  const between = (of: 'hours' | 'kroner', write: (value: number) => string) => {
    const ends = [pessimistic, likely, optimistic].flatMap((gain) => gain?.[of] ?? []);
    const low = Math.min(...ends);
    const high = Math.max(...ends);
    return low < high ? (
      <small>{t('card.result.between', { low: write(low), high: write(high) })}</small>
    ) : null;
  };
  return (
    <div className="result-step">
      <span>{t('card.result.atDue', { due: format.day(step.due, i18n.language) })}</span>
      {likely.hours === null ? null : (
        <div>
          <strong>{t('card.result.hours', { hours: format.hours(likely.hours) })}</strong>
          {between('hours', format.hours)}
        </div>
      )}
      {likely.kroner === null ? null : (
        <div>
          <strong>{format.kroner(likely.kroner)}</strong>
          {between('kroner', format.kroner)}
        </div>
      )}
      {explained ? <EstimateFormula explained={explained} /> : null}
      {likely.reason === null ? null : (
        <p className="quiet">
          {likely.reason === 'no-rate'
            ? t('card.result.noRate')
            : counts
              ? t('card.result.noRobotItems')
              : t('card.result.noVolume')}
        </p>
      )}
    </div>
  );
}
