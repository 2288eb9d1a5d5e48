import { type Carrier, goalSum } from '../goalSum.ts';
import { apart } from './project.ts';
import { type Explained, step, sumFormula, summed } from './step.ts';

/** A benefit that carries a goal; gains in kroner. */
export interface GoalCarrier extends Carrier {
  project: string;
  benefit: string;
  name: string;
  expected: boolean;
}

/** How the gains of the benefits that carry a goal sum up, in kroner; those that are unknown are named apart. */
export function explainGoal(carriers: readonly GoalCarrier[]): Explained {
  const { gains, reasons } = goalSum(carriers);
  const steps = carriers.map(({ project, benefit, name, expected, gains: value, reasons: why }) =>
    step(value, 'kr', [], {
      label: name,
      expected,
      reason: value === null ? (why.gains ?? null) : null,
      refers: { project, benefit, figure: 'gains' },
    }),
  );
  const known = steps.filter((s) => s.value !== null);
  return {
    value: gains,
    unit: 'kr',
    own: null,
    reason: gains === null ? (reasons.gains ?? 'no-data') : null,
    formula: gains === null ? [] : sumFormula('kr', known),
    sections: [summed('benefits', 'kr', known), ...apart(steps)].filter((s) => s.steps.length > 0),
    rounded: null,
  };
}
