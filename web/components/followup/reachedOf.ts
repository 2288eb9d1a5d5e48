import type { TFunction } from 'i18next';
import type { FollowedBenefit } from '../../../server/contract/followups.ts';
import type { CalculatedFigure } from '../explain/CalculatedDialog.tsx';

/** How much of the way to the target is gone, with the numbers: (after − before) ÷ (target − before). */
export function reachedOf(
  b: Pick<FollowedBenefit, 'before' | 'after' | 'target' | 'reached' | 'unit'>,
  t: TFunction,
): Omit<CalculatedFigure, 'label'> {
  const number = (name: 'before' | 'now' | 'target', value: number | null) => ({
    name: t(`followup.${name}`),
    value: value ?? 0,
    unit: 'own' as const,
    own: b.unit,
  });
  const before = number('before', b.before);
  return {
    words: t('followup.reachedHow'),
    formula: [
      { sign: '(' },
      number('now', b.after),
      { sign: '−' },
      before,
      { sign: ')' },
      { sign: '÷' },
      { sign: '(' },
      number('target', b.target),
      { sign: '−' },
      before,
      { sign: ')' },
    ],
    result: { value: b.reached ?? 0, unit: 'share', own: null },
  };
}
