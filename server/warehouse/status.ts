/** Outcomes of a run as the warehouse stores them; only `success` frees time. */
export const RUN_STATUS = {
  success: 0,
  business_exception: 1,
  system_exception: 2,
  abandoned: 3,
} as const;

/**
 * In place of a reason: the source has taken the run back, as one that was tried again is. Its row stays, so that an
 * older file does not bring it back, and is counted nowhere.
 */
export const WITHDRAWN = -1;

export type RunStatus = keyof typeof RUN_STATUS;
