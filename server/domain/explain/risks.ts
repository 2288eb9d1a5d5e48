import { expectedCost, type Risk, riskPool } from '../plan.ts';
import type { RiskFigure } from './figures.ts';
import { type Explained, type Formula, type Step, sign, step, sumFormula, summed, term } from './step.ts';

/** How a risk's expected cost (or either of its inputs), probability × consequence, or the pool that they sum to was worked out, in kroner. */
export function explainRisks(
  project: string,
  risks: readonly Risk[],
  figure: RiskFigure,
  named: string | null,
): Explained {
  const base = { unit: 'kr', own: null, rounded: 'oere' } as const;
  if (figure !== 'riskPool') {
    const risk = risks.find((r) => r.risk === named);
    if (!risk) return { ...base, value: null, reason: 'no-data', formula: [], sections: [] };
    const formula = formulaOf(risk);
    const known = { ...base, reason: null, sections: [] };
    if (figure === 'riskExpected') return { ...known, value: expectedCost(risk) / 100, formula };
    return figure === 'riskProbability'
      ? { ...known, unit: 'share', value: risk.probability, formula: formula.slice(0, 1), rounded: null }
      : { ...known, value: risk.consequence / 100, formula: formula.slice(-1) };
  }
  const steps = risks.map((risk): Step => {
    const refers = { project, benefit: null, figure: 'riskExpected', of: { risk: risk.risk } } as const;
    return step(expectedCost(risk) / 100, 'kr', formulaOf(risk), { label: risk.risk, refers });
  });
  return {
    ...base,
    value: riskPool(risks) / 100,
    reason: null,
    formula: sumFormula('kr', steps),
    sections: [summed('risks', 'kr', steps)],
  };
}

function formulaOf({ probability, consequence }: Risk): Formula {
  return [term('probability', probability, 'share'), sign('×'), term('consequence', consequence / 100, 'kr')];
}
