import type { BenefitInputs } from './benefit.ts';
import { lastDay, monthText, yearOf } from './calendar.ts';
import type { Reason } from './codes.ts';
import { type Figures, figures, type Spread } from './figures.ts';
import { type Judged, judge } from './judged.ts';
import { monthOrNull, type ProjectMonth, type ProjectMonths } from './project.ts';
import { accumulate, exactly } from './range.ts';
import { givesHours, unknownsOf, whyNone } from './unknowns.ts';

/** Øre → kroner with two decimals. */
export function kroner(oere: number): number {
  return Math.round(oere) / 100;
}

/** Seconds → hours. */
function hours(seconds: number): number {
  return tidy(seconds / 3600);
}

/** A computed fraction without the noise of binary arithmetic: twelve significant digits. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

const orNull = (value: number | null, convert: (known: number) => number) =>
  value === null ? null : convert(value);

/** Figures as answers give them: kroner, hours, fractions. */
export function totals(f: Figures) {
  const spread = (s: Spread) => ({
    gains: orNull(s.gains, kroner),
    net: orNull(s.net, kroner),
    roi: orNull(s.roi, tidy),
  });
  return {
    costs: kroner(f.costs),
    gains: orNull(f.gains, kroner),
    net: orNull(f.net, kroner),
    roi: orNull(f.roi, tidy),
    hours: orNull(f.seconds, hours),
    fte: orNull(f.fte, tidy),
    costPerHour: orNull(f.costPerHour, kroner),
    breakEven: f.breakEven,
    paybackMonths: f.paybackMonths,
    npv: orNull(f.npv, kroner),
    low: spread(f.low),
    high: spread(f.high),
  };
}

export type MonthBasis = 'actual' | 'expected' | 'incomplete';

/** A month is expected when any of its amounts is, else incomplete when an observation is missing, else actual. */
export function basisOf(month: { expected: boolean; complete: boolean }): MonthBasis {
  return month.expected ? 'expected' : month.complete ? 'actual' : 'incomplete';
}

/** Months with their running sums, in kroner. Sums are made in øre, so that they agree to the last digit. */
export function monthFigures(months: readonly ProjectMonth[]) {
  let costs = 0;
  let gains = 0;
  return months.map((m) => {
    costs += m.costs;
    gains += m.gains.value;
    return {
      month: monthText(m.month),
      costs: kroner(m.costs),
      gains: kroner(m.gains.value),
      net: kroner(m.gains.value - m.costs),
      cumulativeCosts: kroner(costs),
      cumulativeGains: kroner(gains),
      cumulativeNet: kroner(gains - costs),
      hours: hours(m.seconds),
      basis: basisOf(m),
    };
  });
}

/** Years as the sums of their months; a year is as uncertain as its least certain month. */
export function yearFigures(months: readonly ProjectMonth[]) {
  const years = new Map<number, ProjectMonth[]>();
  for (const m of months) {
    const own = years.get(yearOf(m.month));
    if (own) own.push(m);
    else years.set(yearOf(m.month), [m]);
  }
  return [...years].map(([year, own]) => {
    const costs = own.reduce((sum, m) => sum + m.costs, 0);
    const gains = own.reduce((sum, m) => sum + m.gains.value, 0);
    return {
      year,
      costs: kroner(costs),
      gains: kroner(gains),
      net: kroner(gains - costs),
      hours: hours(own.reduce((sum, m) => sum + m.seconds, 0)),
      basis: basisOf({ expected: own.some((m) => m.expected), complete: own.every((m) => m.complete) }),
    };
  });
}

