import {
  type Card,
  type CardInput,
  type CardTarget,
  INPUTS_OF,
  isMonetary,
  kindOf,
  targetRole,
} from './card.ts';
import { fitsAs } from './inputFit.ts';
import { type Fault, faults, type ValueFault, valueFault } from './measurementRules.ts';
import { isDay } from './schedule.ts';

/** What may be wrong with a card. */
export type CardFault =
  | ValueFault
  | 'required'
  | 'too-long'
  | 'not-a-day'
  | 'not-an-email'
  | 'not-an-address'
  | 'not-whole'
  | 'ends-before'
  | 'future'
  | 'wrong-unit'
  | 'due-before-baseline'
  | 'due-twice'
  | 'wrong-direction'
  | 'wrong-order'
  | 'period-without-end'
  | 'unknown-input';

/** One thing that is wrong, by its place in the card: `name`, `inputs.minutes.baseline.value`, `targets.0.due`. */
export interface CardIssue {
  field: string;
  fault: CardFault;
}

const LONGEST_LINE = 200;
const LONGEST_TEXT = 4_000;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LINES = ['owner', 'measuredBy', 'department', 'confidence'] as const;
const TEXTS = ['change', 'phaseIn', 'assumptions', 'dependencies', 'risks', 'deviation'] as const;
/** A measurement's faults as a card calls them; the others are of what a card does not ask for. */
const SAID_AS: Partial<Record<Fault, CardFault>> = {
  'not-day': 'not-a-day',
  'needs-per': 'required',
  'needs-end': 'period-without-end',
  'not-count': 'not-whole',
  'ends-before': 'ends-before',
  future: 'future',
  negative: 'negative',
  'not-a-percentage': 'not-a-percentage',
  'not-above-zero': 'not-above-zero',
};

/**
 * Everything that is wrong with a card, in the order of the form; the page and the server ask the same. Units, baselines and
 * targets that stand as they did in `before`, and were as wrong there, keep nobody from changing the rest: a file may have
 * brought them.
 */
export function cardIssues(card: Card, today: string, before: Card | null = null): CardIssue[] {
  const issues = allIssues(card, today);
  if (!before) return issues;
  const stood = new Set(allIssues(before, today).map((issue) => standing(before, issue)));
  return issues.filter((issue) => !stood.has(standing(card, issue) ?? ''));
}

/** What tells an issue of a unit, a baseline or a target from the same one of another; null for any other issue. */
function standing({ inputs, targets }: Card, { field, fault }: CardIssue): string | null {
  const [list, at = '', part, detail = null] = field.split('.');
  const input = inputs.find(({ role }) => role === at);
  if (list === 'targets') return JSON.stringify([targets[Number(at)], part, fault]);
  if (list !== 'inputs' || !input) return null;
  if (part === 'unit') return JSON.stringify([at, input.unit, fault]);
  const said = Object.entries(input.baseline ?? {}).find(([name]) => name === detail);
  return part === 'baseline' ? JSON.stringify([at, said, fault]) : null;
}

function allIssues(card: Card, today: string): CardIssue[] {
  const issues: CardIssue[] = [];
  const wrong = (field: string, fault: CardFault) => issues.push({ field, fault });
  const name = nameFault(card.name);
  if (name) wrong('name', name);
  if (isMonetary(card.method) && card.cashable === null) wrong('cashable', 'required');
  const needed = INPUTS_OF[card.method];
  for (const role of needed) {
    if (!card.inputs.some((i) => i.role === role)) wrong(`inputs.${role}.name`, 'required');
  }
  for (const [i, input] of card.inputs.entries()) {
    const twice = card.inputs.slice(0, i).some(({ role }) => role === input.role);
    if (twice || (!needed.includes(input.role) && input.role !== 'indicator')) {
      wrong(`inputs.${input.role}.name`, 'unknown-input');
    } else issues.push(...inputIssues(input, today));
  }
  issues.push(...targetIssues(card));
  for (const field of LINES) if ((card[field]?.length ?? 0) > LONGEST_LINE) wrong(field, 'too-long');
  for (const field of TEXTS) if ((card[field]?.length ?? 0) > LONGEST_TEXT) wrong(field, 'too-long');
  if (card.ownerEmail !== null && !EMAIL.test(card.ownerEmail)) wrong('ownerEmail', 'not-an-email');
  if (!(card.attribution >= 0 && card.attribution <= 1)) wrong('attribution', 'not-a-percentage');
  for (const field of ['from', 'to'] as const) {
    const day = card[field];
    if (day !== null && !isDay(day)) wrong(field, 'not-a-day');
  }
  if (card.from !== null && card.to !== null && card.to < card.from) wrong('to', 'ends-before');
  if (card.evidence.some((address) => !isAddress(address))) wrong('evidence', 'not-an-address');
  if (card.evidence.join('\n').length > LONGEST_TEXT) wrong('evidence', 'too-long');
  return issues;
}

