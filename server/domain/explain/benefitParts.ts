import { type BenefitInputs, benefitMonths, type Evaluated } from '../benefit.ts';
import { daysIn, dayText } from '../calendar.ts';
import type { Method, Phase, Reason, Role } from '../codes.ts';
import type { Use } from '../methods.ts';
import type { Rate } from '../rates.ts';
import { counts, type End, type Span } from './scope.ts';

/** Roles whose value holds, and is the same in a whole part; the others' are added up over it. */
const LEVELS: ReadonlySet<Role> = new Set(['minutes', 'ratio', 'fte']);

/** What a robot handled, as the phase of its runs. */
export type UsedPhase = Phase | 'runs';

/** A time in which a benefit was worked out with the same minutes, shares and rate, its volumes added up. */
export interface BenefitPart {
  /** First and last day. */
  from: string;
  to: string;
  rate: Rate | undefined;
  expected: boolean;
  hours: number | null;
  oere: number | null;
  /** Months, parts of them by their days. */
  months: number;
  /** What each input was, by role and phase. */
  inputs: Map<string, number>;
}

/** A time in which a benefit should have been observed, and was not. */
export interface Gap {
  from: string;
  to: string;
  reason: Reason;
}

/** What a benefit's figure was made of: parts that are counted, gaps that are not, and what each measurement gave. */
export interface BenefitParts {
  parts: BenefitPart[];
  gaps: Gap[];
  /** What each measurement came to in the period, by role, phase and first day; a level's is its value. */
  counted: Map<string, number>;
}

export const inputKey = (role: Role, phase: UsedPhase) => `${role} ${phase}`;
export const countedKey = (role: Role, phase: UsedPhase, start: string) => `${role} ${phase} ${start}`;

/** The parts of a benefit's months that count, of a project that begins in month `first`. */
export function benefitParts(inputs: BenefitInputs, first: number, span: Span): BenefitParts {
  const { method } = inputs.benefit;
  const end = span.end ?? 'value';
  const found: BenefitParts = { parts: [], gaps: [], counted: new Map() };
  let kept = '';
  let last = 0;
  benefitMonths(inputs, first, span.until, (seen) => {
    if (!counts(span, seen.month)) return;
    if (seen.missing) addGap(found.gaps, seen, seen.missing);
    if (seen.yield.hours === null && seen.yield.oere === null) return;
    for (const use of seen.uses) {
      const key = countedKey(use.role, use.phase ?? 'runs', dayText(use.start));
      const value = use.range[endOfUse(method, use, seen.uses, end)];
      found.counted.set(key, LEVELS.has(use.role) ? value : (found.counted.get(key) ?? 0) + value);
    }
    const kind = kindOf(seen);
    // What is left out between two months is in no line's time.
    const goesOn = kind === kept && (!span.only || seen.month <= last + 1);
    if (!goesOn || found.parts.length === 0) found.parts.push(emptyPart(seen));
    kept = kind;
    last = seen.month;
    const part = found.parts.at(-1);
    if (part) addTo(part, seen, method, end);
  });
  return found;
}

/** Stretches of one kind can be added up without a number in their formula changing. */
function kindOf({ uses, rate, yield: y }: Evaluated): string {
  const levels = uses.map(
    (u) => `${inputKey(u.role, u.phase ?? 'runs')} ${LEVELS.has(u.role) ? u.start : ''}`,
  );
  return [...levels, rate?.validFrom, y.expected].join('|');
}

function emptyPart({ from, to, rate, yield: y }: Evaluated): BenefitPart {
  return {
    from: dayText(from),
    to: dayText(to - 1),
    rate,
    expected: y.expected,
    hours: null,
    oere: null,
    months: 0,
    inputs: new Map(),
  };
}

function addTo(
  part: BenefitPart,
  { month, from, to, uses, yield: y }: Evaluated,
  method: Method,
  end: End,
): void {
  part.to = dayText(to - 1);
  part.months += (to - from) / daysIn(month);
  if (y.hours) part.hours = (part.hours ?? 0) + y.hours[end];
  if (y.oere) part.oere = (part.oere ?? 0) + y.oere[end];
  for (const use of uses) {
    const { role } = use;
    const key = inputKey(role, use.phase ?? 'runs');
    const value = use.range[endOfUse(method, use, uses, end)];
    part.inputs.set(key, LEVELS.has(role) ? value : (part.inputs.get(key) ?? 0) + value);
  }
}

const OPPOSITE = { low: 'high', value: 'value', high: 'low' } as const satisfies Record<End, End>;

/**
 * The end of an input that gives an end of the result: what was before counts for, what came after against it; a
 * ratio's the other way round; of what is multiplied, more of it unless the change is a loss.
 */
function endOfUse(method: Method, use: Use, uses: readonly Use[], end: End): End {
  if (method === 'ratio' && use.role === 'ratio') return use.phase === 'before' ? OPPOSITE[end] : end;
  if (method === 'ratio' || use.role === 'volume') {
    return changeAt(method, uses, end) < 0 ? OPPOSITE[end] : end;
  }
  return use.phase === 'after' ? OPPOSITE[end] : end;
}

/** The change that a volume is multiplied by, at one end. */
function changeAt(method: Method, uses: readonly Use[], end: End): number {
  const role = method === 'ratio' ? 'ratio' : 'minutes';
  const at = (phase: Phase) => {
    const use = uses.find((u) => u.role === role && u.phase === phase);
    return use?.range[endOfUse(method, use, uses, end)];
  };
  const [saved, before, after] = [at('saved'), at('before') ?? 0, at('after') ?? 0];
  if (method === 'ratio') return after - before;
  return saved ?? before - after;
}

function addGap(gaps: Gap[], { from, to }: Evaluated, reason: Reason): void {
  const last = gaps.at(-1);
  if (last && last.reason === reason && last.to === dayText(from - 1)) last.to = dayText(to - 1);
  else gaps.push({ from: dayText(from), to: dayText(to - 1), reason });
}
