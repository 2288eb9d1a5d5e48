import type {
  ExplainedMeasurement,
  ExplainedRuns,
  ExplainedSection,
  ExplainedTarget,
  Explanation,
} from '../../contract/explanations.ts';
import { monthNumber, monthText } from '../../domain/calendar.ts';
import { ROLES, type Role } from '../../domain/codes.ts';
import { type BenefitParts, countedKey } from '../../domain/explain/benefitParts.ts';
import { counts, type Span } from '../../domain/explain/scope.ts';
import type { Section } from '../../domain/explain/step.ts';
import { kroner } from '../../domain/report.ts';
import type { BenefitRecord } from '../../queries/benefits.ts';
import { loadFiles } from '../../queries/loadFiles.ts';
import { runLoads } from '../../queries/runLoads.ts';
import type { MeasureData, ProjectData, RateData } from '../../queries/toInputs.ts';
import type { Db } from '../../warehouse/schema.ts';
import { measurement } from '../measures.ts';

/** The files that loads came from, by load; of rows entered by hand there is none. */
export type Files = ReadonlyMap<number, string>;

/** The files of all loads that a project's figures rest on. */
export async function filesOf(db: Db, data: ProjectData, further: readonly number[] = []): Promise<Files> {
  const rows = [...data.measures.values()].flatMap((m) => [...m.measurements, ...m.targets]);
  const ids = [
    ...rows.map((row) => row.load_id),
    ...data.costs.map((row) => row.load_id),
    ...[...data.rates.values()].flatMap((rates) => rates.map((rate) => rate.load)),
    ...further,
  ];
  const found = await loadFiles(db, [...new Set(ids)]);
  return new Map(
    found.map((row) => [row.load_id, row.part === null ? row.file : `${row.file}, ${row.part}`]),
  );
}

/** Sections with the costs that their lines are about. */
export function withCosts(
  sections: readonly Section[],
  data: ProjectData | null,
  files: Files,
): ExplainedSection[] {
  return sections.map((section) => ({
    ...section,
    steps: section.steps.map((step) => {
      const row = step.cost === null ? undefined : data?.costs[step.cost];
      const cost = row && {
        from: row.from_day,
        to: row.to_day || null,
        per: row.per,
        amount: kroner(row.amount_oere),
        category: row.category,
        basis: row.basis,
        payer: row.payer || null,
        note: row.note || null,
        load: row.load_id,
        file: files.get(row.load_id) ?? null,
      };
      return { ...step, formula: [...step.formula], cost: cost ?? null };
    }),
  }));
}

const LEVELS: ReadonlySet<Role> = new Set(['minutes', 'ratio', 'fte', 'indicator']);

/** Every measurement of a benefit's inputs up to a month, and whether the figure rests on it. */
export function measurementsOf(
  data: ProjectData,
  record: BenefitRecord,
  until: number,
  files: Files,
  use: (role: Role, row: MeasureData['measurements'][number]) => { used: boolean; counted: number | null },
): ExplainedMeasurement[] {
  return ROLES.flatMap((role) => {
    const measure = data.measures.get(record[role] ?? '');
    if (!measure) return [];
    return measure.measurements
      .filter((m) => m.from_day.slice(0, 7) <= monthText(until))
      .map((m) => explainedRow(measure, role, m, use(role, m), files));
  });
}

/** A measurement, with its measure and the load that it came with. */
export function explainedRow(
  { record: { measure, name, unit, source } }: MeasureData,
  role: Role | null,
  row: MeasureData['measurements'][number],
  use: { used: boolean; counted: number | null },
  files: Files,
): ExplainedMeasurement {
  const file = files.get(row.load_id) ?? null;
  return { role, measure, name, unit, source, ...measurement(row), ...use, file };
}

/** Rates with the loads that they came with. */
export function ratesFrom(rates: readonly RateData[], files: Files): Explanation['rates'] {
  return rates.map(({ rate, validFrom, hourlyOere, hoursPerFte, source, load }) => ({
    rate,
    validFrom,
    hourlyKr: kroner(hourlyOere),
    hoursPerFte,
    source,
    load,
    file: files.get(load) ?? null,
  }));
}

/** What a measurement gave to a benefit's parts. A level gives its value, and is not counted up. */
export function usedIn(parts: BenefitParts) {
  return (role: Role, row: MeasureData['measurements'][number]) => {
    const counted = parts.counted.get(countedKey(role, row.phase, row.from_day));
    return { used: counted !== undefined, counted: LEVELS.has(role) ? null : (counted ?? null) };
  };
}

/** The runs of a benefit's robot by month, with what of them is counted. */
export async function runsOf(
  db: Db,
  data: ProjectData,
  benefit: string,
  parts: BenefitParts,
  period: Span,
  withLoads: boolean,
): Promise<{ runs: ExplainedRuns | null; loads: number[] }> {
  const robot = data.robots.get(benefit);
  if (!robot) return { runs: null, loads: [] };
  const counted = new Map<string, number>();
  for (const [key, items] of parts.counted) {
    const [role, phase, day = ''] = key.split(' ');
    if (role !== 'volume' || phase !== 'runs') continue;
    counted.set(day.slice(0, 7), (counted.get(day.slice(0, 7)) ?? 0) + items);
  }
  const months = [...robot.months]
    .filter(([month]) => counts(period, monthNumber(month)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, m]) => ({
      month,
      runs: m.successes,
      items: m.items,
      counted: counted.get(month) ?? 0,
    }));
  const loads = withLoads ? await runLoads(db, robot.robot_id) : [];
  return {
    runs: {
      robot: robot.robot,
      name: robot.name,
      months,
      loads: loads.map((l) => ({ runs: l.runs, load: l.load_id, file: null })),
    },
    loads: loads.map((l) => l.load_id),
  };
}

/** The targets of the measure that a benefit is judged by. */
export function targetsOf(measure: MeasureData | undefined, files: Files): ExplainedTarget[] {
  const baseline = measure?.measurements.findLast((m) => m.phase === 'before');
  return (measure?.targets ?? []).map((t) => ({
    per: baseline?.per ?? null,
    due: t.due,
    value: t.value,
    low: t.low,
    high: t.high,
    unit: measure?.record.unit ?? '',
    load: t.load_id,
    file: files.get(t.load_id) ?? null,
  }));
}