/** One benefit's line up to `until`, its levels and target as they stood on `day`. */
export function benefitFigures(
  project: ProjectMonths,
  inputs: BenefitInputs,
  until: number,
  day = lastDay(until),
) {
  const { benefit } = inputs;
  const months = (project.benefits.get(benefit.benefit) ?? []).filter((m) => m.month <= until);
  const judged: Judged = judge(inputs, day);
  const reasons: Record<string, Reason> = { ...judged.reasons };
  const inMoney = exactly(0);
  for (const { oere } of months) if (oere) accumulate(inMoney, oere);
  const seconds = months.reduce((sum, m) => sum + (m.seconds?.value ?? 0), 0);
  const isOver = !project.notOver.has(benefit.benefit);
  const noMoney =
    benefit.method === 'indicator' ? 'not-monetary' : whyNone([months], isOver, (m) => m.oere !== null);
  const noHours = givesHours(inputs) ? whyNone([months], isOver, (m) => m.seconds !== null) : 'no-hours';
  if (noMoney) Object.assign(reasons, { gains: noMoney, low: noMoney, high: noMoney });
  if (noHours) reasons.hours = noHours;
  if (benefit.cashable === null) reasons.cashable = 'not-said';
  const { before, after, target, targetDue, targetMet } = judged;
  return {
    line: {
      benefit: benefit.benefit,
      method: benefit.method,
      cashable: benefit.cashable,
      before: orNull(before, tidy),
      after,
      changePercent: orNull(judged.changePercent, tidy),
      hours: noHours ? null : hours(seconds),
      gains: noMoney ? null : kroner(inMoney.value),
      low: noMoney ? null : kroner(inMoney.low),
      high: noMoney ? null : kroner(inMoney.high),
      target: orNull(target, tidy),
      targetDue,
      targetMet,
      dataPoints: dataPoints(inputs, until),
    },
    difference: orNull(judged.difference, tidy),
    per: judged.per,
    expected: judged.expected,
    reasons,
  };
}

/** Rows that a benefit's figures rest on up to `until`: its measurements, and the successful runs of its robot. */
function dataPoints(inputs: BenefitInputs, until: number): number {
  const last = monthText(until);
  const lastDay = `${last}-31`;
  let points = 0;
  for (const { rows } of new Set(Object.values(inputs.measures))) {
    for (const row of rows) if (row.from <= lastDay) points++;
  }
  for (const [month, { successes }] of inputs.runs?.months ?? []) if (month <= last) points += successes;
  return points;
}

/** The business case of a project up to `until`. */
export function businessCase(project: ProjectMonths, until: number | null) {
  const months = until === null ? [] : project.months.filter((m) => m.month <= until);
  const all = figures(
    months,
    unknownsOf(project, (month) => until !== null && month <= until),
  );
  const actualMonths = months.filter((m) => basisOf(m) === 'actual');
  const counted = new Set(actualMonths.map((m) => m.month));
  const actual = figures(
    actualMonths,
    unknownsOf(project, (month) => counted.has(month)),
  );
  const benefits = project.inputs.benefits.map((b) => benefitFigures(project, b, until ?? 0));
  return {
    project: project.inputs.project,
    until: monthOrNull(until),
    complete: until !== null && isComplete(months),
    totals: totals(all),
    actual: totals(actual),
    reasons: {
      ...all.reasons,
      ...prefixed('actual', actual.reasons),
      ...Object.assign({}, ...benefits.map((b) => prefixed(`benefits.${b.line.benefit}`, lineReasons(b)))),
    } as Record<string, Reason>,
    years: yearFigures(months),
    months: monthFigures(months),
    benefits: benefits.map((b) => b.line),
  };
}

/** Whether no month lacks an observation. */
export function isComplete(months: readonly ProjectMonth[]): boolean {
  return months.every((m) => m.complete);
}

function lineReasons(benefit: { line: object; reasons: Record<string, Reason> }): Record<string, Reason> {
  return Object.fromEntries(Object.entries(benefit.reasons).filter(([name]) => name in benefit.line));
}

export function prefixed(prefix: string, reasons: Record<string, Reason>): Record<string, Reason> {
  return Object.fromEntries(Object.entries(reasons).map(([name, why]) => [`${prefix}.${name}`, why]));
}

/** The curve of a project to its horizon, with the figures that it ends in. */
export function projectSeries(project: ProjectMonths, live: string | null, until: number | null) {
  const last = project.months.at(-1)?.month ?? null;
  const all = figures(
    project.months,
    unknownsOf(project, () => true),
  );
  return {
    project: project.inputs.project,
    until: monthOrNull(until),
    horizon: monthOrNull(last),
    live: live?.slice(0, 7) ?? null,
    breakEven: all.breakEven,
    totals: totals(all),
    reasons: all.reasons,
    years: yearFigures(project.months),
    months: monthFigures(project.months),
  };
}
