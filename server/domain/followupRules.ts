import type { FollowupStatus } from './codes.ts';
import { needsExplanation } from './followupState.ts';
import { isDay } from './schedule.ts';

const LONGEST_NOTE = 2000;

/** A follow-up as it is typed, or sent. */
export interface FollowupDraft {
  due: string;
  done: string | null;
  status: FollowupStatus | null;
  note: string | null;
  value: number | null;
  /** Why it goes otherwise than planned. */
  deviation: string | null;
}

export type FollowupField = keyof FollowupDraft;
/** What can be wrong with a field. The web has a sentence for each. */
export type FollowupProblem =
  | 'required'
  | 'no-day'
  | 'future'
  | 'no-status'
  | 'no-sentence'
  | 'too-long'
  | 'no-explanation'
  | 'not-done'
  | 'out-of-range';

const LARGEST = 1e15;

/**
 * What is wrong with a follow-up, by field; nothing when it can be saved. One that is done has a day that is not in the
 * future, a status and a sentence, and an explanation where it goes otherwise than planned; one that is not has none of it.
 */
export function followupProblems(
  draft: FollowupDraft,
  today: string,
): Partial<Record<FollowupField, FollowupProblem>> {
  const found: Partial<Record<FollowupField, FollowupProblem>> = {};
  if (!isDay(draft.due)) found.due = draft.due === '' ? 'required' : 'no-day';
  for (const field of ['note', 'deviation'] as const) {
    if ((draft[field] ?? '').length > LONGEST_NOTE) found[field] = 'too-long';
  }
  if (draft.value !== null && !(Math.abs(draft.value) < LARGEST)) found.value = 'out-of-range';
  if (draft.done === null) {
    if (draft.status !== null) found.status = 'not-done';
    if (draft.value !== null) found.value = 'not-done';
    return found;
  }
  if (!isDay(draft.done)) found.done = draft.done === '' ? 'required' : 'no-day';
  else if (draft.done > today) found.done = 'future';
  if (draft.status === null) found.status = 'no-status';
  if (isEmpty(draft.note)) found.note = 'no-sentence';
  if (needsExplanation(draft.status) && isEmpty(draft.deviation)) found.deviation = 'no-explanation';
  return found;
}

function isEmpty(text: string | null): boolean {
  return text === null || text.trim() === '';
}
