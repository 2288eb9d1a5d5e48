import { daysIn } from './calendar.ts';
import type { Method, Reason, Role } from './codes.ts';
import { flowShare, type Measured, type Segment, segmentOn } from './measured.ts';
import { exactly, multiply, type Range, scale, subtract } from './range.ts';
import type { Rate } from './rates.ts';
import { hoursPerUnit, kronerPerUnit } from './units.ts';
import { type RobotRuns, robotItems } from './volume.ts';

/** What a method reads. `volume` is a measure, or the runs of a robot. */
export interface MethodInputs {
  measures: Partial<Record<Role, Measured>>;
  runs: RobotRuns | null;
}

/** Part of a month in which no input changes: days `from` to before `to`. */
export interface Stretch {
  month: number;
  from: number;
  to: number;
  rate: Rate | undefined;
}

/** What a stretch yields, exactly: hours and/or øre. A gain in hours without a rate has no øre. */
export interface Yield {
  hours: Range | null;
  oere: Range | null;
  expected: boolean;
  missing: Reason | null;
}

/** Thrown inside a method when an input is not there; becomes the stretch's `missing`. */
class Missing extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

/** Evaluates one method over one stretch. Every method is monotone in each input, so ranges are exact. */
export function evaluate(method: Method, inputs: MethodInputs, stretch: Stretch): Yield {
  const used = new Used(inputs, stretch);
  try {
    if (method === 'indicator') return { hours: null, oere: null, expected: false, missing: null };
    if (method === 'amount') {
      return { hours: null, oere: amount(used), expected: used.expected, missing: null };
    }
    const hours = HOURS[method](used);
    const oere = stretch.rate ? scale(hours, stretch.rate.hourlyOere) : null;
    return { hours, oere, expected: used.expected, missing: oere ? null : 'no-rate' };
  } catch (error) {
    if (error instanceof Missing) return { hours: null, oere: null, expected: false, missing: error.reason };
    throw error;
  }
}

const HOURS: Record<'per_item' | 'hours' | 'ratio' | 'fte', (used: Used) => Range> = {
  per_item: perItem,
  hours: hoursSaved,
  ratio: ratioGain,
  fte: fteHours,
};

/** items × (minutes before − minutes after) ÷ 60. 1,000 items × (10 − 4) min = 100 hours. */
function perItem(used: Used): Range {
  const minutes = used.level('minutes');
  const items = used.items();
  return scale(multiply(items, minutes), hoursPerUnit(used.unit('minutes'), 'minutes'));
}

/** hours before − hours after, or hours saved. */
function hoursSaved(used: Used): Range {
  return scale(used.flow('hours'), hoursPerUnit(used.unit('hours'), 'hours'));
}

/**
 * hours at work × (1 − ratio before ÷ ratio after). 10,000 hours and a delivery rate from 69 % to 72 %:
 * 10,000 × (1 − 69 ÷ 72) = 417 hours that would have been needed for the same delivery.
 */
function ratioGain(used: Used): Range {
  const atWork = used.observed('hours');
  const { before, after } = used.pair('ratio');
  if (after.low <= 0) throw new Missing('no-after');
  const share = {
    low: 1 - before.high / after.low,
    value: 1 - before.value / after.value,
    high: 1 - before.low / after.high,
  };
  return scale(multiply(atWork, share), hoursPerUnit(used.unit('hours'), 'hours'));
}

/** (FTE before − FTE after) × hours per FTE ÷ 12 a month, part of a month by its days. */
function fteHours(used: Used): Range {
  const { rate, month, from, to } = used.stretch;
  const fte = used.level('fte');
  if (!rate) throw new Missing('no-rate');
  return scale(fte, ((rate.hoursPerFte / 12) * (to - from)) / daysIn(month));
}

/** amount before − amount after (scenario 0 − scenario 1), or the amount saved; in øre. */
function amount(used: Used): Range {
  return scale(used.flow('amount'), kronerPerUnit(used.unit('amount')) * 100);
}

/** Reads a method's inputs over one stretch, and remembers whether any of them was expected. */
class Used {
  expected = false;

  constructor(
    private readonly inputs: MethodInputs,
    readonly stretch: Stretch,
  ) {}

  unit(role: Role): string {
    return this.measure(role).unit;
  }

  /** Items in the stretch: a robot's successful ones, or the observed volume. */
  items(): Range {
    const { runs } = this.inputs;
    if (!runs) return this.observed('volume');
    const { month, from, to } = this.stretch;
    const items = robotItems(runs, month, from, to);
    if (items === undefined) throw new Missing('no-observations');
    return exactly(items);
  }

  /** What a flow came to in the stretch, after the change. */
  observed(role: Role): Range {
    const { after, saved } = this.measure(role).phases;
    return this.share(this.on(after) ?? this.on(saved), 'no-observations');
  }

  /** before − after of a level, or what was measured as saved. */
  level(role: Role): Range {
    const saved = this.on(this.measure(role).phases.saved);
    if (saved) return this.use(saved).range;
    const { before, after } = this.pair(role);
    return subtract(before, after);
  }

  pair(role: Role): { before: Range; after: Range } {
    const { phases } = this.measure(role);
    const after = this.on(phases.after);
    if (!after) throw new Missing(phases.after.length > 0 ? 'no-observations' : 'no-after');
    const before = this.on(phases.before);
    if (!before) throw new Missing('no-baseline');
    return { before: this.use(before).range, after: this.use(after).range };
  }

  /** before − after of a flow over the stretch, or what was measured as saved. */
  flow(role: Role): Range {
    const { phases } = this.measure(role);
    const saved = this.on(phases.saved);
    if (saved) return this.share(saved, 'no-observations');
    const after = this.on(phases.after);
    const observed = this.share(after, 'no-observations');
    return subtract(this.share(this.on(phases.before), 'no-baseline'), observed);
  }

  private measure(role: Role): Measured {
    const measure = this.inputs.measures[role];
    if (!measure) throw new Missing('no-measure');
    return measure;
  }

  private share(segment: Segment | undefined, reason: Reason): Range {
    if (!segment) throw new Missing(reason);
    return flowShare(this.use(segment), this.stretch.from, this.stretch.to);
  }

  private on(segments: readonly Segment[]): Segment | undefined {
    return segmentOn(segments, this.stretch.from);
  }

  private use(segment: Segment): Segment {
    if (segment.expected) this.expected = true;
    return segment;
  }
}