/** What is wrong with a benefit's name; null where nothing is. */
export function nameFault(name: string): 'required' | 'too-long' | null {
  if (name.trim() === '') return 'required';
  return name.length > LONGEST_LINE ? 'too-long' : null;
}

/** Only addresses of the web: a `javascript:` link is none. */
function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\/[^\s/]\S*$/i.test(text);
}

function inputIssues(input: CardInput, today: string): CardIssue[] {
  const place = `inputs.${input.role}`;
  const issues: CardIssue[] = [];
  const wrong = (field: string, fault: CardFault) => issues.push({ field: `${place}.${field}`, fault });
  if (input.measure?.startsWith('robot:')) {
    if (input.role !== 'volume') wrong('name', 'unknown-input');
    return issues;
  }
  for (const field of ['name', 'unit'] as const) {
    if (input[field].trim() === '') wrong(field, 'required');
    if (input[field].length > LONGEST_LINE) wrong(field, 'too-long');
  }
  const kind = kindAsked(input);
  if (input.unit.trim() !== '' && !fitsAs(input.role, { kind, unit: input.unit }))
    wrong('unit', 'wrong-unit');
  for (const field of ['how', 'source'] as const) {
    if ((input[field]?.length ?? 0) > LONGEST_TEXT) wrong(field, 'too-long');
  }
  const { baseline } = input;
  if (!baseline) return issues;
  const { value, from, to, n, basis = 'actual' } = baseline;
  const per = kind === 'level' ? null : baseline.per;
  const unsaid = { low: null, high: null, counted: null };
  const entry = { phase: 'before', basis, value, from, to, per, n, ...unsaid } as const;
  const found = faults(entry, { kind, unit: input.unit, roles: [input.role] }, today);
  for (const field of ['value', 'from', 'to', 'per', 'n'] as const) {
    const fault = found[field];
    const said = fault && SAID_AS[fault];
    if (said) wrong(`baseline.${field}`, said);
  }
  if ((baseline.note?.length ?? 0) > LONGEST_TEXT) wrong('baseline.note', 'too-long');
  return issues;
}

/** Whether an input is a flow: by its role, and an indicator by how its baseline is said. */
function kindAsked({ role, baseline }: CardInput): 'flow' | 'level' {
  return role === 'indicator' && (baseline?.per ?? null) !== null ? 'flow' : kindOf(role);
}

function targetIssues(card: Card): CardIssue[] {
  const input = card.inputs.find((i) => i.role === targetRole(card));
  return card.targets.flatMap((target, i) => {
    const issues = stepIssues(target, input).map(({ field, fault }) => ({
      field: `targets.${i}.${field}`,
      fault,
    }));
    const twice = card.targets.slice(0, i).some((t) => t.due === target.due);
    if (twice) issues.push({ field: `targets.${i}.due`, fault: 'due-twice' });
    return issues;
  });
}

/** The likely target must improve on the baseline; the points must come in order from pessimistic to optimistic. */
function stepIssues(target: CardTarget, input: CardInput | undefined): CardIssue[] {
  const issues: CardIssue[] = [];
  const wrong = (field: string, fault: CardFault) => issues.push({ field, fault });
  if (!isDay(target.due)) wrong('due', 'not-a-day');
  if (!input) return issues;
  const { baseline } = input;
  if (baseline && isDay(target.due) && target.due < baseline.from) wrong('due', 'due-before-baseline');
  for (const point of ['likely', 'pessimistic', 'optimistic'] as const) {
    const value = target[point];
    const fault = value === null ? null : valueFault({ unit: input.unit, roles: [input.role] }, value);
    if (fault) wrong(point, fault);
  }
  const sign = input.better === 'higher' ? 1 : -1;
  if (baseline && (target.likely - baseline.value) * sign < 0) wrong('likely', 'wrong-direction');
  const { pessimistic, optimistic } = target;
  if (pessimistic !== null && (target.likely - pessimistic) * sign < 0) wrong('pessimistic', 'wrong-order');
  if (optimistic !== null && (optimistic - target.likely) * sign < 0) wrong('optimistic', 'wrong-order');
  return issues;
}
