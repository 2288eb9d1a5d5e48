import type { BenefitInputs } from '../benefit.ts';
import { cashFlow, fteWindow } from '../figures.ts';
import type { ProjectResult } from '../portfolio.ts';
import { benefitFigures } from '../report.ts';
import { givesHours } from '../unknowns.ts';
import { partsOf } from './benefit.ts';
import { costSteps } from './costs.ts';
import type { TotalFigure } from './figures.ts';
import { counts, type Span } from './scope.ts';
import {
  type Explained,
  listed,
  type Section,
  type Step,
  sign,
  step,
  sumFormula,
  summed,
  term,
} from './step.ts';
import { explainTotal } from './totals.ts';

/** The kinds that gains are split by, and what a benefit says of them. */
const KINDS = { cashable: true, freed: false, unspecified: null } as const;

/** How one of a project's figures was worked out. `name` gives a benefit's name. */
export function explainProject(
  result: ProjectResult,
  span: Span,
  figure: Exclude<TotalFigure, 'pastBreakEven'>,
  name: (benefit: string) => string,
): Explained {
  if (figure === 'fte') return explainFte(result, span, name);
  if (figure === 'cashable' || figure === 'freed' || figure === 'unspecified') {
    return explainKind(result, { ...span, end: 'value' }, figure, name);
  }
  const sinceStart = figure === 'breakEven' || figure === 'paybackMonths';
  const months =
    sinceStart && !span.only ? result.project.months.filter((m) => m.month <= span.until) : result.months;
  return explainTotal(
    {
      project: result.project.inputs.project,
      figures: result.figures,
      flow: cashFlow(months),
      hourlyCosts: result.figures.costs,
      sums: (of) => sums(result, span, of, name),
    },
    figure,
  );
}

function sums(
  result: ProjectResult,
  span: Span,
  figure: TotalFigure,
  name: (benefit: string) => string,
): Section[] {
  if (figure === 'costs') return [summed('costs', 'kr', costSteps(result.project.inputs.costs, span))];
  if (figure === 'costPerHour') {
    return [...sums(result, span, 'costs', name), ...sums(result, span, 'hours', name)];
  }
  const which = figure === 'hours' ? 'hours' : 'gains';
  const own: Span = which === 'hours' ? { ...span, end: 'value' } : span;
  const all = result.project.inputs.benefits
    .filter((b) => (which === 'hours' ? givesHours(b) : b.benefit.method !== 'indicator'))
    .map((b) => benefitStep(result, own, b, which, name));
  return [
    summed(
      which,
      which === 'hours' ? 'hours' : 'kr',
      all.filter((s) => s.value !== null),
    ),
    ...apart(all),
  ];
}

/** Those that are not counted, with the reason. */
export function apart(steps: readonly Step[]): Section[] {
  const out = steps.filter((s) => s.value === null);
  return out.length === 0 ? [] : [listed('apart', 'kr', out)];
}

/** What a benefit gave in some months, as its own explanation has it. */
export function benefitStep(
  result: ProjectResult,
  span: Span,
  inputs: BenefitInputs,
  figure: 'hours' | 'gains',
  name: (benefit: string) => string,
): Step {
  const { value, reason, expected } = benefitValue(result, span, inputs, figure);
  const { benefit } = inputs.benefit;
  return step(value, figure === 'hours' ? 'hours' : 'kr', [], {
    label: name(benefit),
    expected,
    reason,
    refers: { project: result.project.inputs.project, benefit, figure },
  });
}

/** A benefit's hours or kroner in some months, or why they are unknown. */
export function benefitValue(
  result: ProjectResult,
  span: Span,
  inputs: BenefitInputs,
  figure: 'hours' | 'gains',
) {
  const months = (result.project.benefits.get(inputs.benefit.benefit) ?? []).filter((m) =>
    counts(span, m.month),
  );
  const known = months.flatMap((m) => (figure === 'hours' ? m.seconds : m.oere) ?? []);
  const sum = known.reduce((total, part) => total + part[span.end ?? 'value'], 0);
  const { reasons } = benefitFigures(result.project, inputs, span.until);
  return {
    value: known.length === 0 ? null : figure === 'hours' ? sum / 3600 : sum / 100,
    reason: known.length === 0 ? (reasons[figure] ?? 'no-observations') : null,
    expected: months.some((m) => m.expected),
  };
}

/** Gains of one kind: the sum of the benefits that are of it. */
function explainKind(
  result: ProjectResult,
  span: Span,
  kind: keyof typeof KINDS,
  name: (benefit: string) => string,
): Explained {
  const steps = result.project.inputs.benefits
    .filter((b) => b.benefit.cashable === KINDS[kind] && b.benefit.method !== 'indicator')
    .map((b) => benefitStep(result, span, b, 'gains', name));
  const section = summed(
    'benefits',
    'kr',
    steps.filter((s) => s.value !== null),
  );
  const { gains, reasons } = result.figures;
  return {
    value: gains === null ? null : section.total,
    unit: 'kr',
    own: null,
    reason: gains === null ? (reasons.gains ?? null) : null,
    formula: gains === null ? [] : sumFormula('kr', section.steps),
    sections: [section, ...apart(steps)],
    rounded: 'oere',
  };
}

/**
 * FTE: for each benefit and each number of hours per FTE in force, hours of the last twelve months ÷ hours per FTE;
 * the sum × 12 ÷ the months in which hours have been freed, where these are fewer than twelve.
 */
function explainFte(result: ProjectResult, span: Span, name: (benefit: string) => string): Explained {
  const { fte, reasons } = result.figures;
  const window = fteWindow(result.months, result.months.at(-1)?.month ?? 0);
  const [first, last] = [window[0], window.at(-1)];
  const steps =
    first && last && fte !== null
      ? result.project.inputs.benefits
          .filter(givesHours)
          .flatMap((b) =>
            fteSteps(result, b, { from: first.month, until: last.month, only: span.only }, name),
          )
      : [];
  const section = summed('fteYears', 'fte', steps);
  const scaled = window.length === 12 || window.length === 0;
  return {
    value: fte,
    unit: 'fte',
    own: null,
    reason: fte === null ? (reasons.fte ?? null) : null,
    formula:
      fte === null
        ? []
        : scaled
          ? sumFormula('fte', steps)
          : [
              term('fteYears', section.total ?? 0, 'fte'),
              sign('×'),
              term('monthsOfYear', 12, 'number'),
              sign('÷'),
              term('months', window.length, 'months'),
            ],
    sections: [section],
    rounded: null,
  };
}

function fteSteps(
  result: ProjectResult,
  inputs: BenefitInputs,
  span: Span,
  name: (benefit: string) => string,
): Step[] {
  const { benefit, attribution } = inputs.benefit;
  const lines = new Map<number, { hours: number; from: string; to: string; expected: boolean }>();
  for (const part of partsOf(result.project, inputs, span).parts) {
    if (!part.rate || part.hours === null) continue;
    const own = lines.get(part.rate.hoursPerFte);
    const hours = (own?.hours ?? 0) + part.hours * attribution;
    const expected = part.expected || (own?.expected ?? false);
    lines.set(part.rate.hoursPerFte, { hours, from: own?.from ?? part.from, to: part.to, expected });
  }
  return [...lines].map(([hoursPerFte, { hours, ...rest }]) =>
    step(
      hours / hoursPerFte,
      'fte',
      [term('hours', hours, 'hours'), sign('÷'), term('hoursPerFte', hoursPerFte, 'hours')],
      {
        label: name(benefit),
        ...rest,
        refers: { project: result.project.inputs.project, benefit, figure: 'hours' },
      },
    ),
  );
}
