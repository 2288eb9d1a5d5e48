import type { CardChoices } from '../../../server/contract/card.ts';
import {
  type Card,
  type CardInput,
  type CardTarget,
  INPUTS_OF,
  kindOf,
} from '../../../server/domain/card.ts';
import { type Basis, type Method, type Per, ROLES, type Role } from '../../../server/domain/codes.ts';
import { fieldNumber } from '../edit/numbers.ts';

/** One input as it is typed. `measure` is '' for a new one. */
export interface InputDraft {
  measure: string;
  name: string;
  unit: string;
  better: 'higher' | 'lower';
  how: string;
  source: string;
  value: string;
  from: string;
  to: string;
  per: Per | '';
  n: string;
  note: string;
  basis: Basis;
  /** Of a measure that was chosen here: as it was then; '' of a new one, and of one that the card has. */
  revision: string;
}

export interface TargetDraft {
  due: string;
  pessimistic: string;
  likely: string;
  optimistic: string;
}

/** A card as it is typed: texts, empty where nothing is said. */
export interface Draft {
  name: string;
  change: string;
  type: Card['type'];
  cashable: '' | 'yes' | 'no';
  method: Method | '';
  /** An indicator beside the method's own inputs, as some loaded benefits have. */
  keepsIndicator: boolean;
  inputs: Record<Role, InputDraft>;
  targets: TargetDraft[];
  /** The unit of targets that were taken out when another method was chosen; '' where none were. */
  targetsWereIn: string;
  rate: string;
  hourlyKr: string;
  hoursPerFte: string;
  from: string;
  to: string;
  attribution: string;
  owner: string;
  ownerEmail: string;
  measuredBy: string;
  department: string;
  frequency: NonNullable<Card['frequency']> | '';
  confidence: string;
  phaseIn: string;
  assumptions: string;
  dependencies: string;
  risks: string;
  evidence: string;
  deviation: string;
}

export const NO_TARGET: TargetDraft = { due: '', pessimistic: '', likely: '', optimistic: '' };

type Names = Record<Role, { name: string; unit: string }>;

/** An empty card. `names` are what its inputs are called until someone says otherwise. */
export function emptyDraft(names: Names): Draft {
  const input = (role: Role): InputDraft => ({
    measure: '',
    ...names[role],
    better: role === 'ratio' || role === 'volume' || role === 'indicator' ? 'higher' : 'lower',
    how: '',
    source: '',
    value: '',
    from: '',
    to: '',
    per: kindOf(role) === 'flow' ? 'year' : '',
    n: '',
    note: '',
    basis: 'actual',
    revision: '',
  });
  return {
    name: '',
    change: '',
    type: 'productivity',
    cashable: '',
    method: '',
    keepsIndicator: false,
    inputs: Object.fromEntries(ROLES.map((role) => [role, input(role)])) as Draft['inputs'],
    targets: [NO_TARGET],
    targetsWereIn: '',
    rate: '',
    hourlyKr: '',
    hoursPerFte: '',
    from: '',
    to: '',
    attribution: '100',
    owner: '',
    ownerEmail: '',
    measuredBy: '',
    department: '',
    frequency: '',
    confidence: '',
    phaseIn: '',
    assumptions: '',
    dependencies: '',
    risks: '',
    evidence: '',
    deviation: '',
  };
}

/** A card as its form shows it. */
export function draftOf(card: Card, names: Names): Draft {
  const draft = emptyDraft(names);
  for (const input of card.inputs) draft.inputs[input.role] = inputDraft(input, input.role);
  const text = (value: string | null) => value ?? '';
  return {
    ...draft,
    name: card.name,
    change: text(card.change),
    type: card.type,
    cashable: card.cashable === null ? '' : card.cashable ? 'yes' : 'no',
    method: card.method,
    keepsIndicator: card.method !== 'indicator' && card.inputs.some((i) => i.role === 'indicator'),
    targets: targetDrafts(card.targets),
    rate: text(card.rate),
    from: text(card.from),
    to: text(card.to),
    attribution: percentField(card.attribution),
    owner: text(card.owner),
    ownerEmail: text(card.ownerEmail),
    measuredBy: text(card.measuredBy),
    department: text(card.department),
    frequency: card.frequency ?? '',
    confidence: text(card.confidence),
    phaseIn: text(card.phaseIn),
    assumptions: text(card.assumptions),
    dependencies: text(card.dependencies),
    risks: text(card.risks),
    evidence: card.evidence.join('\n'),
    deviation: text(card.deviation),
  };
}

