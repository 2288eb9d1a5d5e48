import type { Figures } from '../figures.ts';
import type { ProjectResult } from '../portfolio.ts';
import type { Range } from '../range.ts';
import { basisOf } from '../report.ts';

/** Which of a figure's values: the figure itself, or an end of its range. */
export type End = keyof Range;

/** The months that a figure counts, from and until both included, and which of its values is explained. */
export interface Span {
  from: number;
  until: number;
  /** The only ones of them that count; without it all do. */
  only?: ReadonlySet<number> | undefined;
  end?: End | undefined;
}

/** Which of a figure's values is explained. Each may be left out. */
export interface Choice {
  /** `actual` counts only the months that are fully measured. */
  basis?: 'actual' | undefined;
  range?: 'low' | 'high' | undefined;
  /** `known` is a sum of what is known, as years and months are: gains that are unknown add nothing to it. */
  sum?: 'known' | undefined;
}

export function counts({ from, until, only }: Span, month: number): boolean {
  return month >= from && month <= until && (only?.has(month) ?? true);
}

/** A span as stretches of months that follow on one another. */
export function stretchesOf(span: Span): Span[] {
  const { from, until, only, end } = span;
  if (!only) return [span];
  const months = [...only].filter((m) => m >= from && m <= until).sort((a, b) => a - b);
  const found: Span[] = [];
  for (const month of months) {
    const last = found.at(-1);
    if (last && last.until === month - 1) last.until = month;
    else found.push({ from: month, until: month, end });
  }
  return found;
}

/**
 * A project's result with the months and values that are asked for in the place of its own. What has no range is the same
 * at both ends.
 */
export function chosen(result: ProjectResult, choice: Choice): ProjectResult {
  const months =
    choice.basis === 'actual' ? result.months.filter((m) => basisOf(m) === 'actual') : result.months;
  const own = atEnd(choice.basis === 'actual' ? result.actual : result.figures, choice.range ?? 'value');
  const whole = choice.basis === 'actual' ? null : result.whole;
  return { ...result, months, whole, figures: choice.sum === 'known' ? knownOf(own) : own };
}

/** The months that count of a chosen result, `from` being the first that is asked for. */
export function spanOf(
  result: ProjectResult,
  { from, until }: { from: number | null; until: number | null },
  choice: Choice,
): Span {
  return {
    from: from ?? result.project.months[0]?.month ?? 0,
    until: until ?? 0,
    only: choice.basis === 'actual' ? new Set(result.months.map((m) => m.month)) : undefined,
    end: choice.range,
  };
}

function atEnd(figures: Figures, end: End): Figures {
  if (end === 'value') return figures;
  const reasons = { ...figures.reasons };
  for (const name of ['gains', 'net', 'roi']) {
    delete reasons[name];
    const why = figures.reasons[`${end}.${name}`];
    if (why) reasons[name] = why;
  }
  return { ...figures, ...figures[end], reasons };
}

function knownOf(figures: Figures): Figures {
  if (figures.gains !== null) return figures;
  const { gains: _gains, net: _net, ...reasons } = figures.reasons;
  return { ...figures, gains: 0, net: -figures.costs, reasons };
}
