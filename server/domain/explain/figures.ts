/** The figures that can be explained of a project or a portfolio. */
export const TOTAL_FIGURES = [
  'costs',
  'gains',
  'net',
  'roi',
  'hours',
  'fte',
  'costPerHour',
  'breakEven',
  'paybackMonths',
  'npv',
  'cashable',
  'freed',
  'unspecified',
  'pastBreakEven',
] as const;

/** The figures that can be explained of a benefit. */
export const BENEFIT_FIGURES = [
  'hours',
  'gains',
  'before',
  'after',
  'difference',
  'changePercent',
  'target',
  'reached',
  'expectedHours',
  'expectedGains',
] as const;

/** All parties' shares of the costs, and of the gains: together they are the whole. */
export const SHARES = ['costShares', 'gainShares'] as const;

/** What can be explained of somebody who pays or gains, and of all of them. */
export const PARTY_FIGURES = [
  'payerCosts',
  'costShare',
  'departmentGains',
  'gainShare',
  'partyNet',
  ...SHARES,
] as const;

/** What can be explained of a version of a plan: of a year, or of all of them. */
export const PLAN_FIGURES = [
  'scenario0',
  'scenario1',
  'plannedRisk',
  'plannedNet',
  'plannedSoFar',
  'realisedNet',
  'deviation',
  'deviationShare',
  'plannedCumulative',
  'plannedBreakEven',
] as const;

/** What can be explained of a project's risks. */
export const RISK_FIGURES = ['riskProbability', 'riskConsequence', 'riskExpected', 'riskPool'] as const;

/** What can be explained of a measure: of one measurement, or of two that are compared. */
export const MEASURE_FIGURES = [
  'measured',
  'intervalLow',
  'intervalHigh',
  'comparedBefore',
  'comparedDifference',
  'comparedPercent',
  'comparedLow',
  'comparedHigh',
  'trend',
  'measureTarget',
] as const;

/** What can be explained of a strategic goal. */
export const GOAL_FIGURES = ['goalGains'] as const;

export type PartyFigure = (typeof PARTY_FIGURES)[number];
export type TotalFigure = (typeof TOTAL_FIGURES)[number];
export type BenefitFigure = (typeof BENEFIT_FIGURES)[number];
export type PlanFigure = (typeof PLAN_FIGURES)[number];
export type RiskFigure = (typeof RISK_FIGURES)[number];
export type MeasureFigure = (typeof MEASURE_FIGURES)[number];
export type Figure =
  | TotalFigure
  | BenefitFigure
  | PartyFigure
  | PlanFigure
  | RiskFigure
  | MeasureFigure
  | (typeof GOAL_FIGURES)[number];
