import * as z from 'zod/mini';
import {
  BASES,
  BENEFIT_STATES,
  BENEFIT_TYPES,
  FOLLOWUP_STATUSES,
  METHODS,
  PERS,
  PHASES,
  REASONS,
  STAGES,
} from '../domain/codes.ts';

/** A calendar month, `YYYY-MM`, of the years that data may be of. */
export const Month = z
  .string()
  .check(
    z.regex(
      /^(19[7-9]\d|20\d\d|2100)-(0[1-9]|1[0-2])$/,
      'expected a month from 1970-01 to 2100-12, such as 2026-03',
    ),
  );
/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/, 'expected a day such as 2026-03-31'));
/** Kroner with two decimals; null is unknown. */
export const Kroner = z.nullable(z.number());
/** A figure whose null is unknown; the answer's `reasons` say why. */
export const Known = z.nullable(z.number());

const LARGEST = 1e15;
const beyond = 'expected a number of at most 15 digits';
/** A number that is entered: larger ones lose their last digits. */
export const Quantity = z.number().check(z.gt(-LARGEST, beyond), z.lt(LARGEST, beyond));
/** How many of something, entered. */
export const Count = z
  .int('expected a whole number')
  .check(z.gte(0, 'expected a number from 0'), z.lte(2_000_000_000, 'expected at most 2,000,000,000'));

/** Why a figure is null. The web has a sentence for each. */
export const Reason = z.enum(REASONS);
export type Reason = z.infer<typeof Reason>;

/** Reasons by the name of the field that is null, nested ones with points: `actual.roi`, `benefits.B1.gains`. */
export const Reasons = z.record(z.string(), Reason);

/** Whether a month's (or year's) figures are observed, partly expected, or lack observations. */
export const FigureBasis = z.enum(['actual', 'expected', 'incomplete']);
export type FigureBasis = z.infer<typeof FigureBasis>;

export const Stage = z.enum(STAGES);
export const Method = z.enum(METHODS);
export const BenefitType = z.enum(BENEFIT_TYPES);
export const Phase = z.enum(PHASES);
export const Per = z.enum(PERS);
export const Basis = z.enum(BASES);
export const FollowupStatus = z.enum(FOLLOWUP_STATUSES);
export const BenefitState = z.enum(BENEFIT_STATES);
