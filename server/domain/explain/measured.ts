import { type Compared, countedOf, type Observation } from '../beforeAfter.ts';
import type { Reason } from '../codes.ts';
import { type Counted, differenceInterval, wilson } from '../intervals.ts';
import { changePercent, comparable } from '../judged.ts';
import type { MeasureFigure } from './figures.ts';
import { hypot, wilsonEnd, wilsonLines } from './interval.ts';
import { convertedFormula, differenceUnit } from './judged.ts';
import {
  type Explained,
  type Formula,
  listed,
  type Refers,
  type Section,
  sign,
  step,
  type Term,
  type TermName,
  term,
  type Unit,
} from './step.ts';

/** A measure and the measurements of it that are explained. */
export interface ExplainedMeasure {
  compared: Compared;
  /** Of a figure of one measurement, that one; of two that are compared, the later. */
  row: Observation | undefined;
  /** What the later is compared with. */
  earlier: Observation | undefined;
  /** The target that is next, or that is asked for; its value is null where an end of its range is not said. */
  target: { value: number | null } | undefined;
  /** Where a measurement's own figure is explained. */
  refers: (row: Observation, figure: MeasureFigure) => Refers;
}

type Shown = Pick<Explained, 'value' | 'unit' | 'own' | 'formula' | 'sections'>;

/** How a measurement's value, its 95 % interval, or its difference from an earlier one was worked out. */
export function explainMeasure(measure: ExplainedMeasure, figure: MeasureFigure): Explained {
  if (figure === 'measureTarget') return ofTarget(measure);
  const { row, earlier } = measure;
  const single = figure === 'measured' || figure === 'intervalLow' || figure === 'intervalHigh';
  const why: Reason | null = !row
    ? single
      ? 'no-data'
      : 'no-after'
    : !single && !earlier
      ? 'no-baseline'
      : null;
  const shown =
    row && (single ? ofOne(measure, row, figure) : earlier && ofTwo(measure, earlier, row, figure));
  const none = { value: null, unit: 'own', own: null, formula: [], sections: [] } as const;
  const known = shown ?? { ...none, sections: [] };
  return { ...known, reason: known.value === null ? (why ?? reasonOf(figure)) : null, rounded: null };
}

function ofTarget({ target, compared: { unit: own } }: ExplainedMeasure): Explained {
  const value = target?.value ?? null;
  const formula = value === null ? [] : [term('target', value, 'own', { own })];
  const reason = value === null ? 'no-target' : null;
  return { value, unit: 'own', own, reason, formula, sections: [], rounded: null };
}

function reasonOf(figure: MeasureFigure): Reason {
  return figure === 'comparedPercent' ? 'zero-baseline' : 'not-counted';
}

function ofOne(
  { compared }: ExplainedMeasure,
  row: Observation,
  figure: 'measured' | 'intervalLow' | 'intervalHigh',
): Shown | undefined {
  const own = compared.unit;
  if (figure === 'measured') {
    return { value: row.value, unit: 'own', own, formula: countFormula(row, own), sections: [] };
  }
  const counted = countedOf(compared, row);
  if (!counted) return undefined;
  const end = figure === 'intervalLow' ? 'low' : 'high';
  const lines = listed('interval', 'share', wilsonLines(counted));
  const value = wilson(counted)[end] * 100;
  return { value, unit: 'percent', own: null, formula: wilsonEnd(counted, end), sections: [lines] };
}

/** counted ÷ n × 100, where that is what the percentage was entered as. */
function countFormula({ value, counted, n }: Observation, unit: string): Formula {
  const own = term('after', value, 'own', { own: unit });
  if (counted === null || n === null || Math.abs((counted / n) * 100 - value) > 1e-6) {
    return [{ ...own, term: 'constant' }];
  }
  return [
    term('counted', counted, 'number'),
    sign('÷'),
    term('n', n, 'number'),
    sign('×'),
    term('constant', 100, 'number'),
  ];
}

