import * as z from 'zod/mini';
import { ProjectRow } from './projects.ts';
import { MonthFigures, Totals, YearFigures } from './report.ts';
import { Day, Kroner, Month, Per, Reasons, Stage } from './scalars.ts';

/** The overview's filters: the same names in the page's address, the API and the domain. */
export const PortfolioQuery = z.object({
  municipality: z.optional(z.string()),
  department: z.optional(z.string()),
  field: z.optional(z.string()),
  technology: z.optional(z.string()),
  stage: z.optional(Stage),
  from: z.optional(Month),
  until: z.optional(Month),
});
export type PortfolioQuery = z.infer<typeof PortfolioQuery>;

/** A value that a filter can take among all projects, and how many have it. */
export const FilterOption = z.object({ value: z.string(), label: z.string(), projects: z.number() });
export type FilterOption = z.infer<typeof FilterOption>;

/** A benefit whose target fell due and is not met. */
export const BehindTarget = z.object({
  project: z.string(),
  projectName: z.string(),
  benefit: z.string(),
  name: z.string(),
  owner: z.nullable(z.string()),
  unit: z.string(),
  /** What a flow's values are for; null for a level. */
  per: z.nullable(Per),
  after: z.number(),
  target: z.number(),
  due: Day,
});
export type BehindTarget = z.infer<typeof BehindTarget>;

/** A follow-up that is not done and is due within 30 days, or overdue. */
export const FollowupDue = z.object({
  project: z.string(),
  projectName: z.string(),
  benefit: z.string(),
  name: z.string(),
  owner: z.nullable(z.string()),
  due: Day,
  overdue: z.boolean(),
});
export type FollowupDue = z.infer<typeof FollowupDue>;

export const Portfolio = z.object({
  /** The first month of any of the projects, whatever the period. */
  first: z.nullable(Month),
  from: z.nullable(Month),
  /** The last month of the figures: asked for, or the last with actual data. */
  until: z.nullable(Month),
  horizon: z.nullable(Month),
  complete: z.boolean(),
  /** Projects with a month that lacks observations. */
  incompleteProjects: z.number(),
  totals: Totals,
  actual: Totals,
  reasons: Reasons,
  /** Gains taken out of a budget, freed as capacity, and not said which; they sum to the gains. */
  split: z.object({ cashable: Kroner, freed: Kroner, unspecified: Kroner }),
  pastBreakEven: z.object({ reached: z.number(), of: z.number() }),
  years: z.array(YearFigures),
  /** To the horizon; months after `until` are drawn as outlook and are in no total. */
  months: z.array(MonthFigures),
  projects: z.array(ProjectRow),
  behindTarget: z.array(BehindTarget),
  followupsDue: z.array(FollowupDue),
  filters: z.object({
    municipality: z.array(FilterOption),
    department: z.array(FilterOption),
    field: z.array(FilterOption),
    technology: z.array(FilterOption),
    stage: z.array(FilterOption),
  }),
});
export type Portfolio = z.infer<typeof Portfolio>;
