import * as z from 'zod/mini';
import {
  BENEFIT_FIGURES,
  GOAL_FIGURES,
  MEASURE_FIGURES,
  PARTY_FIGURES,
  PLAN_FIGURES,
  RISK_FIGURES,
  TOTAL_FIGURES,
} from '../domain/explain/figures.ts';
import { SECTIONS, SIGNS, TERMS, UNITS } from '../domain/explain/step.ts';
import { CalculationInput, CalculationRate } from './benefits.ts';
import { Nothing, ProjectParams } from './params.ts';
import { PlanVersion } from './plan.ts';
import { PortfolioQuery } from './portfolio.ts';
import { Basis, Day, FigureBasis, Known, Method, Month, Per, Phase, Reason } from './scalars.ts';

const text = z.nullable(z.string());

/** Any figure that can be explained. */
export const ExplainedFigure = z.enum([
  ...new Set([
    ...TOTAL_FIGURES,
    ...BENEFIT_FIGURES,
    ...PARTY_FIGURES,
    ...PLAN_FIGURES,
    ...RISK_FIGURES,
    ...MEASURE_FIGURES,
    ...GOAL_FIGURES,
  ]),
]);
export type ExplainedFigure = z.infer<typeof ExplainedFigure>;

/** Which of a project's plans, years, risks or measurements a figure is of; figures of none of these take no notice. */
const Which = {
  /** The version of the plan; without it the newest. */
  version: z.optional(z.string().check(z.regex(/^\d{1,9}$/, 'expected the number of a version'))),
  /** A year of the plan; without it all of its years. */
  year: z.optional(z.string().check(z.regex(/^(19|20|21)\d\d$/, 'expected a year'))),
  /** A risk by its name. */
  risk: z.optional(z.string()),
  /** A measure by its code. */
  measure: z.optional(z.string()),
  /** Which of the measure's measurements: its phase and first day; which of its targets: the day it is due. */
  phase: z.optional(Phase),
  day: z.optional(Day),
};

/** Another figure that a number is: its own explanation says how it was worked out. Project null is the portfolio. */
export const Refers = z.object({
  project: text,
  benefit: text,
  figure: ExplainedFigure,
  /** What else its address says. */
  of: z.optional(
    z.object({
      ...Which,
      party: z.optional(z.string()),
      partyMunicipality: z.optional(z.string()),
      from: z.optional(Month),
      until: z.optional(Month),
      basis: z.optional(z.enum(['actual'])),
      sum: z.optional(z.enum(['known'])),
    }),
  ),
});
export type Refers = z.infer<typeof Refers>;

/**
 * A number in a formula, or a sign between two. Money is kroner, `share` a fraction; where `unit` is `own`, `own` is the
 * unit's name, and where it is `month`, `value` counts months (year × 12 + month − 1) and `own` is the month.
 */
export const FormulaPart = z.union([
  z.object({ sign: z.enum(SIGNS) }),
  z.object({
    term: z.enum(TERMS),
    value: z.number(),
    unit: z.enum(UNITS),
    own: text,
    refers: z.nullable(Refers),
  }),
]);
export type FormulaPart = z.infer<typeof FormulaPart>;

/** The load that a row came with; load 0 was entered by hand and has no file. */
const Loaded = { load: z.number(), file: text };

/** A cost as it was entered. */
export const CostSource = z.object({
  from: Day,
  to: z.nullable(Day),
  per: z.enum(['once', 'month', 'year', 'period']),
  amount: z.number(),
  category: z.string(),
  basis: Basis,
  payer: text,
  note: text,
  ...Loaded,
});

/** One line of a calculation. Its formula's numbers give `value`; one without a formula is explained by what it refers to. */
export const ExplainedStep = z.object({
  label: text,
  /** What the line is, where its value is a number of another line. */
  term: z.nullable(z.enum(TERMS)),
  from: z.nullable(Day),
  to: z.nullable(Day),
  formula: z.array(FormulaPart),
  value: Known,
  unit: z.enum(UNITS),
  own: text,
  expected: z.boolean(),
  /** Why it is not counted. */
  reason: z.nullable(Reason),
  refers: z.nullable(Refers),
  cost: z.nullable(CostSource),
});
export type ExplainedStep = z.infer<typeof ExplainedStep>;

/** Lines that belong together; they add up to `total` where that is given. */
export const ExplainedSection = z.object({
  name: z.enum(SECTIONS),
  year: Known,
  steps: z.array(ExplainedStep),
  total: Known,
  unit: z.enum(UNITS),
});
export type ExplainedSection = z.infer<typeof ExplainedSection>;

/** A measurement that a benefit is worked out from. */
export const ExplainedMeasurement = z.object({
  ...CalculationInput.shape,
  /** Which input of the method it is; null where a measure is explained by itself. */
  role: z.nullable(CalculationInput.shape.role),
  /** Whether it is in force in the figure's months. */
  used: z.boolean(),
  /** What a flow's measurement came to in them; null for one that holds a level. */
  counted: Known,
  file: text,
});
export type ExplainedMeasurement = z.infer<typeof ExplainedMeasurement>;

/** A robot's successful runs and items by month, and the loads that brought its runs. */
export const ExplainedRuns = z.object({
  robot: z.string(),
  name: z.string(),
  months: z.array(z.object({ month: Month, runs: z.number(), items: z.number(), counted: z.number() })),
  loads: z.array(z.object({ runs: z.number(), ...Loaded })),
});
export type ExplainedRuns = z.infer<typeof ExplainedRuns>;

