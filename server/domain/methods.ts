import { daysIn } from './calendar.ts';
import { INPUTS_OF } from './card.ts';
import type { Method, Phase, Reason, Role } from './codes.ts';
import { fitsAs } from './inputFit.ts';
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

/** An input that a stretch was evaluated with. `phase` is null for a robot's runs, `start` the first day of the measurement. */
export interface Use {
  role: Role;
  phase: Phase | null;
  start: number;
  /** A level's value, or what a flow came to in the stretch. */
  range: Range;
}

/** A quantity, or why it is not known. */
type Known = Range | Reason;

function isKnown(quantity: Known): quantity is Range {
  return typeof quantity !== 'string';
}

/** Works on quantities only where both are known; else gives the first reason. */
function both(a: Known, b: Known, combine: (a: Range, b: Range) => Range): Known {
  return isKnown(a) ? (isKnown(b) ? combine(a, b) : b) : a;
}

/** Evaluates one stretch. Where `uses` is given, the inputs that were read are added to it. */
type Evaluate = (stretch: Stretch, uses?: Use[]) => Yield;

/**
 * Makes a method ready to be evaluated stretch by stretch; what its measures' units come to is the same in each.
 * Every method is monotone in each input, so ranges are exact.
 */
export function evaluator(method: Method, inputs: MethodInputs): Evaluate {
  const nothing = { hours: null, oere: null, expected: false, missing: null };
  if (method === 'indicator') return () => nothing;
  if (INPUTS_OF[method].some((role) => !isFit(role, inputs.measures[role])))
    return () => ({ ...nothing, missing: 'wrong-measure' });
  const perUnit = PER_UNIT[method](inputs);
  if (method === 'amount') {
    return (stretch, uses) => {
      const used = new Used(inputs, stretch, perUnit, uses);
      const oere = amount(used);
      return isKnown(oere)
        ? { hours: null, oere, expected: used.expected, missing: null }
        : { ...nothing, missing: oere };
    };
  }
  const hoursOf = HOURS[method];
  return (stretch, uses) => {
    const used = new Used(inputs, stretch, perUnit, uses);
    const hours = hoursOf(used);
    if (!isKnown(hours)) return { ...nothing, missing: hours };
    const oere = stretch.rate ? scale(hours, stretch.rate.hourlyOere) : null;
    return { hours, oere, expected: used.expected, missing: oere ? null : 'no-rate' };
  };
}

const isFit = (role: Role, measure: Measured | undefined) => !measure || fitsAs(role, measure);

const unitOf = ({ measures }: MethodInputs, role: Role) => measures[role]?.unit ?? '';

/** Hours, or øre, in one unit of what a method multiplies or subtracts. */
const PER_UNIT: Record<Exclude<Method, 'indicator'>, (inputs: MethodInputs) => number> = {
  per_item: (inputs) => hoursPerUnit(unitOf(inputs, 'minutes'), 'minutes'),
  hours: (inputs) => hoursPerUnit(unitOf(inputs, 'hours'), 'hours'),
  ratio: (inputs) => hoursPerUnit(unitOf(inputs, 'hours'), 'hours'),
  fte: () => 1,
  amount: (inputs) => kronerPerUnit(unitOf(inputs, 'amount')) * 100,
};

const HOURS: Record<'per_item' | 'hours' | 'ratio' | 'fte', (used: Used) => Known> = {
  per_item: perItem,
  hours: hoursSaved,
  ratio: ratioGain,
  fte: fteHours,
};

/** items × (minutes before − minutes after) ÷ 60. 1,000 items × (10 − 4) min = 100 hours. */
function perItem(used: Used): Known {
  return both(used.level('minutes'), used.items(), (minutes, items) =>
    scale(multiply(items, minutes), used.perUnit),
  );
}

/** hours before − hours after, or hours saved. */
function hoursSaved(used: Used): Known {
  const hours = used.flow('hours');
  return isKnown(hours) ? scale(hours, used.perUnit) : hours;
}

/**
 * hours at work × (1 − ratio before ÷ ratio after). 10,000 hours and a delivery rate from 69 % to 72 %:
 * 10,000 × (1 − 69 ÷ 72) = 417 hours that would have been needed for the same delivery.
 */
