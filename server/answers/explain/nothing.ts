import type { Explanation } from '../../contract/explanations.ts';

/** What most figures have nothing of: each explanation says only what its figure has. */
export const NOTHING = {
  benefit: null,
  benefitName: null,
  party: null,
  about: null,
  year: null,
  method: null,
  sections: [],
  basis: 'actual',
  measurements: [],
  runs: null,
  rates: [],
  targets: [],
  plan: null,
  risks: [],
} satisfies Partial<Explanation>;
