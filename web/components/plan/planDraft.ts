import type { Plan, PlanYear } from '../../../server/contract/plan.ts';
import { inEqualParts } from '../../../server/domain/plan.ts';
import { type Fault, kronerField, kronerOf } from './amounts.ts';

/** A year of a plan as it is being written; `notes` are what to know of the figures that it was filled in with. */
export interface YearDraft {
  year: number;
  scenario0: string;
  scenario1: string;
  risk: string;
  notes: (NonNullable<Plan['draft'][number]['basis']> | 'incomplete' | 'unknown' | 'noCosts')[];
}

export interface PlanDraft {
  years: YearDraft[];
  approved: string;
  approvedBy: string;
  note: string;
}

/** What is wrong, by field: `2024.scenario0`, `approved`. */
export type PlanFaults = Readonly<Record<string, Fault>>;

const LEAST = { scenario0: undefined, scenario1: undefined, risk: 0 } as const;
export const AMOUNTS = ['scenario0', 'scenario1', 'risk'] as const;
const LONGEST = { approvedBy: 200, note: 4000 };

/** A plan filled in with what is known now, its risk pool spread equally over the years. */
export function planDraft(plan: Plan, today: string): PlanDraft {
  const known = plan.draft.map(
    (y): YearDraft => ({
      year: y.year,
      scenario0: kronerField(y.scenario0),
      scenario1: kronerField(y.scenario1),
      risk: '0',
      notes: [
        ...(y.basis === null ? [] : [y.basis]),
        ...(y.scenario0 === null ? (['unknown'] as const) : y.complete ? [] : (['incomplete'] as const)),
        ...(y.scenario1 === null ? (['noCosts'] as const) : []),
      ],
    }),
  );
  const years = known.length > 0 ? known : [emptyYear(Number(today.slice(0, 4)))];
  return { years: spreadRisk(years, plan.risks.pool), approved: today, approvedBy: '', note: '' };
}

export function emptyYear(year: number): YearDraft {
  return { year, scenario0: '', scenario1: '', risk: '0', notes: [] };
}

/** The years with a risk pool of some kroner in equal parts, which sum to it to the øre. */
export function spreadRisk(years: readonly YearDraft[], pool: number): YearDraft[] {
  const parts = inEqualParts(Math.round(pool * 100), years.length);
  return years.map((y, i) => ({ ...y, risk: kronerField((parts[i] ?? 0) / 100) }));
}

/** Planned net of a year in kroner, while it is being written; null until its amounts are numbers. */
export function netOf(year: YearDraft): number | null {
  const [scenario0, scenario1, risk] = AMOUNTS.map((name) => kronerOf(year[name], LEAST[name]));
  if (!scenario0 || !scenario1 || !risk) return null;
  if ('fault' in scenario0 || 'fault' in scenario1 || 'fault' in risk) return null;
  return Math.round((scenario0.value - scenario1.value - risk.value) * 100) / 100;
}

/** The sum of the years' risks in kroner; null until they are numbers. */
export function riskOf(years: readonly YearDraft[]): number | null {
  let sum = 0;
  for (const { risk } of years) {
    const found = kronerOf(risk, 0);
    if ('fault' in found) return null;
    sum += Math.round(found.value * 100);
  }
  return sum / 100;
}

/** The plan as it can be frozen, or what is wrong with it; `since` is when the version before it was approved. */
export function planOf(draft: PlanDraft, today: string, since: string | null) {
  const faults: Record<string, Fault> = {};
  const years = draft.years.map((y): PlanYear => {
    const amount = (name: (typeof AMOUNTS)[number]) => {
      const found = kronerOf(y[name], LEAST[name]);
      if ('value' in found) return found.value;
      faults[`${y.year}.${name}`] = found.fault;
      return 0;
    };
    return {
      year: y.year,
      scenario0: amount('scenario0'),
      scenario1: amount('scenario1'),
      risk: amount('risk'),
    };
  });
  if (draft.approved === '') faults.approved = 'required';
  else if (draft.approved > today) faults.approved = 'future';
  else if (since !== null && draft.approved < since) faults.approved = 'before-last';
  const approvedBy = draft.approvedBy.trim();
  if (approvedBy === '') faults.approvedBy = 'required';
  else if (approvedBy.length > LONGEST.approvedBy) faults.approvedBy = 'long';
  if (draft.note.length > LONGEST.note) faults.note = 'long';
  const { approved } = draft;
  return {
    faults: faults as PlanFaults,
    plan: { approved, approvedBy, note: draft.note.trim() || null, years },
  };
}
