import * as z from 'zod/mini';
import { FREQUENCIES } from '../domain/card.ts';
import { ROLES } from '../domain/codes.ts';
import { Nothing, ProjectParams } from './params.ts';
import { Basis, BenefitType, Count, Day, Known, Method, Per, Quantity, Stage } from './scalars.ts';

const text = z.nullable(z.string());
const Better = z.enum(['higher', 'lower']);

const Baseline = z.object({
  value: Quantity,
  from: Day,
  to: z.nullable(Day),
  per: z.nullable(Per),
  n: z.nullable(Count),
  note: text,
  /** Left out it is as it was, and a new baseline is measured. */
  basis: z.optional(Basis),
});

/** A measure as a card asks for it; `measure` is null for one that the card makes. */
const MeasureContent = {
  measure: text,
  name: z.string(),
  unit: z.string(),
  better: Better,
  how: text,
  source: text,
  baseline: z.nullable(Baseline),
};

const CardTarget = z.object({
  due: Day,
  pessimistic: z.nullable(Quantity),
  likely: Quantity,
  optimistic: z.nullable(Quantity),
});

/** All that a benefit's card says, as it is edited. `attribution` is a fraction. */
export const Card = z.object({
  name: z.string(),
  change: text,
  type: BenefitType,
  cashable: z.nullable(z.boolean()),
  method: Method,
  inputs: z
    .array(
      z.object({
        role: z.enum(ROLES),
        ...MeasureContent,
        /**
         * Of a measure that the card takes up: its revision among the choices, as the editor saw it. Left out, nothing
         * is taken out of the measure, and what other benefits rest on must stay as it is.
         */
        revision: z.optional(z.string()),
      }),
    )
    .check(z.maxLength(7)),
  targets: z.array(CardTarget).check(z.maxLength(50)),
  rate: text,
  from: z.nullable(Day),
  to: z.nullable(Day),
  attribution: z.number(),
  owner: text,
  ownerEmail: text,
  measuredBy: text,
  department: text,
  frequency: z.nullable(z.enum(FREQUENCIES)),
  confidence: text,
  phaseIn: text,
  assumptions: text,
  dependencies: text,
  risks: text,
  evidence: z.array(z.string()).check(z.maxLength(50)),
  deviation: text,
});

/** A card with what is around it. `revision` goes back with the edit that began from it. */
export const CardAnswer = z.object({
  project: z.string(),
  benefit: z.string(),
  revision: z.string(),
  /** The day on which it was set aside; its figures are in no total. */
  archived: z.nullable(Day),
  closed: z.nullable(Day),
  card: Card,
});
export type CardAnswer = z.infer<typeof CardAnswer>;

/** What a form can choose from in a project. */
export const CardChoices = z.object({
  today: Day,
  rates: z.array(
    z.object({ rate: z.string(), validFrom: Day, hourlyKr: z.number(), hoursPerFte: z.number() }),
  ),
  measures: z.array(
    z.object({
      ...MeasureContent,
      measure: z.string(),
      kind: z.enum(['flow', 'level']),
      targets: z.array(CardTarget),
      revision: z.string(),
      /** The benefits that use it, of any project; not those that were set aside. */
      usedBy: z.array(z.object({ benefit: z.string(), name: z.string() })),
    }),
  ),
  /** Robots with what they handled in the last twelve months, fewer months scaled up. */
  robots: z.array(z.object({ robot: z.string(), name: z.string(), itemsPerYear: Known })),
  departments: z.array(z.string()),
  owners: z.array(z.object({ owner: z.string(), ownerEmail: text })),
  /** Benefits of the project that were set aside. */
  archived: z.array(z.object({ benefit: z.string(), name: z.string() })),
});
export type CardChoices = z.infer<typeof CardChoices>;

const BenefitEntry = z.object({
  benefit: z.string(),
  name: z.string(),
  project: z.string(),
  projectName: z.string(),
  municipalityName: z.string(),
  method: Method,
  type: BenefitType,
});
export type BenefitEntry = z.infer<typeof BenefitEntry>;

