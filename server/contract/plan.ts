import * as z from 'zod/mini';
import { DRAFT_BASES } from '../domain/planDraft.ts';
import { ProjectParams } from './params.ts';
import { Day, Known, Kroner, Month, Reason, Reasons } from './scalars.ts';

const MOST = 1_000_000_000_000;
/** Kroner of either sign. */
const Amount = z.number().check(z.gte(-MOST, 'expected kroner'), z.lte(MOST, 'expected kroner'));
const AmountAbove = z.number().check(z.gte(0, 'expected kroner from 0'), z.lte(MOST, 'expected kroner'));
const Year = z.int().check(z.gte(1970, 'expected a year from 1970'), z.lte(2100, 'expected a year to 2100'));
const Name = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** A year of a plan, in kroner: planned net = scenario 0 − scenario 1 − risk. */
export const PlanYear = z.object({
  year: Year,
  scenario0: Amount,
  scenario1: Amount,
  risk: AmountAbove,
});
export type PlanYear = z.infer<typeof PlanYear>;

/** Plan and actual of a year, in kroner; `reasons` by the field that is null. */
export const PlanComparison = z.object({
  year: z.number(),
  planned: z.nullable(
    z.object({ scenario0: z.number(), scenario1: z.number(), risk: z.number(), net: z.number() }),
  ),
  /** How many of its months are fully measured: only these are compared. */
  months: z.number(),
  /** How many of its months lack a measurement. */
  unmeasured: z.number(),
  gains: Kroner,
  costs: Kroner,
  net: Kroner,
  /** The plan’s share for the same months. */
  plannedSoFar: Kroner,
  deviation: Kroner,
  /** Deviation as a fraction of the plan for the same months. */
  share: Known,
  reasons: Reasons,
});
export type PlanComparison = z.infer<typeof PlanComparison>;

export const PlanVersion = z.object({
  version: z.number(),
  kind: z.enum(['business_case', 'estimate']),
  approved: Day,
  approvedBy: z.string(),
  note: z.nullable(z.string()),
  /** When it was entered, an instant. */
  created: z.string(),
  createdBy: z.string(),
  years: z.array(PlanComparison),
  /** Of all the plan’s years. */
  planned: z.object({ scenario0: z.number(), scenario1: z.number(), risk: z.number(), net: z.number() }),
  /** Of the years that are both planned and measured. */
  total: z.object({
    months: z.number(),
    /** The last of these months: what comes later is not compared. */
    until: z.nullable(Month),
    net: Kroner,
    plannedSoFar: Kroner,
    deviation: Kroner,
    share: Known,
    reasons: Reasons,
  }),
  breakEven: z.nullable(Month),
  /** Why the plan has no break-even. */
  noBreakEven: z.nullable(Reason),
  months: z.array(z.object({ month: Month, cumulativeNet: z.number() })),
});
export type PlanVersion = z.infer<typeof PlanVersion>;

/** A risk: `probability` a fraction, `consequence` and `expected` (their product, to the øre) in kroner. */
export const Risk = z.object({
  risk: z.string(),
  probability: z.number(),
  consequence: z.number(),
  expected: z.number(),
});
export type Risk = z.infer<typeof Risk>;

export const Plan = z.object({
  project: z.string(),
  /** The last month with actual data. */
  until: z.nullable(Month),
  /** Oldest first. */
  versions: z.array(PlanVersion),
  /** Net as it came out, from the first cost or gain to the last month before any that is expected. */
  actual: z.object({
    months: z.array(z.object({ month: Month, cumulativeNet: z.number() })),
    /** Months of it that lack a measurement: their gains are counted only where they are known. */
    unmeasured: z.number(),
    breakEven: z.nullable(Month),
    noBreakEven: z.nullable(Reason),
  }),
  /** What is known now by year, actual and expected, to begin a new version from. Null is unknown. */
  draft: z.array(
    z.object({
      year: z.number(),
      scenario0: Kroner,
      scenario1: Kroner,
      complete: z.boolean(),
      /** Whether the year’s gains are measured, expected by the benefits’ targets, or both; null where unknown. */
      basis: z.nullable(z.enum(DRAFT_BASES)),
    }),
  ),
  risks: z.object({ list: z.array(Risk), pool: z.number(), revision: z.string() }),
  /** Why years came out otherwise than planned, for every year that a version or the project has. */
  explanations: z.array(
    z.object({ year: z.number(), explanation: z.nullable(z.string()), revision: z.string() }),
  ),
});
export type Plan = z.infer<typeof Plan>;

/** The approved plan as the realisation report has it. */
export const ApprovedPlan = z.object({
  /** The version that was approved first, where `newest` is a later one. */
  first: z.nullable(PlanVersion),
  newest: PlanVersion,
  /** The last month with actual data. */
  until: z.nullable(Month),
  /** Why years came out otherwise than planned. */
  explanations: Plan.shape.explanations,
});
export type ApprovedPlan = z.infer<typeof ApprovedPlan>;

export const planEndpoints = {
  plan: {
    path: '/api/projects/{project}/plan',
    summary: 'A project’s plans as they were approved, against what came of them',
    params: ProjectParams,
    query: z.object({}),
    answer: Plan,
  },
} as const;

const Saved = z.object({ revision: z.string() });

export const planActions = {
  freezePlan: {
    method: 'post',
    path: '/api/projects/{project}/plan',
    summary: 'Keeps a plan as it was approved, as the next version; none is ever changed',
    params: ProjectParams,
    query: z.object({}),
    body: z.object({
      /** The newest version that was there when the plan was written, 0 for none. */
      after: z.int().check(z.gte(0)),
      approved: Day,
      approvedBy: Name(200),
      note: z.nullable(z.string().check(z.maxLength(4000))),
      years: z.array(PlanYear).check(z.minLength(1), z.maxLength(50)),
    }),
    answer: z.object({ version: z.number() }),
  },
  saveRisks: {
    method: 'put',
    path: '/api/projects/{project}/risks',
    summary: 'A project’s risks, all of them',
    params: ProjectParams,
    query: z.object({}),
    body: z.object({
      revision: z.string(),
      risks: z
        .array(
          z.object({
            risk: Name(400),
            probability: z.number().check(z.gte(0, 'expected a fraction'), z.lte(1, 'expected a fraction')),
            consequence: AmountAbove,
          }),
        )
        .check(z.maxLength(100)),
    }),
    answer: Saved,
  },
  explainDeviation: {
    method: 'put',
    path: '/api/projects/{project}/plan/{year}/explanation',
    summary: 'Why a year came out otherwise than planned; an empty text takes the explanation away',
    params: z.extend(ProjectParams, {
      year: z.string().check(z.regex(/^(19[7-9]\d|20\d\d|2100)$/, 'expected a year from 1970 to 2100')),
    }),
    query: z.object({}),
    body: z.object({ revision: z.string(), explanation: z.string().check(z.maxLength(4000)) }),
    answer: Saved,
  },
} as const;
