import type { FollowedBenefit, Followup } from '../../../server/contract/followups.ts';
import type { FollowupStatus } from '../../../server/domain/codes.ts';
import { type FollowupProblem, followupProblems } from '../../../server/domain/followupRules.ts';
import { needsExplanation } from '../../../server/domain/followupState.ts';
import { type ValueFault, valueFault } from '../../../server/domain/measurementRules.ts';
import { danishNumber, fieldNumber } from '../edit/numbers.ts';

/** What is in the form's fields. */
export interface FollowupEntry {
  status: FollowupStatus | '';
  done: string;
  value: string;
  n: string;
  note: string;
  deviation: string;
  asMeasurement: boolean;
}

type Field = Exclude<keyof FollowupEntry, 'asMeasurement'>;
export type FollowupErrors = Partial<
  Record<Field, FollowupProblem | ValueFault | 'no-number' | 'no-count' | 'taken'>
>;

/** What the form begins with: what was said before, else today. */
export function startOf(benefit: FollowedBenefit, followup: Followup | null, today: string): FollowupEntry {
  const done = followup?.done ?? null;
  return {
    status: followup?.status ?? '',
    done: done ?? today,
    value: fieldNumber(followup?.value),
    n: '',
    // What is written before it is done is what to look for, not what was seen.
    note: done === null ? '' : (followup?.note ?? ''),
    deviation: benefit.deviation ?? '',
    asMeasurement: false,
  };
}

/** What is to be saved, or what is wrong with the fields. One that was not planned is due on the day that it was done. */
export function followupToSave(
  benefit: FollowedBenefit,
  followup: Followup | null,
  entry: FollowupEntry,
  today: string,
) {
  const value = danishNumber(entry.value);
  const status = entry.status === '' ? null : entry.status;
  const explained = needsExplanation(status);
  const content = {
    due: followup?.due ?? entry.done,
    done: entry.done,
    status,
    note: entry.note,
    value: value ?? null,
  };
  const { due, ...found } = followupProblems({ ...content, deviation: entry.deviation }, today);
  const problems: FollowupErrors = { ...found };
  const asMeasurement = entry.asMeasurement && benefit.level && content.value !== null;
  const { unit, roles } = benefit;
  if (asMeasurement && content.value !== null) {
    const fault = valueFault({ unit: unit ?? '', roles }, content.value);
    if (fault) problems.value ??= fault;
  }
  if (value === undefined) problems.value = 'no-number';
  const n = asMeasurement ? danishNumber(entry.n) : null;
  if (n === undefined || (n !== null && !(Number.isInteger(n) && n >= 1))) problems.n = 'no-count';
  if (followup === null && benefit.followups.some((f) => f.due === content.due)) problems.done ??= 'taken';
  if (due !== undefined || Object.keys(problems).length > 0) return { body: null, problems };
  const body = {
    ...content,
    was: followup?.due ?? null,
    ...(explained ? { deviation: entry.deviation } : {}),
    asMeasurement,
    n: n ?? null,
    revision: benefit.revision,
  };
  return { body, problems };
}
