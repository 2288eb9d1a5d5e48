import { dayNumber, firstDay, monthNumber, monthOfDay } from './calendar.ts';
import type { Method, Reason, Role } from './codes.ts';
import type { Target } from './judged.ts';
import { changeDays } from './measured.ts';
import { evaluator, type MethodInputs, type Stretch, type Use, type Yield } from './methods.ts';
import { add, type Range, scale, WholeParts, ZERO } from './range.ts';
import { type Rate, ratesByDay } from './rates.ts';

/** A benefit's terms: how it is calculated, and when. `attribution` is the share of the effect that is the project's. */
export interface Benefit {
  benefit: string;
  method: Method;
  from: string | null;
  to: string | null;
  attribution: number;
  cashable: boolean | null;
}

/** All that a benefit's months are calculated from. `live` and `ended` are the robot's or the project's. */
export interface BenefitInputs extends MethodInputs {
  benefit: Benefit;
  rates: readonly Rate[];
  live: string | null;
  ended: string | null;
  /** Of the measure that the benefit is judged by. */
  targets: readonly Target[];
  better: 'higher' | 'lower';
}

/** A benefit in a month: whole seconds and øre, null where unknown. `missing` says why a month is not complete. */
export interface BenefitMonth {
  month: number;
  seconds: Range | null;
  oere: Range | null;
  /** Full-time years freed in the month: hours ÷ the hours per FTE in force. */
  fteYears: number | null;
  expected: boolean;
  missing: Reason | null;
}

/** A stretch as it was evaluated, and the inputs that it was evaluated with. */
export interface Evaluated extends Stretch {
  yield: Yield;
  uses: readonly Use[];
  /** Why the stretch is not counted, where something should have been observed in it. */
  missing: Reason | null;
}

/**
 * A benefit's months from `first` to `last`. Where an input or the rate changes within a month, the days decide.
 * A month outside the benefit's life is complete and has nothing; one inside without observations is not complete.
 * Every stretch is shown to `see`, so that a figure can be explained by what it was made of.
 */
export function benefitMonths(
  inputs: BenefitInputs,
  first: number,
  last: number,
  see?: (evaluated: Evaluated) => void,
): BenefitMonth[] {
  const { benefit } = inputs;
  if (benefit.method === 'indicator') return [];
  const cuts = [...new Set(cutDays(inputs))].sort((a, b) => a - b);
  const life = lifeOf(inputs, first);
  const evaluate = evaluator(benefit.method, inputs);
  const rateOn = ratesByDay(inputs.rates);
  const seconds = new WholeParts();
  const oere = new WholeParts();
  const months: BenefitMonth[] = [];
  for (let month = first; month <= last; month++) {
    const sum = new MonthSum();
    for (const [from, to] of stretches(month, cuts, life)) {
      const rate = rateOn(from);
      const uses: Use[] | undefined = see ? [] : undefined;
      const y = evaluate({ month, from, to, rate }, uses);
      const due = to > life.due && from < life.dueEnd;
      const missing = y.missing && (y.missing === 'no-rate' || due) ? y.missing : null;
      sum.missing ??= missing;
      see?.({ month, from, to, rate, yield: y, uses: uses ?? [], missing });
      sum.add(y.hours, y.oere, y.expected, rate);
    }
    months.push(sum.result(month, benefit.attribution, seconds, oere));
  }
  return months;
}

/** Days on which an input or the rate changes, and on which the benefit begins or ends. */
function cutDays(inputs: BenefitInputs): number[] {
  const days = Object.values(inputs.measures).flatMap(changeDays);
  for (const rate of inputs.rates) days.push(dayNumber(rate.validFrom));
  const { from, to } = inputs.benefit;
  if (from) days.push(dayNumber(from));
  if (to) days.push(dayNumber(to) + 1);
  if (!to && !inputs.runs && inputs.ended) days.push(dayNumber(inputs.ended) + 1);
  return days;
}

