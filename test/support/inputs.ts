import type { Benefit, BenefitInputs } from '../../server/domain/benefit.ts';
import { monthNumber } from '../../server/domain/calendar.ts';
import type { Method, Per, Phase, Role } from '../../server/domain/codes.ts';
import type { Cost } from '../../server/domain/costs.ts';
import { type Measured, type Measurement, measured } from '../../server/domain/measured.ts';
import { type ProjectInputs, projectMonths } from '../../server/domain/project.ts';
import type { Rate } from '../../server/domain/rates.ts';
import { businessCase } from '../../server/domain/report.ts';
import type { RobotRuns } from '../../server/domain/volume.ts';

type Extra = Partial<Measurement>;

/** One measurement: `m('after', '2024-01-01', 5)` is a level, with `{ per: 'month' }` a flow. */
export function m(phase: Phase, from: string, value: number, extra: Extra = {}): Measurement {
  return { phase, from, to: null, per: null, value, low: null, high: null, basis: 'actual', ...extra };
}

export function level(unit: string, ...rows: Measurement[]): Measured {
  return measured('level', unit, rows);
}

export function flow(unit: string, ...rows: Measurement[]): Measured {
  return measured('flow', unit, rows);
}

/** A flow of the same value a period from a day on, after the change. */
export function steady(unit: string, per: Per, value: number, from = '2024-01-01'): Measured {
  return flow(unit, m('after', from, value, { per }));
}

export const RATE: Rate = { rate: 'std', validFrom: '2020-01-01', hourlyOere: 400_00, hoursPerFte: 1_500 };

export function benefit(
  method: Method,
  measures: Partial<Record<Role, Measured>>,
  extra: Partial<Benefit> & Partial<Omit<BenefitInputs, 'benefit'>> = {},
): BenefitInputs {
  const { rates, runs, live, ended, targets, better, ...terms } = extra;
  return {
    benefit: { benefit: 'B', method, from: null, to: null, attribution: 1, cashable: false, ...terms },
    measures,
    rates: rates ?? [RATE],
    runs: runs ?? null,
    live: live ?? null,
    ended: ended ?? null,
    targets: targets ?? [],
    better: better ?? 'lower',
  };
}

export function robot(months: Record<string, number>, days: Record<string, number> = {}): RobotRuns {
  const counts = (items: Record<string, number>) =>
    new Map(Object.entries(items).map(([key, n]) => [key, { items: n, successes: n, runs: Math.max(n, 1) }]));
  return { months: counts(months), days: counts(days) };
}

export function cost(from: string, kroner: number, extra: Partial<Cost> = {}): Cost {
  return {
    from,
    to: null,
    per: 'once',
    amountOere: Math.round(kroner * 100),
    basis: 'actual',
    category: 'other',
    internal: null,
    payer: null,
    note: null,
    ...extra,
  };
}

export function project(benefits: BenefitInputs[], costs: Cost[] = []): ProjectInputs {
  return { project: 'P', costs, benefits, reach: { actual: null, any: null } };
}

/** A day after everything in the tests. */
export const TODAY = '2026-11-21';

/** The business case of some benefits and costs up to a month, as the report gives it. */
export function caseOf(until: string, benefits: BenefitInputs[], costs: Cost[] = []) {
  const last = monthNumber(until);
  return businessCase(projectMonths(project(benefits, costs), last, TODAY), last);
}
