import type { BenefitInputs } from './benefit.ts';
import { INPUTS_OF } from './card.ts';
import type { Role } from './codes.ts';
import type { Measured } from './measured.ts';

/** Inputs of which it is only counted what there was after the change. */
const ONLY_COUNTED = { per_item: 'volume', ratio: 'hours' } as const;

/** An input that was never measured before the change, or never after it. */
export interface LackingInput {
  role: Role;
  phase: 'before' | 'after';
}

/**
 * The first input of a benefit's method whose measurements are lacking, so that no month can be worked out; null where
 * each has what the method needs at some time, has no measure, or is counted by a robot, and for an indicator, which is
 * in nothing but itself. What lacks after the change comes first: it is what is still to be measured.
 */
export function lackingInput({
  benefit: { method },
  measures,
  runs,
}: Pick<BenefitInputs, 'measures' | 'runs'> & {
  benefit: Pick<BenefitInputs['benefit'], 'method'>;
}): LackingInput | null {
  if (method === 'indicator') return null;
  const counted = method === 'per_item' || method === 'ratio' ? ONLY_COUNTED[method] : null;
  const lacks = (role: Role, phase: LackingInput['phase']) => {
    const measure = measures[role];
    if (!measure || (role === 'volume' && runs)) return false;
    if (phase === 'before' && role === counted) return false;
    return !has(measure, phase) && !(role !== 'ratio' && has(measure, 'saved'));
  };
  for (const phase of ['after', 'before'] as const) {
    const role = INPUTS_OF[method].find((r) => lacks(r, phase));
    if (role) return { role, phase };
  }
  return null;
}

function has({ phases }: Measured, phase: 'before' | 'after' | 'saved'): boolean {
  return phases[phase].length > 0;
}