function ratioGain(used: Used): Known {
  const pair = used.pair('ratio');
  if (typeof pair === 'string') return pair;
  const { before, after } = pair;
  if (after.low <= 0) return 'no-after';
  const share = {
    low: 1 - before.high / after.low,
    value: 1 - before.value / after.value,
    high: 1 - before.low / after.high,
  };
  return both(used.observed('hours'), share, (atWork, freed) => scale(multiply(atWork, freed), used.perUnit));
}

/** (FTE before − FTE after) × hours per FTE ÷ 12 a month, part of a month by its days. */
function fteHours(used: Used): Known {
  const { rate, month, from, to } = used.stretch;
  const fte = used.level('fte');
  if (!isKnown(fte)) return fte;
  return rate ? scale(fte, ((rate.hoursPerFte / 12) * (to - from)) / daysIn(month)) : 'no-rate';
}

/** amount before − amount after (scenario 0 − scenario 1), or the amount saved; in øre. */
function amount(used: Used): Known {
  const kroner = used.flow('amount');
  return isKnown(kroner) ? scale(kroner, used.perUnit) : kroner;
}

/** Reads a method's inputs over one stretch, and remembers whether any of them was expected. */
class Used {
  expected = false;

  constructor(
    private readonly inputs: MethodInputs,
    readonly stretch: Stretch,
    readonly perUnit: number,
    private readonly uses: Use[] | undefined,
  ) {}

  /** Items in the stretch: a robot's successful ones, or the observed volume. */
  items(): Known {
    const { runs } = this.inputs;
    if (!runs) return this.observed('volume');
    const { month, from, to } = this.stretch;
    const items = robotItems(runs, month, from, to);
    if (items === undefined) return 'no-observations';
    this.uses?.push({ role: 'volume', phase: null, start: from, range: exactly(items) });
    return exactly(items);
  }

  /** What a flow came to in the stretch, after the change. */
  observed(role: Role): Known {
    const phases = this.inputs.measures[role]?.phases;
    if (!phases) return 'no-measure';
    const after = this.on(phases.after);
    return after ? this.share(role, 'after', after) : this.share(role, 'saved', this.on(phases.saved));
  }

  /** before − after of a level, or what was measured as saved. */
  level(role: Role): Known {
    const phases = this.inputs.measures[role]?.phases;
    const saved = phases && this.on(phases.saved);
    if (saved) return this.use(role, 'saved', saved, saved.range);
    const pair = this.pair(role);
    return typeof pair === 'string' ? pair : subtract(pair.before, pair.after);
  }

  pair(role: Role): { before: Range; after: Range } | Reason {
    const phases = this.inputs.measures[role]?.phases;
    if (!phases) return 'no-measure';
    const after = this.on(phases.after);
    if (!after) return phases.after.length > 0 ? 'no-observations' : 'no-after';
    const before = this.on(phases.before);
    if (!before) return 'no-baseline';
    return {
      before: this.use(role, 'before', before, before.range),
      after: this.use(role, 'after', after, after.range),
    };
  }

  /** before − after of a flow over the stretch, or what was measured as saved. */
  flow(role: Role): Known {
    const phases = this.inputs.measures[role]?.phases;
    if (!phases) return 'no-measure';
    const saved = this.on(phases.saved);
    if (saved) return this.share(role, 'saved', saved);
    const after = this.share(role, 'after', this.on(phases.after));
    return isKnown(after) ? both(this.share(role, 'before', this.on(phases.before)), after, subtract) : after;
  }

  private share(role: Role, phase: Phase, segment: Segment | undefined): Known {
    if (!segment) return phase === 'before' ? 'no-baseline' : 'no-observations';
    // A measure that was a level when it was measured says no period.
    if (segment.per === null) return 'wrong-measure';
    return this.use(role, phase, segment, flowShare(segment, this.stretch.from, this.stretch.to));
  }

  private on(segments: readonly Segment[]): Segment | undefined {
    return segmentOn(segments, this.stretch.from);
  }

  private use(role: Role, phase: Phase, segment: Segment, range: Range): Range {
    if (segment.expected) this.expected = true;
    this.uses?.push({ role, phase, start: segment.start, range });
    return range;
  }
}