/** A fraction as a field shows it, in per cent with four decimals at most: a third → `33,3333` */
export function percentField(fraction: number): string {
  return fieldNumber(Math.round(fraction * 1e6) / 1e4);
}

/** A card to begin a new one from: how it is measured and on what terms, but none of its figures or its people. */
export function copyOf(card: Card, names: Names): Draft {
  const draft = draftOf(card, names);
  for (const role of ROLES) {
    const { name, unit, better, how, source, per } = draft.inputs[role];
    const blank = emptyDraft(names).inputs[role];
    const counts = draft.inputs[role].measure.startsWith('robot:');
    draft.inputs[role] = counts ? blank : { ...blank, name, unit, better, how, source, per };
  }
  const none = { rate: '', from: '', to: '', owner: '', ownerEmail: '', measuredBy: '', department: '' };
  return { ...draft, ...none, targets: [NO_TARGET], evidence: '', deviation: '' };
}

/** What a measure that is there already says. */
export function inputOfChoice(choice: CardChoices['measures'][number], role: Role): InputDraft {
  return inputDraft({ ...choice, role }, role);
}

export function targetDrafts(targets: readonly CardTarget[]): TargetDraft[] {
  const drafts = targets.map(({ due, pessimistic, likely, optimistic }) => ({
    due,
    pessimistic: fieldNumber(pessimistic),
    likely: fieldNumber(likely),
    optimistic: fieldNumber(optimistic),
  }));
  return drafts.length === 0 ? [NO_TARGET] : drafts;
}

/** The inputs that a draft's method asks for. */
export function rolesOf({
  method,
  keepsIndicator,
}: Pick<Draft, 'method' | 'keepsIndicator'>): readonly Role[] {
  if (method === '') return [];
  return keepsIndicator && method !== 'indicator' ? [...INPUTS_OF[method], 'indicator'] : INPUTS_OF[method];
}

/** What another choice does to a draft's targets: in another unit than before only their days stay. */
export function withTargetsFor(draft: Draft, change: Partial<Draft>): Partial<Draft> {
  const unitOf = (d: Draft) => {
    const role = judgedRoleOf(d);
    return role === null ? '' : d.inputs[role].unit;
  };
  const [was, is] = [unitOf(draft), unitOf({ ...draft, ...change })];
  const isSaid = draft.targets.some((t) => `${t.pessimistic}${t.likely}${t.optimistic}`.trim() !== '');
  if (was === is || was === '' || !isSaid) return change;
  return {
    ...change,
    targets: draft.targets.map(({ due }) => ({ ...NO_TARGET, due })),
    targetsWereIn: was,
  };
}

/** The input whose targets a draft's are; none until there is a method. */
export function judgedRoleOf(draft: Pick<Draft, 'method' | 'keepsIndicator'>): Role | null {
  const roles = rolesOf(draft);
  return roles.includes('indicator') ? 'indicator' : (roles.at(-1) ?? null);
}

function inputDraft(input: CardInput, role: Role): InputDraft {
  const { baseline } = input;
  return {
    measure: input.measure ?? '',
    name: input.name,
    unit: input.unit,
    better: input.better,
    how: input.how ?? '',
    source: input.source ?? '',
    value: fieldNumber(baseline?.value),
    from: baseline?.from ?? '',
    to: baseline?.to ?? '',
    per: baseline?.per ?? (kindOf(role) === 'flow' ? 'year' : ''),
    n: fieldNumber(baseline?.n),
    note: baseline?.note ?? '',
    basis: baseline?.basis ?? 'actual',
    revision: input.revision ?? '',
  };
}
