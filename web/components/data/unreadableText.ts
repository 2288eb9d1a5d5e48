import type { TFunction } from 'i18next';
import * as format from '../../format.ts';

/**
 * Why a file cannot be read, in the reader's language, by the details of its error.
 * @returns '' where they tell no reason that is known
 */
export function unreadableText(
  t: TFunction,
  { why, ...values }: Readonly<Record<string, string | number | null>>,
): string {
  if (typeof why !== 'string') return '';
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? format.count(value) : value,
  ]);
  return t(`told.unreadable.${why as 'empty'}`, { ...Object.fromEntries(shown), defaultValue: '' });
}
