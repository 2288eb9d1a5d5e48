import type { Plan, Risk } from '../../../server/contract/plan.ts';
import { fieldNumber } from '../edit/numbers.ts';
import { type Fault, fractionOf, kronerField, kronerOf } from './amounts.ts';

/** A risk as it is being written. `id` only tells the rows apart. */
export interface RiskDraft {
  id: number;
  risk: string;
  probability: string;
  consequence: string;
}

export type RiskFaults = Partial<Record<'risk' | 'probability' | 'consequence', Fault>>;

const LONGEST = 400;

export function riskDrafts(risks: Plan['risks']): RiskDraft[] {
  const rows = risks.list.map((r, id) => ({
    id,
    risk: r.risk,
    probability: fieldNumber(Number((r.probability * 100).toPrecision(12))),
    consequence: kronerField(r.consequence),
  }));
  return rows.length > 0 ? rows : [emptyRisk(rows)];
}

export function emptyRisk(rows: readonly RiskDraft[]): RiskDraft {
  const id = rows.reduce((most, row) => Math.max(most, row.id), -1) + 1;
  return { id, risk: '', probability: '', consequence: '' };
}

/** The risks as they can be saved, without rows that are empty; and what is wrong, by row. */
export function risksOf(rows: readonly RiskDraft[]) {
  const faults = new Map<number, RiskFaults>();
  const risks: Omit<Risk, 'expected'>[] = [];
  const names = new Set<string>();
  for (const row of rows) {
    if (`${row.risk}${row.probability}${row.consequence}`.trim() === '') continue;
    const own: RiskFaults = {};
    const risk = row.risk.trim();
    if (risk === '') own.risk = 'required';
    else if (risk.length > LONGEST) own.risk = 'long';
    else if (names.has(risk.toLowerCase())) own.risk = 'double';
    names.add(risk.toLowerCase());
    const probability = fractionOf(row.probability);
    const consequence = kronerOf(row.consequence, 0);
    if ('fault' in probability) own.probability = probability.fault;
    if ('fault' in consequence) own.consequence = consequence.fault;
    if ('value' in probability && 'value' in consequence)
      risks.push({ risk, probability: probability.value, consequence: consequence.value });
    if (Object.keys(own).length > 0) faults.set(row.id, own);
  }
  return { risks, faults };
}
