import type { BenefitInputs } from '../benefit.ts';
import { firstDay } from '../calendar.ts';
import type { Phase } from '../codes.ts';
import { withReached } from '../followupState.ts';
import { comparable, judge, judgedRole, latestIn, monthsOf, targetAt } from '../judged.ts';
import type { Measurement } from '../measured.ts';
import { isPercent } from '../measurementRules.ts';
import type { BenefitFigure } from './figures.ts';
import { type Explained, type Formula, sign, type Term, type TermName, term, type Unit } from './step.ts';

export type JudgedFigure = Exclude<BenefitFigure, 'hours' | 'gains' | 'expectedHours' | 'expectedGains'>;

/** How the measure that a benefit is judged by was before and after, its change and target, at the end of `until`. */
export function explainJudged(inputs: BenefitInputs, until: number, figure: JudgedFigure): Explained {
  const judged = withReached(judge(inputs, until));
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
    formula: value === null ? [] : formulaOf(inputs, until, figure),
    sections: [],
    rounded: null,
  };
}

/** The measurements that a benefit is judged by at the end of `until`. */
export function judgedRows(inputs: BenefitInputs, until: number): Record<Phase, Measurement | undefined> {
  const rows = inputs.measures[judgedRole(inputs)]?.rows ?? [];
  const lastDay = firstDay(until + 1) - 1;
  const latest = (phase: Phase) =>
    latestIn(
      rows.filter((row) => row.phase === phase),
      lastDay,
    );
  return { before: latest('before'), after: latest('after'), saved: latest('saved') };
}

function formulaOf(inputs: BenefitInputs, until: number, figure: JudgedFigure): Formula {
  const { before, after, saved } = judgedRows(inputs, until);
  const judged = judge(inputs, until);
  const own = inputs.measures[judgedRole(inputs)]?.unit ?? null;
  const number = (name: TermName, value: number | null | undefined): Term =>
    term(name, value ?? 0, 'own', { own });
  const difference = [number('after', after?.value), sign('−'), number('before', judged.before)];
  switch (figure) {
    case 'before':
      return before && after && comparable(before, after) !== before.value
        ? convertedFormula('before', before, after, own)
        : [number('before', before?.value)];
    case 'after':
      return [number('after', after?.value)];
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
      const said = targetAt(inputs.targets, firstDay(until + 1) - 1)?.value ?? judged.target ?? 0;
      return before && after && said !== judged.target
        ? convertedFormula('target', { ...before, value: said }, after, own)
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
  return own !== null && isPercent(own) ? { unit: 'points', own: null } : { unit: 'own', own };
}

/** A value in another measurement's own period: value ÷ months of its own × months of the other's. */
export function convertedFormula(
  name: 'before' | 'target',
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
