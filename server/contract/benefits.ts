import * as z from 'zod/mini';
import { ROLES } from '../domain/codes.ts';
import { Measurement } from './measures.ts';
import { FollowupDue } from './portfolio.ts';
import { BenefitFigures } from './report.ts';
import { BenefitType, Day, Known, Month, Per, Reasons } from './scalars.ts';

const text = z.nullable(z.string());

/** One measurement that went into a figure. */
export const CalculationInput = z.object({
  /** Which input of the method it is: volume, minutes, hours, ratio, fte, amount or indicator. */
  role: z.enum(ROLES),
  measure: z.string(),
  name: z.string(),
  unit: z.string(),
  source: text,
  ...Measurement.shape,
});
export type CalculationInput = z.infer<typeof CalculationInput>;

/** The successful runs of the robot that is a benefit's volume, up to the figures' month. */
export const CalculationRuns = z.object({
  robot: z.string(),
  name: z.string(),
  runs: z.number(),
  items: z.number(),
  from: z.nullable(Month),
  until: z.nullable(Month),
});

export const CalculationRate = z.object({
  rate: z.string(),
  validFrom: Day,
  hourlyKr: z.number(),
  hoursPerFte: z.number(),
  source: text,
});

/** A benefit with its figures and all that they were calculated from. */
export const Benefit = z.object({
  ...BenefitFigures.shape,
  name: z.string(),
  type: BenefitType,
  /** The measure that the benefit is judged by: its indicator, else the measure that its method improves. */
  measure: text,
  measureName: text,
  unit: text,
  /** What a flow's values are for; null for a level. */
  per: z.nullable(Per),
  better: z.nullable(z.enum(['higher', 'lower'])),
  /** after − before, or what was measured directly as saved, in the measure's own unit. */
  difference: Known,
  /** Whether the baseline or the value after is only expected, not measured. */
  expected: z.boolean(),
  /** Whether the target is still ahead: its day has not passed. */
  targetAhead: z.boolean(),
  attribution: z.number(),
  owner: text,
  ownerEmail: text,
  confidence: text,
  change: text,
  from: z.nullable(Day),
  to: z.nullable(Day),
  reasons: Reasons,
  /** Where gains are unknown: the first input of the method that was never measured before the change, or after it. */
  lacking: z.nullable(z.object({ name: z.string(), phase: z.enum(['before', 'after']) })),
  inputs: z.array(CalculationInput),
  runs: z.nullable(CalculationRuns),
  rates: z.array(CalculationRate),
});
export type Benefit = z.infer<typeof Benefit>;

export const BenefitList = z.object({
  until: z.nullable(Month),
  benefits: z.array(Benefit),
  followupsDue: z.array(FollowupDue),
});
export type BenefitList = z.infer<typeof BenefitList>;
