import type { Reason } from '../../server/domain/codes.ts';

/** Reasons that are themselves the answer: a project that has not paid back yet is not unknown. */
export const ANSWERS: ReadonlySet<Reason> = new Set([
  'not-reached',
  'never-negative',
  'not-monetary',
  'no-hours',
]);
