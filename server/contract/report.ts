import * as z from 'zod/mini';
import { FigureBasis, Known, Kroner, Method, Month, Reasons } from './scalars.ts';

const Range = z.object({ gains: Kroner, net: Kroner, roi: Known });

/** Project or portfolio figures over some months. Money in kroner, `roi` a fraction, `breakEven` a month. */
export const Totals = z.object({
  costs: Kroner,
  gains: Kroner,
  net: Kroner,
  roi: Known,
  hours: Known,
  fte: Known,
  costPerHour: Kroner,
  breakEven: z.nullable(Month),
  paybackMonths: Known,
  npv: Kroner,
  low: Range,
  high: Range,
});
export type Totals = z.infer<typeof Totals>;

export const YearFigures = z.object({
  year: z.number(),
  costs: z.number(),
  gains: z.number(),
  net: z.number(),
  hours: z.number(),
  basis: FigureBasis,
});
export type YearFigures = z.infer<typeof YearFigures>;

export const MonthFigures = z.object({
  month: Month,
  costs: z.number(),
  gains: z.number(),
  net: z.number(),
  cumulativeCosts: z.number(),
  cumulativeGains: z.number(),
  cumulativeNet: z.number(),
  hours: z.number(),
  basis: FigureBasis,
});
export type MonthFigures = z.infer<typeof MonthFigures>;

/** One benefit's line in a business case. `changePercent` is in percent (18.5), all shares are fractions. */
export const BenefitFigures = z.object({
  benefit: z.string(),
  method: Method,
  cashable: z.nullable(z.boolean()),
  before: Known,
  after: Known,
  changePercent: Known,
  hours: Known,
  gains: Kroner,
  low: Kroner,
  high: Kroner,
  target: Known,
  targetDue: z.nullable(z.string()),
  targetMet: z.nullable(z.boolean()),
  dataPoints: z.number(),
});
export type BenefitFigures = z.infer<typeof BenefitFigures>;

/** The business case of one project: `gevinst report PROJECT --json` and GET /api/projects/{project}/business-case. */
export const BusinessCase = z.object({
  project: z.string(),
  until: z.nullable(Month),
  complete: z.boolean(),
  totals: Totals,
  actual: Totals,
  reasons: Reasons,
  years: z.array(YearFigures),
  months: z.array(MonthFigures),
  benefits: z.array(BenefitFigures),
});
export type BusinessCase = z.infer<typeof BusinessCase>;

/** The curve of a project to its horizon: the last month that any row reaches, expected ones too. */
export const ProjectSeries = z.object({
  project: z.string(),
  /** The last month with actual data: what comes after is expected. */
  until: z.nullable(Month),
  horizon: z.nullable(Month),
  live: z.nullable(Month),
  breakEven: z.nullable(Month),
  /** Whether the project has any costs at all: without them its costs of zero say nothing. */
  costsRegistered: z.boolean(),
  /** The figures at the horizon, expected months included. */
  totals: Totals,
  reasons: Reasons,
  years: z.array(YearFigures),
  months: z.array(MonthFigures),
});
export type ProjectSeries = z.infer<typeof ProjectSeries>;
