/** Outcomes of a run as the warehouse stores them; only `success` frees time. */
export const RUN_STATUS = {
  success: 0,
  business_exception: 1,
  system_exception: 2,
  abandoned: 3,
} as const;

export type RunStatus = keyof typeof RUN_STATUS;
