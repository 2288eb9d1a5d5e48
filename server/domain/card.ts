import type { Basis, BENEFIT_TYPES, Method, Per, Role } from './codes.ts';

export const FREQUENCIES = ['week', 'month', 'quarter', 'half_year', 'year'] as const;
export type BenefitKind = (typeof BENEFIT_TYPES)[number];
export type Frequency = (typeof FREQUENCIES)[number];

/** What a measure was before the change, and how that is known. `to` and `per` are of flows. */
export interface Baseline {
  value: number;
  from: string;
  to: string | null;
  per: Per | null;
  n: number | null;
  note: string | null;
  /** Whether it was measured; unsaid it is as it was, and a new one is. */
  basis?: Basis | undefined;
}

/** One input of a card's method. `measure` is null until it is saved; `robot:` and a code where a robot counts. */
export interface CardInput {
  role: Role;
  measure: string | null;
  name: string;
  unit: string;
  better: 'higher' | 'lower';
  how: string | null;
  source: string | null;
  baseline: Baseline | null;
  /** That of a measure that the card takes up, as its editor saw it. */
  revision?: string | undefined;
}

/** A step on the way: the value to be reached by a day, and the worst and the best that may come of it. */
export interface CardTarget {
  due: string;
  pessimistic: number | null;
  likely: number;
  optimistic: number | null;
}

/** All that a benefit's card says. `attribution` is a fraction; `evidence` are addresses. */
export interface Card {
  name: string;
  change: string | null;
  type: BenefitKind;
  cashable: boolean | null;
  method: Method;
  inputs: CardInput[];
  targets: CardTarget[];
  rate: string | null;
  from: string | null;
  to: string | null;
  attribution: number;
  owner: string | null;
  ownerEmail: string | null;
  measuredBy: string | null;
  department: string | null;
  frequency: Frequency | null;
  confidence: string | null;
  phaseIn: string | null;
  assumptions: string | null;
  dependencies: string | null;
  risks: string | null;
  evidence: string[];
  deviation: string | null;
}

/** A card of which only the name is known: not in money, and nothing to measure it by, until its form is filled in. */
export function bareCard(name: string): Card {
  return {
    name,
    change: null,
    type: 'quality',
    cashable: null,
    method: 'indicator',
    inputs: [],
    targets: [],
    rate: null,
    from: null,
    to: null,
    attribution: 1,
    owner: null,
    ownerEmail: null,
    measuredBy: null,
    department: null,
    frequency: null,
    confidence: null,
    phaseIn: null,
    assumptions: null,
    dependencies: null,
    risks: null,
    evidence: [],
    deviation: null,
  };
}

/** The inputs that each method needs; the last is the one that it improves, and that has targets. */
export const INPUTS_OF: Record<Method, readonly Role[]> = {
  per_item: ['volume', 'minutes'],
  hours: ['hours'],
  ratio: ['hours', 'ratio'],
  fte: ['fte'],
  amount: ['amount'],
  indicator: ['indicator'],
};

/** The input that a method improves. */
export function improvedRole(method: Method): Role {
  return INPUTS_OF[method].at(-1) ?? 'indicator';
}

/** The input that a card's targets are of: its indicator, else the one that its method improves. */
export function targetRole(card: Pick<Card, 'method' | 'inputs'>): Role {
  return card.inputs.some((i) => i.role === 'indicator') ? 'indicator' : improvedRole(card.method);
}

/** Whether a method's gain is hours, money or neither: what must say whether it is taken out of a budget. */
export function isMonetary(method: Method): boolean {
  return method !== 'indicator';
}

const FLOWS: ReadonlySet<Role> = new Set(['volume', 'hours', 'amount']);

/** A flow has a value per day, month or year; a level holds until it is measured again. */
export function kindOf(role: Role): 'flow' | 'level' {
  return FLOWS.has(role) ? 'flow' : 'level';
}

/** A target with its ends in numeric order, as the warehouse keeps it: where lower is better, the optimistic is low. */
export function orderedEnds(
  { pessimistic, optimistic }: CardTarget,
  better: 'higher' | 'lower',
): { low: number | null; high: number | null } {
  return better === 'higher'
    ? { low: pessimistic, high: optimistic }
    : { low: optimistic, high: pessimistic };
}
