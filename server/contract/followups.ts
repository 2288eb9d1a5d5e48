import * as z from 'zod/mini';
import { ROLES } from '../domain/codes.ts';
import { STATE_CAUSES } from '../domain/followupState.ts';
import { Nothing, ProjectParams } from './params.ts';
import { ApprovedPlan } from './plan.ts';
import { Totals } from './report.ts';
import {
  BenefitState,
  Count,
  Day,
  FollowupStatus,
  Known,
  Kroner,
  Method,
  Month,
  Per,
  Reasons,
} from './scalars.ts';

const text = z.nullable(z.string());
const Outcome = z.nullable(z.enum(['realised', 'partly', 'not_realised']));

/** One follow-up: to be done by `due`; done when it has `done`. `value` is in the unit of the benefit's measure. */
export const Followup = z.object({
  due: Day,
  done: z.nullable(Day),
  status: z.nullable(FollowupStatus),
  note: text,
  value: z.nullable(z.number()),
});
export type Followup = z.infer<typeof Followup>;

/** A benefit as it is followed up. */
export const FollowedBenefit = z.object({
  project: z.string(),
  projectName: z.string(),
  benefit: z.string(),
  name: z.string(),
  owner: text,
  ownerEmail: text,
  state: BenefitState,
  /** What made the state so, and the day of it. */
  cause: z.enum(STATE_CAUSES),
  since: z.nullable(Day),
  /** What the last follow-up concluded; a benefit can be closed once there is one. */
  outcome: Outcome,
  /** What the owner should act on first: a follow-up overdue or due within 30 days, or a target passed and not met. */
  urgency: z.enum(['overdue', 'due', 'behind', 'none']),
  /** The last target that fell due is not met. */
  behind: z.boolean(),
  measure: text,
  measureName: text,
  /** Whether the measure's values hold until the next, so that a follow-up's value can be kept as a measurement. */
  level: z.boolean(),
  unit: text,
  /** As which inputs benefits use the measure: what its value may be depends on it. */
  roles: z.array(z.enum(ROLES)),
  /** What a flow's values are for; null for a level. */
  per: z.nullable(Per),
  before: Known,
  after: Known,
  /** Whether the baseline or the value after is only expected, not measured. */
  expected: z.boolean(),
  difference: Known,
  target: Known,
  targetDue: z.nullable(Day),
  targetMet: z.nullable(z.boolean()),
  /** How much of the way from the baseline to the target is gone, a fraction. */
  reached: Known,
  reasons: Reasons,
  /** Why it goes otherwise than planned. */
  deviation: text,
  closed: z.nullable(Day),
  followups: z.array(Followup),
  /** The day on which the next follow-up that is not done is due. */
  next: z.nullable(Day),
  revision: z.string(),
});
export type FollowedBenefit = z.infer<typeof FollowedBenefit>;

const FollowupList = z.object({
  today: Day,
  project: z.string(),
  live: z.nullable(Day),
  /** When the realisation report is due: a year after go-live. */
  reportDue: z.nullable(Day),
  benefits: z.array(FollowedBenefit),
});
export type FollowupList = z.infer<typeof FollowupList>;

const MyBenefits = z.object({
  today: Day,
  owner: text,
  benefits: z.array(FollowedBenefit),
  /** The owner's projects that a year has passed in since go-live, newest first. */
  reports: z.array(z.object({ project: z.string(), name: z.string(), due: Day })),
});
export type MyBenefits = z.infer<typeof MyBenefits>;

/** An owner, with how many benefits there are and how many of them to act on. `owner` null is those that no one owns. */
const Owner = z.object({
  owner: text,
  benefits: z.number(),
  overdue: z.number(),
  due: z.number(),
  behind: z.number(),
});
export type Owner = z.infer<typeof Owner>;

const RealisedBenefit = z.object({
  ...FollowedBenefit.shape,
  method: Method,
  cashable: z.nullable(z.boolean()),
  hours: Known,
  gains: Kroner,
});
export type RealisedBenefit = z.infer<typeof RealisedBenefit>;

/** The figures of the first twelve months in operation, that of go-live the first, or of as many as there are data of. */
const FirstYear = z.object({
  from: Month,
  until: Month,
  months: z.number(),
  incompleteMonths: z.number(),
  totals: Totals,
  fteMonths: z.number(),
  reasons: Reasons,
});
export type FirstYear = z.infer<typeof FirstYear>;