function ofTwo(
  measure: ExplainedMeasure,
  earlier: Observation,
  row: Observation,
  figure: Exclude<MeasureFigure, 'measured' | 'intervalLow' | 'intervalHigh' | 'measureTarget'>,
): Shown | undefined {
  const { compared, refers } = measure;
  const before = comparable(earlier, row);
  const names: [TermName, TermName] = figure === 'trend' ? ['earlier', 'later'] : ['before', 'after'];
  const converted = before !== earlier.value;
  const first = number(names[0], before, converted ? null : refers(earlier, 'measured'));
  const last = number(names[1], row.value, refers(row, 'measured'));
  const inUnit = { unit: 'own', own: compared.unit, sections: conversion() } as const;
  switch (figure) {
    case 'comparedBefore':
      return {
        ...inUnit,
        value: before,
        formula: converted ? convertedFormula('before', earlier, row, compared.unit) : [first],
        sections: [],
      };
    case 'comparedDifference':
    case 'trend':
      return {
        ...inUnit,
        ...differenceUnit(compared.unit),
        value: row.value - before,
        formula: [last, sign('−'), first],
      };
    case 'comparedPercent':
      if (before === 0) return undefined;
      return {
        value: changePercent(before, row.value),
        unit: 'percent',
        own: null,
        formula: [
          ...[sign('('), last, sign('−'), first, sign(')'), sign('÷')],
          number('before', Math.abs(before), first.refers),
          ...[sign('×'), term('constant', 100, 'number')],
        ],
        sections: conversion(),
      };
    default:
      return differenceEnd(measure, earlier, row, figure === 'comparedLow' ? 'low' : 'high');
  }

  function number(name: TermName, value: number, at: Refers | null): Term {
    return term(name, value, 'own', { own: compared.unit, refers: at });
  }

  /** How the earlier came to be in the later one's period. */
  function conversion(): Section[] {
    if (!converted) return [];
    const formula = convertedFormula('before', earlier, row, compared.unit);
    return [
      listed('interval', 'own', [step(before, 'own', formula, { term: names[0], own: compared.unit })]),
    ];
  }
}

/** An end of Newcombe's interval: the difference −√(a² + b²), or +√(a² + b²), in percentage points. */
function differenceEnd(
  { compared, refers }: ExplainedMeasure,
  earlier: Observation,
  row: Observation,
  end: 'low' | 'high',
): Shown | undefined {
  const [first, second] = [countedOf(compared, earlier), countedOf(compared, row)];
  if (!first || !second) return undefined;
  const share = ({ counted, n }: Counted) => (counted / n) * 100;
  const [p, q] = [share(first), share(second)];
  const [a, b] = [wilson(first), wilson(second)];
  const low = end === 'low';
  // Downwards the later one's lower and the earlier one's upper end decide; upwards the other two.
  const [later, before] = low ? [b.low * 100, a.high * 100] : [b.high * 100, a.low * 100];
  const down = Math.abs(q - later);
  const up = Math.abs(before - p);
  const line = (name: TermName, value: number, formula: Formula, unit: Unit = 'points') =>
    step(value, unit, formula, { term: name });
  const part = (name: TermName, value: number, at: Refers | null = null) =>
    term(name, value, 'percent', { refers: at });
  const points = (name: TermName, value: number) => term(name, value, 'points');
  const laterEnd = part(
    low ? 'afterLow' : 'afterHigh',
    later,
    refers(row, low ? 'intervalLow' : 'intervalHigh'),
  );
  const firstEnd = part(
    low ? 'beforeHigh' : 'beforeLow',
    before,
    refers(earlier, low ? 'intervalHigh' : 'intervalLow'),
  );
  const [laterShare, firstShare] = [part('shareAfter', q), part('shareBefore', p)];
  const lines = [
    line('shareBefore', p, countsOf(first), 'percent'),
    line('shareAfter', q, countsOf(second), 'percent'),
    line('comparedDifference', q - p, [laterShare, sign('−'), firstShare]),
    line('distanceAfter', down, low ? [laterShare, sign('−'), laterEnd] : [laterEnd, sign('−'), laterShare]),
    line('distanceBefore', up, low ? [firstEnd, sign('−'), firstShare] : [firstShare, sign('−'), firstEnd]),
  ];
  const value = differenceInterval(first, second)[end] * 100;
  const reach = hypot(points('distanceAfter', down), points('distanceBefore', up));
  return {
    value,
    unit: 'points',
    own: null,
    formula: [points('comparedDifference', q - p), sign(low ? '−' : '+'), ...reach],
    sections: [listed('interval', 'points', lines)],
  };
}

function countsOf({ counted, n }: Counted): Formula {
  return [
    term('counted', counted, 'number'),
    sign('÷'),
    term('n', n, 'number'),
    sign('×'),
    term('constant', 100, 'number'),
  ];
}
