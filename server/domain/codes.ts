export const STAGES = [
  'submitted',
  'screening',
  'prioritised',
  'sign_in',
  'analysis',
  'development',
  'hypercare',
  'sign_off',
  'operation',
  'retired',
] as const;
export const METHODS = ['per_item', 'hours', 'ratio', 'fte', 'amount', 'indicator'] as const;
export const BENEFIT_TYPES = ['productivity', 'budget', 'quality', 'society'] as const;
export const PHASES = ['before', 'after', 'saved'] as const;
export const PERS = ['day', 'week', 'month', 'year', 'period'] as const;
export const BASES = ['actual', 'expected'] as const;
export const FOLLOWUP_STATUSES = ['on_track', 'behind', 'realised', 'partly', 'not_realised'] as const;
/** How far a benefit has come, in that order. */
export const BENEFIT_STATES = [
  'planned',
  'baseline_measured',
  'in_progress',
  'realised',
  'partly',
  'not_realised',
  'closed',
] as const;
export const ROLES = ['volume', 'minutes', 'hours', 'ratio', 'fte', 'amount', 'indicator'] as const;

/** What can be changed by hand, and have its changes looked up. */
export const SUBJECTS = [
  'project',
  'benefit',
  'measurement',
  'followup',
  'map',
  'plan',
  'deviation',
  'risks',
] as const;

/** Why a figure is unknown. */
export const REASONS = [
  'no-data',
  'no-costs',
  'no-benefits',
  'no-observations',
  'no-baseline',
  'no-after',
  'not-over',
  'only-expected',
  'no-measure',
  'wrong-measure',
  'no-rate',
  'no-hours',
  'no-target',
  'not-reached',
  'never-negative',
  'not-monetary',
  'measured-directly',
  'zero-baseline',
  'no-change-aimed',
  'not-said',
  'not-planned',
  'no-actual',
  'zero-plan',
  'not-counted',
] as const;

export type Method = (typeof METHODS)[number];
export type Phase = (typeof PHASES)[number];
export type Per = (typeof PERS)[number];
export type Basis = (typeof BASES)[number];
export type FollowupStatus = (typeof FOLLOWUP_STATUSES)[number];
/** Which input of a method a measure is. */
export type Role = (typeof ROLES)[number];
export type Subject = (typeof SUBJECTS)[number];
export type Reason = (typeof REASONS)[number];
