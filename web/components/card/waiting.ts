import type { TFunction } from 'i18next';
import { type Card, targetRole } from '../../../server/domain/card.ts';
import type { Reading } from './readDraft.ts';

/** A part of a card's field names that says which field it is, where the form calls it otherwise. */
const CALLED = { name: 'measureName' } as const;
const FIELDS = [
  'name',
  'unit',
  'value',
  'per',
  'from',
  'to',
  'n',
  'note',
  'due',
  'likely',
  'pessimistic',
  'optimistic',
] as const;

/** What the estimate waits for, in words: the first thing that lacks, or the field that stops it; null once it can be worked out. */
export function waitingFor(t: TFunction, { card, faults }: Pick<Reading, 'card' | 'faults'>): string | null {
  if (!card) return t('card.result.waits.method');
  const role = targetRole(card);
  const input = card.inputs.find((i) => i.role === role);
  const name = input?.name ?? '';
  const stops = [...faults].find(
    ([field, fault]) =>
      field.startsWith('targets.') ||
      field === `inputs.${role}.baseline.from` ||
      (field.startsWith('inputs.') && fault !== 'required'),
  );
  if (stops) {
    const [at, fault] = stops;
    return t('card.result.waits.field', { field: fieldText(t, at, card), fault: t(`card.fault.${fault}`) });
  }
  if (!input?.baseline) return t('card.result.waits.before', { name });
  return card.targets.length === 0 ? t('card.result.waits.target', { name }) : null;
}

/** A field as the form calls it, with the measure or the step that it is of. */
function fieldText(t: TFunction, at: string, { inputs }: Card): string {
  const [list, of = ''] = at.split('.');
  const last = FIELDS.find((field) => at.endsWith(`.${field}`)) ?? 'value';
  const measure = inputs.find((i) => i.role === of)?.name ?? '';
  const field = t(`card.field.${last === 'name' ? CALLED.name : last}`, { name: measure });
  if (list === 'targets') return `${t('card.stepLegend', { number: Number(of) + 1 })}: ${field}`;
  return last === 'value' ? field : `${measure}: ${field}`;
}
