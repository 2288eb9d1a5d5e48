import { cashFlow, type Figures } from '../figures.ts';
import { type ProjectResult, pastBreakEven, portfolioFigures, splitGains, sumMonths } from '../portfolio.ts';
import type { TotalFigure } from './figures.ts';
import { apart } from './project.ts';
import { type Explained, type Section, type Step, step, sumFormula, summed } from './step.ts';
import { explainTotal, type PlainFigure } from './totals.ts';

/** How one of a portfolio's figures was worked out: sums over its projects. `name` gives a project's name. */
export function explainPortfolio(
  results: readonly ProjectResult[],
  figure: TotalFigure,
  name: (project: string) => string,
): Explained {
  if (figure === 'pastBreakEven') return explainPast(results, name);
  if (figure === 'cashable' || figure === 'freed' || figure === 'unspecified') {
    return explainKind(results, figure, name);
  }
  const sums = (of: TotalFigure): Section[] =>
    of === 'costPerHour'
      ? [...hourlyCosts(results, name), ...sumsOf(results, 'hours', name)]
      : sumsOf(results, of as PlainFigure, name);
  const sinceStart = figure === 'breakEven' || figure === 'paybackMonths';
  const counted = results.flatMap((r) => (sinceStart ? (r.whole ?? r) : r).months);
  return explainTotal(
    {
      project: null,
      figures: portfolioFigures(results, 'figures'),
      flow: cashFlow(sumMonths(counted)),
      hourlyCosts: results.reduce((sum, r) => sum + (r.figures.seconds === null ? 0 : r.figures.costs), 0),
      sums,
    },
    figure,
  );
}

const IN = {
  // A project without any costs registered has none that are known to be nothing.
  costs: (f: Figures) => (f.costs === 0 ? null : f.costs / 100),
  gains: (f: Figures) => (f.gains === null ? null : f.gains / 100),
  hours: (f: Figures) => (f.seconds === null ? null : f.seconds / 3600),
  fte: (f: Figures) => f.fte,
};

function sumsOf(results: readonly ProjectResult[], figure: PlainFigure, name: (project: string) => string) {
  const of = figure === 'costs' || figure === 'hours' || figure === 'fte' ? figure : 'gains';
  const unit = of === 'hours' ? 'hours' : of === 'fte' ? 'fte' : 'kr';
  const steps = results.map((r) => projectStep(r, of, IN[of](r.figures), unit, name, whyNone(r.figures, of)));
  const known = steps.filter((s) => s.value !== null);
  const section = summed(of === 'fte' ? 'projects' : of, unit, largestFirst(known));
  return [section, ...apart(steps)];
}

function whyNone(figures: Figures, of: keyof typeof IN): Step['reason'] {
  return of === 'costs' ? 'no-costs' : (figures.reasons[of] ?? null);
}

/** The costs of the projects that hours are known of. */
function hourlyCosts(results: readonly ProjectResult[], name: (project: string) => string): Section[] {
  const steps = results
    .filter((r) => r.figures.seconds !== null)
    .map((r) => projectStep(r, 'costs', IN.costs(r.figures), 'kr', name, 'no-costs'));
  const known = steps.filter((s) => s.value !== null);
  return [summed('costs', 'kr', largestFirst(known)), ...apart(steps)];
}

function projectStep(
  result: ProjectResult,
  figure: TotalFigure,
  value: number | null,
  unit: Step['unit'],
  name: (project: string) => string,
  reason: Step['reason'],
): Step {
  const { project } = result.project.inputs;
  return step(value, unit, [], {
    label: name(project),
    expected: result.months.some((m) => m.expected),
    reason: value === null ? reason : null,
    refers: { project, benefit: null, figure },
  });
}

function largestFirst(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
}

function explainKind(
  results: readonly ProjectResult[],
  kind: 'cashable' | 'freed' | 'unspecified',
  name: (project: string) => string,
): Explained {
  const { gains, reasons } = portfolioFigures(results, 'figures');
  const steps = results.map((r) => projectStep(r, kind, splitGains([r])[kind] / 100, 'kr', name, null));
  const counted = steps.filter((s) => s.value !== 0);
  const section = summed('projects', 'kr', largestFirst(counted));
  return {
    value: gains === null ? null : section.total,
    unit: 'kr',
    own: null,
    reason: gains === null ? (reasons.gains ?? null) : null,
    formula: gains === null ? [] : sumFormula('kr', section.steps),
    sections: gains === null ? [] : [section],
    rounded: 'oere',
  };
}

/** Projects with known gains and costs, those that have earned their costs back counting one each. */
function explainPast(results: readonly ProjectResult[], name: (project: string) => string): Explained {
  const judged = results.filter((r) => r.figures.gains !== null && r.figures.costs > 0);
  const steps = judged.map((r) => {
    const { reached } = pastBreakEven([r]);
    const base = projectStep(r, 'breakEven', reached, 'number', name, null);
    const even = r.figures.breakEven;
    return {
      ...base,
      from: even === null ? null : `${even}-01`,
      reason: even === null ? (r.figures.reasons.breakEven ?? null) : null,
    };
  });
  const section = summed('projects', 'number', largestFirst(steps));
  return {
    value: section.total,
    unit: 'number',
    own: null,
    reason: null,
    formula: [],
    sections: [section],
    rounded: null,
  };
}
