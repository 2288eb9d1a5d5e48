import type { TFunction } from 'i18next';
import type { Per } from '../../server/domain/codes.ts';

/** A measure's unit with what its values are for: `timer om året`; a level's as it is. */
export function unitPer(
  { unit, per }: { unit: string | null; per: Per | null },
  t: TFunction,
): string | null {
  return unit === null || per === null ? unit : `${unit} ${t(`per.${per}`)}`;
}
