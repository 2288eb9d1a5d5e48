import { monthNumber } from '../calendar.ts';
import type { Reason } from '../codes.ts';
import type { CashFlow, Figures } from '../figures.ts';
import type { TotalFigure } from './figures.ts';
import { cumulative, discounted, evenFormula } from './flow.ts';
import {
  type Explained,
  type Formula,
  monthTerm,
  type Section,
  sign,
  sumFormula,
  type Term,
  type TermName,
  term,
  type Unit,
} from './step.ts';

/** What a project's or a portfolio's figures are explained from. */
export interface Whole {
  /** null is the portfolio. */
  project: string | null;
  figures: Figures;
  flow: readonly CashFlow[];
  /** Costs of what hours are known of. */
  hourlyCosts: number;
  /** What a figure is the sum of: benefits, costs, or projects. */
  sums: (figure: TotalFigure) => Section[];
}

/** The figures that `Figures` has, and their units. */
const UNIT: Record<Exclude<TotalFigure, 'pastBreakEven' | 'cashable' | 'freed' | 'unspecified'>, Unit> = {
  costs: 'kr',
  gains: 'kr',
  net: 'kr',
  roi: 'share',
  hours: 'hours',
  fte: 'fte',
  costPerHour: 'kr',
  breakEven: 'month',
  paybackMonths: 'months',
  npv: 'kr',
};
export type PlainFigure = keyof typeof UNIT;

/** How one of a project's or a portfolio's figures was worked out, but FTE of a project and what has parts of its own. */
export function explainTotal(whole: Whole, figure: PlainFigure): Explained {
  const { value, reason } = known(whole.figures, figure);
  return {
    value,
    unit: UNIT[figure],
    own: figure === 'breakEven' ? whole.figures.breakEven : null,
    reason,
    formula: value === null ? [] : formulaOf(whole, figure),
    sections: sectionsOf(whole, figure, value !== null),
    rounded: figure === 'hours' ? 'second' : UNIT[figure] === 'kr' ? 'oere' : null,
  };
}

function known(figures: Figures, figure: PlainFigure): { value: number | null; reason: Reason | null } {
  const value = {
    // Costs that are not registered are not known to be nothing.
    costs: figures.costs === 0 ? null : kr(figures.costs),
    gains: kr(figures.gains),
    net: kr(figures.net),
    roi: figures.roi,
    hours: figures.seconds === null ? null : figures.seconds / 3600,
    fte: figures.fte,
    costPerHour: figures.costPerHour === null ? null : Math.round(figures.costPerHour) / 100,
    breakEven: figures.breakEven === null ? null : monthNumber(figures.breakEven),
    paybackMonths: figures.paybackMonths,
    npv: kr(figures.npv),
  }[figure];
  const why = figure === 'costs' ? 'no-costs' : (figures.reasons[figure] ?? null);
  return { value, reason: value === null ? why : null };
}

const kr = (oere: number | null) => (oere === null ? null : oere / 100);

function formulaOf(whole: Whole, figure: PlainFigure): Formula {
  const { figures, flow, project } = whole;
  const named = (name: TermName & TotalFigure, value: number | null, unit: Unit = 'kr'): Term =>
    term(name, value ?? 0, unit, { refers: { project, benefit: null, figure: name } });
  const gains = named('gains', kr(figures.gains));
  const costs = named('costs', kr(figures.costs));
  switch (figure) {
    case 'net':
      return [gains, sign('−'), costs];
    case 'roi':
      return [sign('('), gains, sign('−'), costs, sign(')'), sign('÷'), costs];
    case 'costPerHour':
      return [
        project === null ? term('costs', whole.hourlyCosts / 100, 'kr') : costs,
        sign('÷'),
        named('hours', (figures.seconds ?? 0) / 3600, 'hours'),
      ];
    case 'breakEven':
      return evenFormula(flow, monthNumber(figures.breakEven ?? ''));
    case 'paybackMonths':
      return [
        monthTerm('breakEvenMonth', monthNumber(figures.breakEven ?? '')),
        sign('−'),
        monthTerm('firstCostMonth', flow.find((m) => m.costs !== 0)?.month ?? 0),
      ];
    case 'npv': {
      const years = discounted(flow).map((s) => ({ value: s.total, refers: null }));
      return sumFormula('kr', years);
    }
    default:
      return sumFormula(UNIT[figure], whole.sums(figure)[0]?.steps ?? []);
  }
}

function sectionsOf(whole: Whole, figure: PlainFigure, isKnown: boolean): Section[] {
  switch (figure) {
    case 'net':
    case 'roi':
      return [...whole.sums('gains'), ...whole.sums('costs')];
    case 'costPerHour':
      return whole.sums('costPerHour');
    case 'breakEven':
    case 'paybackMonths':
      return [cumulative(whole.flow)];
    case 'npv':
      return isKnown ? discounted(whole.flow) : [];
    default:
      return whole.sums(figure);
  }
}
