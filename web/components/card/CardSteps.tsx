import { useTranslation } from 'react-i18next';
import { type Card, targetRole } from '../../../server/domain/card.ts';
import * as format from '../../format.ts';
import { Explained } from '../explain/Explained.tsx';
import { unitPer } from '../unitPer.ts';

/** The steps towards a card's target, each with the worst and the best that may come of it. */
export function CardSteps({ card }: { card: Card }) {
  const { t, i18n } = useTranslation();
  const input = card.inputs.find((i) => i.role === targetRole(card));
  if (!input || card.targets.length === 0) return null;
  const ranged = card.targets.some((s) => s.pessimistic !== null || s.optimistic !== null);
  const value = (due: string, v: number | null, end: 'pessimistic' | 'likely' | 'optimistic') =>
    v === null || input.measure === null ? (
      format.UNKNOWN_MARK
    ) : (
      <Explained
        figure="measureTarget"
        label={`${t(`card.field.${end}`)}, ${format.day(due, i18n.language)}`}
        choice={{ measure: input.measure, day: due, range: rangeOf(input.better, end) }}
      >
        {format.decimal(v)}
      </Explained>
    );
  return (
    <section>
      <h2>
        {t('card.sheet.steps', { unit: unitPer({ unit: input.unit, per: input.baseline?.per ?? null }, t) })}
      </h2>
      <table className="card-steps">
        <thead>
          <tr>
            <th>{t('card.field.due')}</th>
            {ranged ? <th className="number">{t('card.field.pessimistic')}</th> : null}
            <th className="number">{t('card.field.likely')}</th>
            {ranged ? <th className="number">{t('card.field.optimistic')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {card.targets.map((step) => (
            <tr key={step.due}>
              <td>{format.day(step.due, i18n.language)}</td>
              {ranged ? <td className="number">{value(step.due, step.pessimistic, 'pessimistic')}</td> : null}
              <td className="number">{value(step.due, step.likely, 'likely')}</td>
              {ranged ? <td className="number">{value(step.due, step.optimistic, 'optimistic')}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The worst that may come of it is the low end where higher is better. */
function rangeOf(better: 'higher' | 'lower', end: 'pessimistic' | 'likely' | 'optimistic') {
  if (end === 'likely') return undefined;
  return (end === 'pessimistic') === (better === 'higher') ? 'low' : 'high';
}
