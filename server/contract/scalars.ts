import * as z from 'zod/mini';
import { BASES, BENEFIT_TYPES, METHODS, PERS, PHASES, REASONS, STAGES } from '../domain/codes.ts';

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
