import * as z from 'zod/mini';
import { NODE_KINDS } from '../domain/benefitMap.ts';
import { BENEFIT_STATUSES } from '../domain/benefitStatus.ts';
import { Nothing, ProjectParams } from './params.ts';
import { Day, FigureBasis, Known, Kroner, Method, Month, Per, Reason, Reasons } from './scalars.ts';

const text = z.nullable(z.string());

/** The longest text of a box, and the most boxes and arrows of a map. */
export const LONGEST_TEXT = 300;
const MOST_NODES = 300;
const MOST_LINKS = 2000;

/** How it goes with a benefit, from its last follow-up or else its target; null with the reason. */
export const BenefitStatusView = z.object({
  status: z.nullable(z.enum(BENEFIT_STATUSES)),
  from: z.nullable(z.enum(['followup', 'target', 'dates'])),
  day: z.nullable(Day),
  reason: z.nullable(Reason),
});
export type BenefitStatusView = z.infer<typeof BenefitStatusView>;

/** What a benefit's box carries: kroner and hours up to the map's month. */
export const MapBenefit = z.object({
  method: Method,
  gains: Kroner,
  hours: Known,
  /** Whether gains and hours are measured, partly expected, or lack observations. */
  basis: FigureBasis,
  before: Known,
  after: Known,
  /** Whether the baseline or the value after is only expected, not measured. */
  expected: z.boolean(),
  difference: Known,
  target: Known,
  targetDue: z.nullable(z.string()),
  targetMet: z.nullable(z.boolean()),
  unit: text,
  /** What a flow's values are for; null for a level. */
  per: z.nullable(Per),
  owner: text,
  status: BenefitStatusView,
  reasons: Reasons,
});
export type MapBenefit = z.infer<typeof MapBenefit>;

/** What a goal is carried by. `gains` is the sum of those known, of `known` benefits out of the `monetary` ones. */
export const GoalSum = z.object({
  benefits: z.number(),
  monetary: z.number(),
  known: z.number(),
  gains: Kroner,
  reasons: Reasons,
});
export type GoalSum = z.infer<typeof GoalSum>;

/** A box: of a solution with costs so far, of a benefit with its figures, of a goal with what carries it. */
export const MapNode = z.object({
  node: z.string(),
  kind: z.enum(NODE_KINDS),
  name: z.string(),
  /** Whether the box is a text that the map's editors wrote, and not a project, robot or benefit of its own. */
  text: z.boolean(),
  /** How many other projects have the same text on their maps. */
  shared: z.number(),
  costs: z.nullable(z.object({ costs: Kroner, reasons: Reasons })),
  benefit: z.nullable(MapBenefit),
  goal: z.nullable(GoalSum),
});
export type MapNode = z.infer<typeof MapNode>;

/** An arrow; `shared` is how many other projects’ maps have it too. */
export const MapLink = z.object({ from: z.string(), to: z.string(), shared: z.number() });
export type MapLink = z.infer<typeof MapLink>;

export const ProjectMap = z.object({
  project: z.string(),
  until: z.nullable(Month),
  revision: z.string(),
  nodes: z.array(MapNode),
  links: z.array(MapLink),
  /** Goals on other projects' maps, to choose from. */
  otherGoals: z.array(z.string()),
});
export type ProjectMap = z.infer<typeof ProjectMap>;

const Text = z
  .string()
  .check(z.trim(), z.minLength(1, 'expected a text'), z.maxLength(LONGEST_TEXT, 'expected 300 characters'));

/** A map as it is drawn: its boxes and arrows, without figures. */
export const MapContent = z.object({
  nodes: z.array(z.object({ node: Text, kind: z.enum(NODE_KINDS) })).check(z.maxLength(MOST_NODES)),
  links: z.array(z.object({ from: Text, to: Text })).check(z.maxLength(MOST_LINKS)),
});
export type MapContent = z.infer<typeof MapContent>;

/** One benefit that carries a goal. */
export const GoalBenefit = z.object({
  project: z.string(),
  projectName: z.string(),
  benefit: z.string(),
  name: z.string(),
  until: z.nullable(Month),
  ...MapBenefit.shape,
});
export type GoalBenefit = z.infer<typeof GoalBenefit>;

/** A strategic goal with the benefits of all projects that carry it. */
export const Goal = z.object({
  goal: z.string(),
  /** Projects whose benefits carry it. */
  projects: z.number(),
  /** Projects that have it on their maps. */
  maps: z.number(),
  sum: GoalSum,
  benefits: z.array(GoalBenefit),
});
export type Goal = z.infer<typeof Goal>;

export const GoalList = z.object({
  goals: z.array(Goal),
  /** Benefits that no arrow leads from to a goal. */
  without: z.array(GoalBenefit),
});
export type GoalList = z.infer<typeof GoalList>;

export const mapEndpoints = {
  map: {
    path: '/api/projects/{project}/map',
    summary: 'A project’s benefit map with figures and status',
    params: ProjectParams,
    query: Nothing,
    answer: ProjectMap,
  },
  goals: {
    path: '/api/goals',
    summary: 'The portfolio by strategic goal: which benefits, of which projects, carry it',
    params: Nothing,
    query: Nothing,
    answer: GoalList,
  },
} as const;

export const mapActions = {
  saveMap: {
    method: 'put',
    path: '/api/projects/{project}/map',
    summary: 'Saves a project’s whole benefit map; benefits stay on it even if they are left out',
    params: ProjectParams,
    query: Nothing,
    body: z.object({ revision: z.string(), ...MapContent.shape }),
    answer: z.object({ revision: z.string() }),
  },
  addBenefit: {
    method: 'post',
    path: '/api/projects/{project}/map/benefits',
    summary: 'Makes a benefit by its name alone; what it is measured by is filled in on its card',
    params: ProjectParams,
    query: Nothing,
    body: z.object({ name: Text }),
    answer: z.object({ benefit: z.string() }),
  },
  renameBenefit: {
    method: 'put',
    path: '/api/projects/{project}/cards/{benefit}/name',
    summary: 'Gives a benefit another name, however incomplete its card is',
    params: z.object({ project: z.string(), benefit: z.string() }),
    query: Nothing,
    body: z.object({ revision: z.string(), name: Text }),
    answer: z.object({ benefit: z.string() }),
  },
  renameGoal: {
    method: 'post',
    path: '/api/goals/rename',
    summary:
      'Renames a goal on every project’s map; one that is called so already, in any capitals, is joined',
    params: Nothing,
    query: Nothing,
    body: z.object({ from: Text, to: Text }),
    answer: z.object({
      /** What the goal is called now: as it was already, where there was one. */
      goal: z.string(),
      joined: z.boolean(),
      projects: z.number(),
    }),
  },
} as const;
