import type { PayerFigures } from '../payers.ts';
import type { SHARES } from './figures.ts';
import { type Explained, type Of, type Step, step, sumFormula, summed } from './step.ts';

/** How all parties' shares of the costs or of the known gains sum to the whole. `project` null is the portfolio. */
export function explainShares(
  all: PayerFigures,
  figure: (typeof SHARES)[number],
  project: string | null,
): Explained {
  const one = figure === 'costShares' ? 'costShare' : 'gainShare';
  const steps = all.rows.flatMap((row): Step[] => {
    const value = row[one];
    const registered = row.registered[one === 'costShare' ? 'costs' : 'gains'];
    if (value === null || !registered) return [];
    const of: Of = row.name === null ? {} : { party: row.name };
    if (row.municipality !== null) of.partyMunicipality = row.municipality;
    const named = row.kind === 'party' ? null : row.kind === 'no-payer' ? 'noPayer' : 'noDepartment';
    const refers = { project, benefit: null, figure: one, of } as const;
    return [step(value, 'share', [], { label: row.name, term: named, refers })];
  });
  const known = steps.length > 0;
  const section = summed('parties', 'share', steps);
  const none = figure === 'costShares' ? 'no-costs' : (all.reason ?? 'no-data');
  return {
    value: known ? section.total : null,
    unit: 'share',
    own: null,
    reason: known ? null : none,
    formula: known ? sumFormula('share', steps) : [],
    sections: known ? [section] : [],
    rounded: null,
  };
}