export const ExplainedRate = z.object({ ...CalculationRate.shape, ...Loaded });
export const ExplainedTarget = z.object({
  due: Day,
  value: z.number(),
  low: Known,
  high: Known,
  unit: z.string(),
  /** What a flow's target is for, as its baseline; null for a level. */
  per: z.nullable(Per),
  ...Loaded,
});
export type ExplainedTarget = z.infer<typeof ExplainedTarget>;

/** The version of a plan that a figure is of: who approved it, and who entered it when. */
export const ExplainedPlan = z.pick(PlanVersion, {
  version: true,
  kind: true,
  approved: true,
  approvedBy: true,
  note: true,
  created: true,
  createdBy: true,
});

/** A risk as it is registered. */
export const ExplainedRisk = z.object({
  risk: z.string(),
  probability: z.number(),
  consequence: z.number(),
  ...Loaded,
});

/** How a figure was worked out: the formula with the numbers put in, its lines, and the rows that they rest on. */
export const Explanation = z.object({
  figure: ExplainedFigure,
  project: text,
  projectName: text,
  benefit: text,
  benefitName: text,
  /** Who pays or gains; null is nobody in particular. */
  party: text,
  /** The name of the measure, the risk or the goal that it is of. */
  about: text,
  /** The year of a plan that it is of. */
  year: Known,
  method: z.nullable(Method),
  from: z.nullable(Month),
  until: z.nullable(Month),
  value: Known,
  unit: z.enum(UNITS),
  own: text,
  reason: z.nullable(Reason),
  formula: z.array(FormulaPart),
  sections: z.array(ExplainedSection),
  /** Whether what it rests on is measured, partly expected, or lacks observations. */
  basis: FigureBasis,
  /** What the figure is rounded to, so that the lines may differ from it by half of that each. */
  rounded: z.nullable(z.enum(['oere', 'second'])),
  measurements: z.array(ExplainedMeasurement),
  runs: z.nullable(ExplainedRuns),
  rates: z.array(ExplainedRate),
  targets: z.array(ExplainedTarget),
  plan: z.nullable(ExplainedPlan),
  risks: z.array(ExplainedRisk),
});
export type Explanation = z.infer<typeof Explanation>;

/** The portfolio's main figures, by their formulas alone: the lines are in each one's own explanation. */
export const PortfolioExplanations = z.object({ explanations: z.array(Explanation) });
export type PortfolioExplanations = z.infer<typeof PortfolioExplanations>;

/** A project's main figures, and its largest benefits: in kroner, or, where they are not in kroner, by their change. */
export const ProjectExplanations = z.object({
  explanations: z.array(Explanation),
  benefits: z.array(Explanation),
  /** Benefits beyond these; each has an explanation of its own. */
  furtherBenefits: z.number(),
});
export type ProjectExplanations = z.infer<typeof ProjectExplanations>;

/** A version of a plan's main figures, and its risk pool, each year by year. */
export const PlanExplanations = z.object({ explanations: z.array(Explanation) });
export type PlanExplanations = z.infer<typeof PlanExplanations>;

/** Which of a figure's values is explained; each may be left out. */
export const Choice = z.object({
  /** `actual` counts only the months that are fully measured. */
  basis: z.optional(z.enum(['actual'])),
  /** An end of the range of gains, net and ROI, and of a benefit's gains and hours; other figures have none. */
  range: z.optional(z.enum(['low', 'high'])),
  /** `known` is a sum of what is known, as in months and years: gains that are unknown add nothing to it. */
  sum: z.optional(z.enum(['known'])),
  /** The payer or department that `payerCosts`, `departmentGains`, … are of; without it, what nobody is named for. */
  party: z.optional(z.string()),
  /** The name of its municipality, in a portfolio. */
  partyMunicipality: z.optional(z.string()),
  /** The goal that `goalGains` is of, by its text. */
  goal: z.optional(z.string()),
});
export type Choice = z.infer<typeof Choice>;

/** The same for a figure of a project. */
export const ProjectChoice = z.object({ ...Choice.shape, ...Which });
export type ProjectChoice = z.infer<typeof ProjectChoice>;

export const explanationEndpoints = {
  explanation: {
    path: '/api/projects/{project}/explanation',
    summary:
      'How one figure of a project, or of its benefit, plan, risk, measure or goal, was worked out, down to the rows',
    params: ProjectParams,
    query: z.object({
      figure: ExplainedFigure,
      ...ProjectChoice.shape,
      benefit: z.optional(z.string()),
      from: z.optional(Month),
      until: z.optional(Month),
    }),
    answer: Explanation,
  },
  explanations: {
    path: '/api/projects/{project}/explanations',
    summary: 'How a project’s main figures and its largest benefits were worked out',
    params: ProjectParams,
    query: z.object({ until: z.optional(Month) }),
    answer: ProjectExplanations,
  },
  planExplanations: {
    path: '/api/projects/{project}/plan/explanations',
    summary:
      'How the main figures of a project’s plan, the newest version unless another is asked for, were worked out',
    params: ProjectParams,
    query: z.object({ version: Which.version }),
    answer: PlanExplanations,
  },
  portfolioExplanation: {
    path: '/api/portfolio/explanation',
    summary: 'How one figure of the portfolio, filtered as the overview is, was worked out',
    params: Nothing,
    query: z.object({ ...PortfolioQuery.shape, figure: ExplainedFigure, ...Choice.shape }),
    answer: Explanation,
  },
  portfolioExplanations: {
    path: '/api/portfolio/explanations',
    summary: 'How the portfolio’s main figures, filtered as the overview is, were worked out',
    params: Nothing,
    query: PortfolioQuery,
    answer: PortfolioExplanations,
  },
} as const;
