import {
  type Card,
  type CardInput,
  type CardTarget,
  INPUTS_OF,
  isMonetary,
  kindOf,
  targetRole,
} from './card.ts';
import type { Role } from './codes.ts';
import { isDay } from './schedule.ts';

/** What may be wrong with a card. */
export type CardFault =
  | 'required'
  | 'too-long'
  | 'not-a-day'
  | 'not-a-percentage'
  | 'negative'
  | 'not-above-zero'
  | 'not-an-email'
  | 'not-an-address'
  | 'not-whole'
  | 'ends-before'
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
const NEVER_NEGATIVE: ReadonlySet<Role> = new Set(['volume', 'minutes', 'hours', 'fte']);

/**
 * Everything that is wrong with a card, in the order of the form; the page and the server ask the same. Targets that stand
 * as they did in `before`, and were as wrong there, keep nobody from changing the rest: a file may have brought them.
 */
export function cardIssues(card: Card, before: Card | null = null): CardIssue[] {
  const issues: CardIssue[] = [];
  const wrong = (field: string, fault: CardFault) => issues.push({ field, fault });
  if (card.name.trim() === '') wrong('name', 'required');
  if (card.name.length > LONGEST_LINE) wrong('name', 'too-long');
  if (isMonetary(card.method) && card.cashable === null) wrong('cashable', 'required');
  const needed = INPUTS_OF[card.method];
  for (const role of needed) {
    if (!card.inputs.some((i) => i.role === role)) wrong(`inputs.${role}.name`, 'required');
  }
  for (const [i, input] of card.inputs.entries()) {
    const twice = card.inputs.slice(0, i).some(({ role }) => role === input.role);
    if (twice || (!needed.includes(input.role) && input.role !== 'indicator')) {
      wrong(`inputs.${input.role}.name`, 'unknown-input');
    } else issues.push(...inputIssues(input));
  }
  issues.push(...newTargetIssues(card, before));
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

/** Only addresses of the web: a `javascript:` link is none. */
function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\/[^\s/]\S*$/i.test(text);
}

/** A measure in per cent, by its unit. */
function isPercentage(unit: string): boolean {
  return /^(%|pct|procent\b)/i.test(unit.trim());
}

function inputIssues(input: CardInput): CardIssue[] {
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
  for (const field of ['how', 'source'] as const) {
    if ((input[field]?.length ?? 0) > LONGEST_TEXT) wrong(field, 'too-long');
  }
  const { baseline } = input;
  if (!baseline) return issues;
  const fault = valueFault(input, baseline.value);
  if (fault) wrong('baseline.value', fault);
  if (!isDay(baseline.from)) wrong('baseline.from', 'not-a-day');
  if (baseline.to !== null && !isDay(baseline.to)) wrong('baseline.to', 'not-a-day');
  if (baseline.to !== null && baseline.to < baseline.from) wrong('baseline.to', 'ends-before');
  if (kindOf(input.role) === 'flow' && baseline.per === null) {
    wrong('baseline.per', 'required');
  }
  if (baseline.per === 'period' && baseline.to === null) wrong('baseline.to', 'period-without-end');
  if (baseline.n !== null && !(Number.isSafeInteger(baseline.n) && baseline.n >= 0)) {
    wrong('baseline.n', 'not-whole');
  }
  if ((baseline.note?.length ?? 0) > LONGEST_TEXT) wrong('baseline.note', 'too-long');
  return issues;
}

/** What is wrong with a value of an input, before or as a target: minutes are not negative, per cent are 0–100. */
function valueFault(input: CardInput, value: number): CardFault | null {
  if (NEVER_NEGATIVE.has(input.role) && value < 0) return 'negative';
  if (isPercentage(input.unit) && (value < 0 || value > 100)) return 'not-a-percentage';
  // A ratio is divided by.
  return input.role === 'ratio' && value <= 0 ? 'not-above-zero' : null;
}

function newTargetIssues(card: Card, before: Card | null): CardIssue[] {
  const issues = targetIssues(card);
  if (!before) return issues;
  const known = ({ targets }: Card, { field, fault }: CardIssue) => {
    const [, at = '', part] = field.split('.');
    return JSON.stringify([targets[Number(at)], part, fault]);
  };
  const stood = new Set(targetIssues(before).map((issue) => known(before, issue)));
  return issues.filter((issue) => !stood.has(known(card, issue)));
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
    const fault = value === null ? null : valueFault(input, value);
    if (fault) wrong(point, fault);
  }
  const sign = input.better === 'higher' ? 1 : -1;
  if (baseline && (target.likely - baseline.value) * sign < 0) wrong('likely', 'wrong-direction');
  const { pessimistic, optimistic } = target;
  if (pessimistic !== null && (target.likely - pessimistic) * sign < 0) wrong('pessimistic', 'wrong-order');
  if (optimistic !== null && (optimistic - target.likely) * sign < 0) wrong('optimistic', 'wrong-order');
  return issues;
}
