import type { CardChoices } from '../../../server/contract/card.ts';
import type { Card } from '../../../server/domain/card.ts';
import { estimateCard, explainEstimate, type StepEstimate } from '../../../server/domain/cardEstimate.ts';
import type { Explained } from '../../../server/domain/explain/step.ts';
import { ratesFor } from '../../../server/domain/rates.ts';

/** A rate that is about to be made. */
type NewRate = { hourlyKr: number; hoursPerFte: number } | null;

/** What a card's targets are worth a year, by the rates and robots that there are; `newRate` is one about to be made. */
export function estimated(card: Card, choices: CardChoices, newRate: NewRate = null): StepEstimate[] {
  const { usable, itemsPerYear } = known(card, choices, newRate);
  return estimateCard(card, usable, itemsPerYear);
}

/** How the likely gain a year of the target due on a day is worked out, in hours or in kroner; null without the target. */
export function estimateExplained(
  card: Card,
  choices: CardChoices,
  due: string,
  figure: 'hours' | 'gains',
  newRate: NewRate = null,
): Explained | null {
  const target = card.targets.find((own) => own.due === due);
  const { usable, itemsPerYear } = known(card, choices, newRate);
  return target ? explainEstimate(card, usable, itemsPerYear, target, figure) : null;
}

function known(card: Card, { rates, robots }: CardChoices, newRate: NewRate) {
  const own = rates.map((r) => ({ ...r, hourlyOere: Math.round(r.hourlyKr * 100) }));
  const made = newRate && {
    rate: 'new',
    validFrom: '1970-01-01',
    hourlyOere: Math.round(newRate.hourlyKr * 100),
    hoursPerFte: newRate.hoursPerFte,
  };
  const usable = made && rates.length === 0 ? [made] : ratesFor(own, card.rate);
  const volume = card.inputs.find((i) => i.role === 'volume')?.measure;
  const robot = robots.find((r) => `robot:${r.robot}` === volume);
  return { usable, itemsPerYear: robot?.itemsPerYear ?? null };
}
