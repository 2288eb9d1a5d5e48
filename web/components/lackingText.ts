import type { TFunction } from 'i18next';
import type { Benefit } from '../../server/contract/benefits.ts';

/** Which measurement a benefit's gains wait for, in words; undefined where it is for another reason that they are unknown. */
export function lackingText(t: TFunction, { lacking, reasons }: Benefit): string | undefined {
  if (lacking === null || reasons.gains === 'not-over' || reasons.gains === 'wrong-measure') return undefined;
  return t(`benefits.lacks.${lacking.phase}`, { name: lacking.name });
}
