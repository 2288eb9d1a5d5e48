import type { TFunction } from 'i18next';
import * as format from '../../format.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * What a field of a change is called: its own name last, and before it which of several it belongs to:
 * `inputs.minutes.baseline.value` → `Minutter: tal før`, `targets.2026-12-31.likely` → `31. dec. 2026: sandsynligt`.
 */
export function fieldLabel(field: string, t: TFunction, language: string): string {
  const parts = field.split('.');
  const own = parts.findLast((part) => !/^\d+$/.test(part) && !DAY.test(part)) ?? field;
  const name = t(`changes.field.${own as 'name'}`, { defaultValue: own });
  const [list, which] = parts;
  if (list === 'inputs' && which) {
    return `${t(`changes.role.${which as 'minutes'}`, { defaultValue: which })}: ${lower(name)}`;
  }
  if (list === 'risks' && which && parts.length > 2) return `${which}: ${lower(name)}`;
  const day = parts.find((part) => DAY.test(part));
  return day ? `${format.day(day, language)}: ${lower(name)}` : name;
}

/** A value as it is read: days as days, numbers in Danish, codes in words; nothing as such. */
export function valueText(
  field: string,
  value: string | number | boolean | null,
  t: TFunction,
  language: string,
): string {
  if (value === null || value === '') return t('changes.nothing');
  if (typeof value === 'boolean') return t(value ? 'changes.yes' : 'changes.no');
  if (typeof value === 'number')
    return /(^|\.)(attribution|probability)$/.test(field) ? format.share(value) : format.decimal(value);
  if (DAY.test(value)) return format.day(value, language);
  const own = field.split('.').at(-1);
  return t(`changes.value.${own as 'method'}.${value as 'hours'}`, { defaultValue: value });
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
