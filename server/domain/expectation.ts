import type { BenefitInputs } from './benefit.ts';
import { dayNumber, dayText, firstDay, monthNumber, monthOfDay } from './calendar.ts';
import { improvedRole } from './card.ts';
import type { Role } from './codes.ts';
import { judgedRole, type Target } from './judged.ts';
import { type Measured, type Measurement, measured } from './measured.ts';
import type { RobotRuns } from './volume.ts';

const MONTHS_A_YEAR = 12;

/**
 * A benefit's inputs as they are expected to go on from `today`: each target ahead is the value from the day after it is
 * due, until the next; until then, and without a target, the last value holds, a flow's at its last rate. What is
 * only counted goes on as it was, before the change where nothing has been counted after it, a robot's items as in its last
 * twelve months.
 */
export function expectedInputs(inputs: BenefitInputs, today: string): BenefitInputs {
  const { method } = inputs.benefit;
  const improved = improvedRole(method);
  const measures: Partial<Record<Role, Measured>> = {};
  for (const [role, measure] of Object.entries(inputs.measures) as [Role, Measured][]) {
    const steps =
      role === improved ? targetRows(inputs, measure, today) : countedBefore(method, role, measure);
    measures[role] = measured(measure.kind, measure.unit, [...goingOn(measure.rows), ...steps]);
  }
  const items = inputs.runs && itemsPerMonth(inputs.runs);
  if (items === null) return { ...inputs, measures };
  measures.volume = measured('flow', '', [afterRow(dayText(firstDay(items.last + 1)), items.mean, 'month')]);
  return { ...inputs, measures, runs: null };
}

/**
 * The targets that a benefit is expected to reach, in the order of their days: those to come, and where nothing has been
 * measured after the change also those that have passed. None where the difference itself is measured.
 */
export function targetsAhead(inputs: BenefitInputs, today: string): Target[] {
  const improved = improvedRole(inputs.benefit.method);
  const measure = inputs.measures[improved];
  if (!measure || judgedRole(inputs) !== improved || measure.rows.some((r) => r.phase === 'saved')) return [];
  const last = lastOf(measure.rows, 'after');
  const seen =
    last && [last.from, measure.kind === 'flow' ? (last.to ?? '') : '', dayBefore(today)].sort().at(-1);
  return inputs.targets.filter((t) => !seen || t.due > seen).sort((a, b) => (a.due < b.due ? -1 : 1));
}

/** A target is for the period of the baseline that it improves on. */
function targetRows(inputs: BenefitInputs, { kind, rows }: Measured, today: string): Measurement[] {
  const baseline = lastOf(rows, 'before');
  if (!baseline) return [];
  const { per, share } = kind === 'level' ? { per: null, share: 1 } : rateOf(baseline);
  return targetsAhead(inputs, today).map(({ due, value }) =>
    afterRow(dayText(dayNumber(due) + 1), value * share, per),
  );
}

/** The last row of what came after the change runs on; a value of a period goes on at its value a day. */
function goingOn(rows: readonly Measurement[]): Measurement[] {
  const last = [lastOf(rows, 'after'), lastOf(rows, 'saved')];
  return rows.flatMap((row) => {
    if (!last.includes(row) || row.to === null) return [row];
    const { per, share } = rateOf(row);
    const from = dayText(dayNumber(row.to) + 1);
    return [row, { ...row, from, to: null, per, value: row.value * share, low: null, high: null }];
  });
}

/** What is counted goes on as before the change where nothing was counted after it. */
function countedBefore(
  method: BenefitInputs['benefit']['method'],
  role: Role,
  { rows }: Measured,
): Measurement[] {
  const isCounted = (method === 'per_item' && role === 'volume') || (method === 'ratio' && role === 'hours');
  const before = lastOf(rows, 'before');
  if (!isCounted || !before || rows.some((r) => r.phase !== 'before')) return [];
  const { per, share } = rateOf(before);
  return [afterRow(before.from, before.value * share, per)];
}

/** A value's period, and what share of it one of that is: a period's value is spread over its days. */
function rateOf({ per, from, to }: Measurement): { per: Measurement['per']; share: number } {
  if (per !== 'period') return { per, share: 1 };
  return to === null
    ? { per: 'month', share: 1 }
    : { per: 'day', share: 1 / (dayNumber(to) - dayNumber(from) + 1) };
}

function lastOf(rows: readonly Measurement[], phase: Measurement['phase']): Measurement | undefined {
  return rows
    .filter((row) => row.phase === phase)
    .reduce<Measurement | undefined>((a, b) => (a && a.from > b.from ? a : b), undefined);
}

function itemsPerMonth({ months }: RobotRuns): { last: number; mean: number } | null {
  const numbers = [...months.keys()].map(monthNumber);
  if (numbers.length === 0) return null;
  const last = Math.max(...numbers);
  const span = Math.min(MONTHS_A_YEAR, last - Math.min(...numbers) + 1);
  const recent = [...months].filter(([month]) => monthNumber(month) > last - MONTHS_A_YEAR);
  return { last, mean: recent.reduce((sum, [, { items }]) => sum + items, 0) / span };
}

function afterRow(from: string, value: number, per: Measurement['per']): Measurement {
  return { phase: 'after', from, to: null, per, value, low: null, high: null, basis: 'expected' };
}

function dayBefore(day: string): string {
  return dayText(dayNumber(day) - 1);
}

/** The month that a target's first whole year ends in. */
export function firstYearEnds({ due }: Target): number {
  return monthOfDay(dayNumber(due) + 1) + MONTHS_A_YEAR - 1;
}
