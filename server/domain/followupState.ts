import type { BenefitInputs } from './benefit.ts';
import { dayNumber } from './calendar.ts';
import type { BENEFIT_STATES, FollowupStatus } from './codes.ts';
import { type Judged, judgedRole } from './judged.ts';
import { DAYS_AHEAD } from './schedule.ts';

/** A follow-up as far as the state goes. */
export interface DatedFollowup {
  due: string;
  done: string | null;
  status: FollowupStatus | null;
}

/** What a benefit's state is read from. Days are the first of their kind. */
export interface StateFacts {
  /** From when there is a baseline of the measure that the benefit is judged by. */
  baseline: string | null;
  /** The first observation after the change. */
  observed: string | null;
  live: string | null;
  /** When its follow-up was ended. */
  closed: string | null;
  followups: readonly DatedFollowup[];
}

type State = (typeof BENEFIT_STATES)[number];
/** What made a benefit's state what it is. */
export const STATE_CAUSES = ['no-baseline', 'baseline', 'live', 'observed', 'followed-up', 'closed'] as const;

export interface BenefitState {
  state: State;
  cause: (typeof STATE_CAUSES)[number];
  /** The day of the cause; null where nothing has happened. */
  since: string | null;
  /** What the last follow-up with a conclusion said; null before there is one. */
  outcome: Outcome | null;
}

export type Outcome = Extract<FollowupStatus, 'realised' | 'partly' | 'not_realised'>;

/**
 * How far a benefit has come on a day: closed, else what its last follow-up concluded, else in progress from go-live or the
 * first observation, else its baseline is measured, else it is planned. What lies after the day has not happened.
 */
export function benefitState(facts: StateFacts, today: string): BenefitState {
  const last = lastDone(facts.followups, today);
  const outcome = last && isOutcome(last.status) ? last.status : null;
  const past = (day: string | null) => day !== null && day <= today;
  if (facts.closed !== null) return { state: 'closed', cause: 'closed', since: facts.closed, outcome };
  if (last) return { state: outcome ?? 'in_progress', cause: 'followed-up', since: last.done, outcome };
  const began = { state: 'in_progress', outcome } as const;
  if (past(facts.live)) return { ...began, cause: 'live', since: facts.live };
  if (past(facts.observed)) return { ...began, cause: 'observed', since: facts.observed };
  return past(facts.baseline)
    ? { state: 'baseline_measured', cause: 'baseline', since: facts.baseline, outcome }
    : { state: 'planned', cause: 'no-baseline', since: null, outcome };
}

/** Whether a follow-up with this status says how it went, so that the benefit can be closed. */
export function isOutcome(status: FollowupStatus | null): status is Outcome {
  return status === 'realised' || status === 'partly' || status === 'not_realised';
}

/** Whether a status asks for an explanation of why it went otherwise than planned. */
export function needsExplanation(status: FollowupStatus | null): boolean {
  return status === 'behind' || status === 'partly' || status === 'not_realised';
}

/** The last follow-up that was done with a status by a day. */
export function lastDone<T extends DatedFollowup>(followups: readonly T[], today: string): T | null {
  const done = followups.filter((f) => f.done !== null && f.done <= today && f.status !== null);
  const later = (a: T, b: T) => (`${a.done} ${a.due}` > `${b.done} ${b.due}` ? a : b);
  return done.reduce<T | null>((last, f) => (last ? later(last, f) : f), null);
}

/** The next follow-up that is not done. */
export function nextOpen<T extends { due: string; done: string | null }>(followups: readonly T[]): T | null {
  return followups
    .filter((f) => f.done === null)
    .reduce<T | null>((next, f) => (next && next.due <= f.due ? next : f), null);
}

/** Whether a follow-up that is not done should have been (`overdue`), or falls due within thirty days (`due`). */
export function dueness(due: string, today: string): 'overdue' | 'due' | 'later' {
  if (due < today) return 'overdue';
  return dayNumber(due) - dayNumber(today) <= DAYS_AHEAD ? 'due' : 'later';
}

/** What of a benefit's inputs its state is read from. Expected values are no observations. */
export function stateFacts(inputs: BenefitInputs): Pick<StateFacts, 'baseline' | 'observed' | 'live'> {
  const rows = Object.values(inputs.measures).flatMap((measure) => measure.rows);
  const judged = inputs.measures[judgedRole(inputs)]?.rows ?? [];
  const observations = rows.filter((row) => row.phase !== 'before' && row.basis === 'actual');
  const runs = [...(inputs.runs?.months ?? [])].filter(([, m]) => m.successes > 0);
  return {
    baseline: first(judged.filter((row) => row.phase === 'before').map((row) => row.from)),
    observed: first([...observations.map((row) => row.from), ...runs.map(([month]) => `${month}-01`)]),
    live: inputs.live,
  };
}

/** How much of the way from the baseline to the target is gone: (after − before) ÷ (target − before), a fraction. */
export function shareReached(before: number, after: number, target: number): number | null {
  return target === before ? null : (after - before) / (target - before);
}

/** A judged benefit with how much of the way to its target is gone, or why that is unknown. */
export function withReached(judged: Judged): Judged & { reached: number | null } {
  const { before, after, target, expected, reasons } = judged;
  const direct = reasons.targetMet === 'measured-directly' ? reasons.targetMet : undefined;
  if (before === null || after === null || target === null || direct || expected) {
    const known = reasons.target ?? direct ?? reasons.before ?? reasons.after;
    const why = known ?? (expected ? 'only-expected' : 'no-target');
    return { ...judged, reached: null, reasons: { ...reasons, reached: why } };
  }
  const reached = shareReached(before, after, target);
  return reached === null
    ? { ...judged, reached, reasons: { ...reasons, reached: 'no-change-aimed' } }
    : { ...judged, reached };
}

function first(days: readonly string[]): string | null {
  return days.reduce<string | null>((a, b) => (a !== null && a < b ? a : b), null);
}