/** The months of a robot that must be known by day: those in which something changes after the first. */
export function monthsToSplit(inputs: BenefitInputs): number[] {
  const days = cutDays(inputs).filter((day) => firstDay(monthOfDay(day)) !== day);
  return [...new Set(days.map(monthOfDay))];
}

interface Life {
  /** Gains count from here to before `end`. */
  start: number;
  end: number;
  /** Observations are due from here to before `dueEnd`. */
  due: number;
  dueEnd: number;
}

/**
 * When a benefit is due: from its own `from`, else from go-live or the first observation, whichever came first;
 * one that was never observed and has no go-live is due from the project's first month. It ends with its own `to`;
 * else, measured flows and levels end with the project. A robot's runs always count, but are no longer due once it is
 * retired.
 */
function lifeOf(inputs: BenefitInputs, first: number): Life {
  const { from, to } = inputs.benefit;
  const observed = firstObservation(inputs);
  const live = inputs.live ? dayNumber(inputs.live) : null;
  const begun = Math.min(observed ?? Number.POSITIVE_INFINITY, live ?? Number.POSITIVE_INFINITY);
  const start = from ? dayNumber(from) : Number.NEGATIVE_INFINITY;
  const due = from ? dayNumber(from) : Number.isFinite(begun) ? begun : firstDay(first);
  const ended = inputs.ended ? dayNumber(inputs.ended) + 1 : Number.POSITIVE_INFINITY;
  const dueEnd = to ? dayNumber(to) + 1 : ended;
  return { start, end: to || !inputs.runs ? dueEnd : Number.POSITIVE_INFINITY, due, dueEnd };
}

/** What shows that a benefit's new way of working is in use: its volume, or the measure that the method improves. */
const OBSERVED_IN = {
  per_item: 'volume',
  hours: 'hours',
  ratio: 'ratio',
  fte: 'fte',
  amount: 'amount',
  indicator: 'indicator',
} as const satisfies Record<Method, Role>;

/** The first day on which something was seen of a benefit after the change: a run, or a measurement. */
export function firstObservation(inputs: BenefitInputs): number | null {
  if (inputs.runs) {
    const months = [...inputs.runs.months.keys()].sort();
    return months[0] === undefined ? null : firstDay(monthNumber(months[0]));
  }
  const measure = inputs.measures[OBSERVED_IN[inputs.benefit.method]];
  const days = measure ? [...measure.phases.after, ...measure.phases.saved].map((s) => s.start) : [];
  return days.length === 0 ? null : Math.min(...days);
}

/** The parts of a month within the benefit's life in which nothing changes. `cuts` are sorted. */
function stretches(month: number, cuts: readonly number[], life: Life): [number, number][] {
  const from = Math.max(firstDay(month), life.start);
  const to = Math.min(firstDay(month + 1), life.end);
  if (from >= to) return [];
  const parts: [number, number][] = [];
  let start = from;
  for (const cut of cuts) {
    if (cut <= start) continue;
    if (cut >= to) break;
    parts.push([start, cut]);
    start = cut;
  }
  parts.push([start, to]);
  return parts;
}

class MonthSum {
  missing: Reason | null = null;
  private hours: Range | null = null;
  private oere: Range | null = null;
  private fteYears: number | null = null;
  private expected = false;

  add(hours: Range | null, oere: Range | null, expected: boolean, rate: Rate | undefined): void {
    if (hours) this.hours = add(this.hours ?? ZERO, hours);
    if (oere) this.oere = add(this.oere ?? ZERO, oere);
    if (hours && rate) this.fteYears = (this.fteYears ?? 0) + hours.value / rate.hoursPerFte;
    this.expected ||= expected;
  }

  result(month: number, attribution: number, seconds: WholeParts, oere: WholeParts): BenefitMonth {
    return {
      month,
      seconds: this.hours && seconds.next(scale(this.hours, 3600 * attribution)),
      oere: this.oere && oere.next(scale(this.oere, attribution)),
      fteYears: this.fteYears === null ? null : this.fteYears * attribution,
      expected: this.expected,
      missing: this.missing,
    };
  }
}
