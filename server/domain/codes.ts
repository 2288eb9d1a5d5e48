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
export const ROLES = ['volume', 'minutes', 'hours', 'ratio', 'fte', 'amount', 'indicator'] as const;

/** Why a figure is unknown. */
export const REASONS = [
  'no-data',
  'no-costs',
  'no-benefits',
  'no-observations',
  'no-baseline',
  'no-after',
  'no-measure',
  'no-rate',
  'no-hours',
  'no-target',
  'not-reached',
  'never-negative',
  'not-monetary',
  'measured-directly',
  'zero-baseline',
  'not-said',
] as const;

export type Method = (typeof METHODS)[number];
export type Phase = (typeof PHASES)[number];
export type Per = (typeof PERS)[number];
export type Basis = (typeof BASES)[number];
/** Which input of a method a measure is. */
export type Role = (typeof ROLES)[number];
export type Reason = (typeof REASONS)[number];