/** A project's facts as they are edited. The department is by its name; a new name is a new department. */
export const ProjectContent = z.object({
  name: z.string(),
  municipality: z.string(),
  department: text,
  field: text,
  technology: text,
  stage: z.nullable(Stage),
  started: z.nullable(Day),
  live: z.nullable(Day),
  ended: z.nullable(Day),
  owner: text,
  ownerEmail: text,
  contact: text,
  goal: text,
  summary: text,
});

const ProjectFacts = z.object({
  project: z.string(),
  revision: z.string(),
  content: ProjectContent,
});
export type ProjectFacts = z.infer<typeof ProjectFacts>;

/** A rate for a warehouse that has none: without one, hours are not kroner. */
const NewRate = z.nullable(z.object({ hourlyKr: z.number(), hoursPerFte: z.number() }));
export type NewRate = z.infer<typeof NewRate>;

const CardParams = z.object({ project: z.string(), benefit: z.string() });
const Revision = z.object({ revision: z.string() });
const CardCode = z.object({ benefit: z.string() });

export const cardEndpoints = {
  benefitEntries: {
    path: '/api/benefits',
    summary: 'Every benefit of every project, to copy from',
    params: Nothing,
    query: Nothing,
    answer: z.object({ benefits: z.array(BenefitEntry) }),
  },
  card: {
    path: '/api/projects/{project}/cards/{benefit}',
    summary: 'A benefit’s card, as it is read and edited',
    params: CardParams,
    query: Nothing,
    answer: CardAnswer,
  },
  cardChoices: {
    path: '/api/projects/{project}/card-choices',
    summary: 'Rates, measures, robots and departments that a card can choose from',
    params: ProjectParams,
    query: Nothing,
    answer: CardChoices,
  },
  projectFacts: {
    path: '/api/projects/{project}/facts',
    summary: 'A project’s facts, as they are edited',
    params: ProjectParams,
    query: Nothing,
    answer: ProjectFacts,
  },
} as const;

export const cardActions = {
  createProject: {
    method: 'post',
    path: '/api/projects',
    summary: 'Makes a project; its code is made from its name',
    params: Nothing,
    query: Nothing,
    body: z.object({ content: ProjectContent }),
    answer: z.object({ project: z.string() }),
  },
  saveProject: {
    method: 'put',
    path: '/api/projects/{project}',
    summary: 'Changes a project’s facts',
    params: ProjectParams,
    query: Nothing,
    body: z.object({ revision: z.string(), content: ProjectContent }),
    answer: z.object({ project: z.string() }),
  },
  createBenefit: {
    method: 'post',
    path: '/api/projects/{project}/cards',
    summary: 'Makes a benefit with its measures, baseline and targets; its code is made from its name',
    params: ProjectParams,
    query: Nothing,
    body: z.object({ card: Card, newRate: NewRate }),
    answer: CardCode,
  },
  saveBenefit: {
    method: 'put',
    path: '/api/projects/{project}/cards/{benefit}',
    summary: 'Changes a benefit’s card',
    params: CardParams,
    query: Nothing,
    body: z.object({ revision: z.string(), card: Card, newRate: NewRate }),
    answer: CardCode,
  },
  archiveBenefit: {
    method: 'post',
    path: '/api/projects/{project}/cards/{benefit}/archive',
    summary: 'Sets a benefit aside: it leaves the figures, the lists and the map, but not the history',
    params: CardParams,
    query: Nothing,
    body: Revision,
    answer: CardCode,
  },
  unarchiveBenefit: {
    method: 'post',
    path: '/api/projects/{project}/cards/{benefit}/unarchive',
    summary: 'Takes a benefit that was set aside back into the figures',
    params: CardParams,
    query: Nothing,
    body: Revision,
    answer: CardCode,
  },
} as const;