const Realisation = z.object({
  today: Day,
  project: z.string(),
  live: z.nullable(Day),
  due: z.nullable(Day),
  /** Less than a year has passed since go-live, or it is not known. */
  preliminary: z.boolean(),
  /** The last month of the figures. */
  until: z.nullable(Month),
  complete: z.boolean(),
  /** How many of the figures’ months lack a measurement: their gains count only where they are known. */
  incompleteMonths: z.number(),
  /** How many of the figures’ months are expected, not measured. */
  expectedMonths: z.number(),
  /** Whether the project has any costs at all: without them its costs of zero say nothing. */
  costsRegistered: z.boolean(),
  totals: Totals,
  /** The same of the fully measured months alone; their `reasons` begin with `actual.` */
  actual: Totals,
  /** How many months the FTE are counted in, at most twelve. */
  fteMonths: z.number(),
  reasons: Reasons,
  firstYear: z.nullable(FirstYear),
  plan: z.nullable(ApprovedPlan),
  benefits: z.array(RealisedBenefit),
});
export type Realisation = z.infer<typeof Realisation>;

export const followupEndpoints = {
  followups: {
    path: '/api/projects/{project}/followups',
    summary: 'A project’s benefits with their states and follow-ups',
    params: ProjectParams,
    query: Nothing,
    answer: FollowupList,
  },
  myBenefits: {
    path: '/api/my-benefits',
    summary: 'One owner’s benefits, most urgent first; without `owner` those that no one owns',
    params: Nothing,
    query: z.object({ owner: z.optional(z.string().check(z.maxLength(300))) }),
    answer: MyBenefits,
  },
  owners: {
    path: '/api/owners',
    summary: 'Who owns benefits, and how many of them are to be acted on',
    params: Nothing,
    query: Nothing,
    answer: z.object({ owners: z.array(Owner) }),
  },
  realisation: {
    path: '/api/projects/{project}/realisation',
    summary: 'What a project’s benefits came to against what was planned',
    params: ProjectParams,
    query: Nothing,
    answer: Realisation,
  },
} as const;

const BenefitParams = z.object({ project: z.string(), benefit: z.string() });
const Seen = z.object({ revision: z.string() });
const Saved = z.object({ revision: z.string() });
const note = z.nullable(z.string().check(z.maxLength(10_000)));

export const followupActions = {
  saveFollowup: {
    method: 'put',
    path: '/api/projects/{project}/benefits/{benefit}/followups',
    summary: 'Adds a follow-up, moves it, or says how it went',
    params: BenefitParams,
    query: Nothing,
    body: z.object({
      ...Seen.shape,
      ...Followup.shape,
      note,
      /** The day on which the follow-up was due until now; null adds one. */
      was: z.nullable(Day),
      /** Replaces the benefit’s explanation; left out it stays. */
      deviation: z.optional(note),
      /** Keeps the value also as a measurement of the benefit’s measure after the change, from the day of the follow-up. */
      asMeasurement: z.boolean(),
      /** How many that measurement is of, where it is known. */
      n: z.optional(z.nullable(Count)),
    }),
    answer: Saved,
  },
  scheduleFollowups: {
    method: 'post',
    path: '/api/projects/{project}/followups',
    summary: 'Adds follow-ups so many months after a day to some benefits; those that are there stay',
    params: ProjectParams,
    query: Nothing,
    body: z.object({
      benefits: z.array(z.string()).check(z.minLength(1), z.maxLength(1000)),
      /** Go-live, which the months are counted from. */
      live: Day,
      /** Whether that becomes the go-live of the project, which has none yet. */
      saveLive: z.optional(z.boolean()),
      months: z.array(z.int().check(z.minimum(1), z.maximum(120))).check(z.minLength(1), z.maxLength(20)),
    }),
    answer: z.object({ added: z.number() }),
  },
  removeFollowup: {
    method: 'delete',
    path: '/api/projects/{project}/benefits/{benefit}/followups/{due}',
    summary: 'Takes out a follow-up that is not done',
    params: z.object({ ...BenefitParams.shape, due: Day }),
    query: Nothing,
    body: Seen,
    answer: Saved,
  },
  closeBenefit: {
    method: 'post',
    path: '/api/projects/{project}/benefits/{benefit}/close',
    summary: 'Ends the follow-up of a benefit that has been concluded on',
    params: BenefitParams,
    query: Nothing,
    body: Seen,
    answer: Saved,
  },
  reopenBenefit: {
    method: 'post',
    path: '/api/projects/{project}/benefits/{benefit}/reopen',
    summary: 'Takes up the follow-up of a closed benefit again',
    params: BenefitParams,
    query: Nothing,
    body: Seen,
    answer: Saved,
  },
} as const;
