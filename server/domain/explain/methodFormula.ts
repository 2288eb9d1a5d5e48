import type { Phase, Role } from '../codes.ts';
import type { MethodInputs } from '../methods.ts';
import { hoursPerUnit, kronerPerUnit } from '../units.ts';
import { type BenefitPart, inputKey } from './benefitParts.ts';
import { type Formula, sign, type Term, type TermName, term } from './step.ts';

/** A method's formula with the numbers of one part put in: hours, or kroner for an amount. */
export const METHOD_FORMULA: Record<
  'per_item' | 'hours' | 'ratio' | 'fte' | 'amount',
  (part: BenefitPart, inputs: MethodInputs) => Formula
> = {
  per_item: perItem,
  hours: (part, inputs) => [...change(part, inputs, 'hours', HOURS), ...inHours(inputs, 'hours', 'hours')],
  ratio,
  fte,
  amount,
};

type Names = Record<Phase, TermName>;
const MINUTES: Names = { before: 'minutesBefore', after: 'minutesAfter', saved: 'minutesSaved' };
const HOURS: Names = { before: 'hoursBefore', after: 'hoursAfter', saved: 'hoursSaved' };
const FTE: Names = { before: 'fteBefore', after: 'fteAfter', saved: 'fteSaved' };
const AMOUNT: Names = { before: 'amountBefore', after: 'amountAfter', saved: 'amountSaved' };

/** items × (minutes before − minutes after) ÷ 60 */
function perItem(part: BenefitPart, inputs: MethodInputs): Formula {
  const runs = part.inputs.get(inputKey('volume', 'runs'));
  const items =
    runs === undefined ? observed(part, inputs, 'volume', 'items') : term('items', runs, 'number');
  return [
    items,
    sign('×'),
    ...change(part, inputs, 'minutes', MINUTES),
    ...inHours(inputs, 'minutes', 'minutes'),
  ];
}

/** hours at work × (1 − ratio before ÷ ratio after) */
function ratio(part: BenefitPart, inputs: MethodInputs): Formula {
  const value = (phase: Phase, name: TermName) => input(part, inputs, 'ratio', phase, name);
  return [
    observed(part, inputs, 'hours', 'hoursAtWork'),
    sign('×'),
    sign('('),
    term('constant', 1, 'number'),
    sign('−'),
    value('before', 'ratioBefore'),
    sign('÷'),
    value('after', 'ratioAfter'),
    sign(')'),
    ...inHours(inputs, 'hours', 'hours'),
  ];
}

/** (FTE before − FTE after) × hours per FTE ÷ 12 × months */
function fte(part: BenefitPart, inputs: MethodInputs): Formula {
  return [
    ...change(part, inputs, 'fte', FTE),
    sign('×'),
    term('hoursPerFte', part.rate?.hoursPerFte ?? 0, 'hours'),
    sign('÷'),
    term('monthsOfYear', 12, 'number'),
    sign('×'),
    term('months', part.months, 'months'),
  ];
}

/** amount before − amount after, in kroner */
function amount(part: BenefitPart, inputs: MethodInputs): Formula {
  const per = kronerPerUnit(inputs.measures.amount?.unit ?? '');
  const formula = change(part, inputs, 'amount', AMOUNT);
  return per === 1 ? formula : [...formula, sign('×'), term('kronerPerUnit', per, 'kr')];
}

/** (before − after), or what was measured as saved. */
function change(part: BenefitPart, inputs: MethodInputs, role: Role, names: Names): Formula {
  if (part.inputs.has(inputKey(role, 'saved'))) return [input(part, inputs, role, 'saved', names.saved)];
  return [
    sign('('),
    input(part, inputs, role, 'before', names.before),
    sign('−'),
    input(part, inputs, role, 'after', names.after),
    sign(')'),
  ];
}

function observed(part: BenefitPart, inputs: MethodInputs, role: Role, name: TermName): Term {
  const phase = part.inputs.has(inputKey(role, 'after')) ? 'after' : 'saved';
  return input(part, inputs, role, phase, name);
}

function input(part: BenefitPart, inputs: MethodInputs, role: Role, phase: Phase, name: TermName): Term {
  const own = inputs.measures[role]?.unit ?? null;
  return term(name, part.inputs.get(inputKey(role, phase)) ?? 0, 'own', { own });
}

/** ÷ 60 for minutes, ÷ 3,600 for seconds; nothing for hours. */
function inHours(inputs: MethodInputs, role: Role, fallback: 'minutes' | 'hours'): Formula {
  const unitsPerHour = Math.round(1 / hoursPerUnit(inputs.measures[role]?.unit ?? '', fallback));
  return unitsPerHour === 1 ? [] : [sign('÷'), term('unitsPerHour', unitsPerHour, 'number')];
}
