import type { TFunction } from 'i18next';
import type { Change, FieldChange } from '../../../server/contract/changes.ts';
import * as format from '../../format.ts';
import { valueText as measuredText } from '../measuring/words.ts';

/**
 * What was changed, in words: `Kortet`, `Opfølgning 1. jun. 2026`, `Måling efter, fra 2. jun. 2026: 4 → 4,5 minutter`; null
 * of what the history is alone about, as a project’s facts.
 */
export function thingText(
  { subject, of, fields, verb }: Change,
  t: TFunction,
  language: string,
): string | null {
  if (of === null) return null;
  const day = of.day === null ? '' : format.day(of.day, language);
  if (subject === 'benefit') return t('changes.thing.card');
  if (subject === 'followup')
    return t(of.day === null ? 'changes.thing.followups' : 'changes.thing.followup', { day });
  if (of.phase === null) return null;
  const head = t('changes.thing.measurement', { phase: t(`phase.${of.phase}`).toLowerCase(), day });
  const value = fields.find(({ field }) => field === 'value');
  if (!value) return head;
  const inUnit = (number: number) => measuredText(t, { unit: of.unit ?? '' }, { value: number, per: of.per });
  const { from, to } = value;
  const was = typeof from === 'number' ? from : null;
  const is = typeof to === 'number' ? to : null;
  const both = was !== null && is !== null;
  const arrow = both ? `${format.decimal(was)} → ${inUnit(is)}` : inUnit(was ?? is ?? 0);
  const emptied = verb === 'restored' && is === null ? ` → ${t('changes.nothing')}` : '';
  return `${head}: ${arrow}${emptied}`;
}

/** Whether there was nothing before a change, or nothing after it. */
export function emptySide({ fields, of }: Change): 'before' | 'after' | null {
  // What there always is of a thing: without it nothing else is.
  const always = of && fields.find(({ field }) => ['name', 'from', 'due'].includes(field));
  if (!always) return null;
  return always.from === null ? 'before' : always.to === null ? 'after' : null;
}

/** Whether a field is in what `thingText` says, or says nothing more: the key of what was made or is gone, and the usual. */
export function saidElsewhere({ field, from, to }: FieldChange, change: Change): boolean {
  const { subject } = change;
  const whole = emptySide(change) !== null;
  if (subject === 'followup') return whole && field === 'due';
  if (subject !== 'measurement') return false;
  if (field === 'value') return true;
  return whole && (['phase', 'from', 'per'].includes(field) || (from ?? to) === 'actual');
}
