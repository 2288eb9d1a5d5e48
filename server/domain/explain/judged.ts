import type { BenefitInputs } from '../benefit.ts';
import { dayNumber } from '../calendar.ts';
import { withReached } from '../followupState.ts';
import {
  comparable,
  directOf,
  judge,
  judgedRole,
  type Latest,
  latestOf,
  monthsOf,
  targetAt,
} from '../judged.ts';
import type { Measurement } from '../measured.ts';
import { isPercentage } from '../units.ts';
import type { BenefitFigure } from './figures.ts';
import { type Explained, type Formula, sign, type Term, type TermName, term, type Unit } from './step.ts';

export type JudgedFigure = Exclude<BenefitFigure, 'hours' | 'gains' | 'expectedHours' | 'expectedGains'>;

/** How the measure that a benefit is judged by was before and after, its change and target, on a day. */
export function explainJudged(inputs: BenefitInputs, day: string, figure: JudgedFigure): Explained {
  const judged = withReached(judge(inputs, day));
  const value = judged[figure];
  const own = inputs.measures[judgedRole(inputs)]?.unit ?? null;
  const inUnit = figure !== 'changePercent' && figure !== 'reached';
  return {
    value,
    ...(inUnit
      ? figure === 'difference'
        ? differenceUnit(own)
        : { unit: 'own' as const, own }
      : { unit: figure === 'reached' ? ('share' as const) : ('percent' as const), own: null }),
    reason: value === null ? (judged.reasons[figure] ?? null) : null,
    formula: value === null ? [] : formulaOf(inputs, day, figure),
    sections: [],
    rounded: null,
  };
}

/** The measurements that a benefit is judged by on a day; `saved` only where that is the newest. */
export function judgedRows(inputs: BenefitInputs, day: string): Latest {
  const { before, after, saved } = latestOf(inputs, day);
  return { before, after, saved: directOf({ after, saved }) };
}

function formulaOf(inputs: BenefitInputs, day: string, figure: JudgedFigure): Formula {
  const { before, after, saved } = judgedRows(inputs, day);
  const judged = judge(inputs, day);
  const own = inputs.measures[judgedRole(inputs)]?.unit ?? null;
  const number = (name: TermName, value: number | null | undefined): Term =>
    term(name, value ?? 0, 'own', { own });
  const difference = [number('after', judged.after), sign('−'), number('before', judged.before)];
  const shown = saved ?? after;
  switch (figure) {
    case 'before':
      return before && shown && comparable(before, shown) !== before.value
        ? convertedFormula('before', before, shown, own)
        : [number('before', before?.value)];
    case 'after':
      return after && saved && comparable(after, saved) !== after.value
        ? convertedFormula('after', after, saved, own)
        : [number('after', after?.value)];
    case 'difference':
      return saved ? [number('saved', saved.value)] : difference;
    case 'changePercent':
      return [
        sign('('),
        ...difference,
        sign(')'),
        sign('÷'),
        number('before', Math.abs(judged.before ?? 0)),
        sign('×'),
        term('constant', 100, 'number'),
      ];
    case 'target': {
      const said = targetAt(inputs.targets, dayNumber(day))?.value ?? judged.target ?? 0;
      return before && shown && said !== judged.target
        ? convertedFormula('target', { ...before, value: said }, shown, own)
        : [number('target', judged.target)];
    }
    case 'reached':
      return [
        ...[sign('('), ...difference, sign(')'), sign('÷')],
        ...[
          sign('('),
          number('target', judged.target),
          sign('−'),
          number('before', judged.before),
          sign(')'),
        ],
      ];
  }
}

/** What a difference of two values in a unit counts: percentage points of percentages. */
export function differenceUnit(own: string | null): { unit: Unit; own: string | null } {
  return own !== null && isPercentage(own) ? { unit: 'points', own: null } : { unit: 'own', own };
}

/** A value in another measurement's own period: value ÷ months of its own × months of the other's. */
export function convertedFormula(
  name: 'before' | 'after' | 'target',
  row: Measurement,
  other: Measurement,
  own: string | null,
): Formula {
  return [
    term(name, row.value, 'own', { own }),
    sign('÷'),
    term('monthsBefore', monthsOf(row), 'months'),
    sign('×'),
    term('monthsAfter', monthsOf(other), 'months'),
  ];
}
