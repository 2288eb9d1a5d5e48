import type { BenefitInputs } from '../domain/benefit.ts';
import { ROLES, type Role } from '../domain/codes.ts';
import type { Cost } from '../domain/costs.ts';
import { judgedRole } from '../domain/judged.ts';
import { type Measured, type Measurement, measured } from '../domain/measured.ts';
import type { ProjectInputs, Reach } from '../domain/project.ts';
import { type Rate, ratesFor } from '../domain/rates.ts';
import type { RunCount } from '../domain/volume.ts';
import type { BenefitRecord } from './benefits.ts';
import type { costs } from './costs.ts';
import type { MeasurementRecord } from './measurements.ts';
import type { MeasureRecord } from './measures.ts';
import type { ProjectRecord } from './projects.ts';
import type { rates } from './rates.ts';
import type { RobotRecord } from './robots.ts';
import type { TargetRecord } from './targets.ts';

/** How a benefit's `volume` names a robot rather than a measure. */
export const ROBOT_PREFIX = 'robot:';

export interface RobotData extends RobotRecord {
  months: Map<string, RunCount>;
  days: Map<string, RunCount>;
}

/** A project with the rows that its figures come from, for answers that show them. */
export interface ProjectData {
  record: ProjectRecord;
  inputs: ProjectInputs;
  records: ReadonlyMap<string, BenefitRecord>;
  measures: ReadonlyMap<string, MeasureData>;
  /** The robot that is a benefit's volume, by benefit. */
  robots: ReadonlyMap<string, RobotData>;
  rates: ReadonlyMap<string, readonly RateData[]>;
  /** The rows of the costs, in the order of `inputs.costs`. */
  costs: Rows['costs'];
}

export interface MeasureData {
  record: MeasureRecord;
  measured: Measured;
  measurements: readonly MeasurementRecord[];
  targets: readonly TargetRecord[];
}

export type RateData = Rate & { source: string | null; load: number };

export interface Rows {
  projects: readonly ProjectRecord[];
  benefits: readonly BenefitRecord[];
  measures: readonly MeasureRecord[];
  measurements: readonly MeasurementRecord[];
  targets: readonly TargetRecord[];
  costs: Awaited<ReturnType<typeof costs>>;
  rates: Awaited<ReturnType<typeof rates>>;
  robots: readonly RobotData[];
}

/** The warehouse's rows in the domain's shapes. */
export function toInputs(rows: Rows): ProjectData[] {
  const measurementsOf = grouped(rows.measurements, (row) => row.measure);
  const targetsOf = grouped(rows.targets, (row) => row.measure);
  const measures = new Map(
    rows.measures.map((record) => {
      const own = measurementsOf.get(record.measure) ?? [];
      const data: MeasureData = {
        record,
        measured: measured(record.kind, record.unit, own.map(toMeasurement)),
        measurements: own,
        targets: targetsOf.get(record.measure) ?? [],
      };
      return [record.measure, data] as const;
    }),
  );
  const allRates = rows.rates.map((r) => ({
    rate: r.rate,
    validFrom: r.valid_from,
    hourlyOere: r.hourly_oere,
    hoursPerFte: r.hours_per_fte,
    source: r.source,
    load: r.load_id,
  }));
  const ratesNamed = new Map<string | null, RateData[]>();
  const ratesOf = (name: string | null) => {
    const own = ratesNamed.get(name) ?? ratesFor(allRates, name);
    ratesNamed.set(name, own);
    return own;
  };
  const robots = new Map(rows.robots.map((robot) => [robot.robot, robot]));
  const benefitsOf = grouped(rows.benefits, (row) => row.project);
  const costsOf = grouped(rows.costs, (row) => row.project);
  const robotsOf = grouped(rows.robots, (row) => row.project);
  const measuresOf = grouped([...measures.values()], (m) => m.record.project);
  return rows.projects.map((record) => {
    const own = benefitsOf.get(record.project) ?? [];
    const ownMeasures = measuresOf.get(record.project) ?? [];
    const linked = own.map((b) => link(b, record, measures, robots, ratesOf));
    return {
      record,
      records: new Map(own.map((b) => [b.benefit, b])),
      measures: new Map(
        [...ownMeasures, ...linked.flatMap((l) => l.measures)].map((m) => [m.record.measure, m]),
      ),
      robots: new Map(linked.flatMap((l) => (l.robot ? [[l.inputs.benefit.benefit, l.robot] as const] : []))),
      rates: new Map(linked.map((l) => [l.inputs.benefit.benefit, l.rates])),
      costs: costsOf.get(record.project) ?? [],
      inputs: {
        project: record.project,
        costs: (costsOf.get(record.project) ?? []).map(toCost),
        benefits: linked.map((l) => l.inputs),
        reach: reachOf(
          costsOf.get(record.project) ?? [],
          ownMeasures.flatMap((m) => m.measurements),
          robotsOf.get(record.project) ?? [],
        ),
      },
    };
  });
}

function link(
  b: BenefitRecord,
  project: ProjectRecord,
  measures: ReadonlyMap<string, MeasureData>,
  robots: ReadonlyMap<string, RobotData>,
  ratesOf: (name: string | null) => readonly RateData[],
) {
  const used = ROLES.flatMap((role): [Role, MeasureData][] => {
    const measure = measures.get(b[role] ?? '');
    return measure ? [[role, measure]] : [];
  });
  const robot = b.volume?.startsWith(ROBOT_PREFIX)
    ? robots.get(b.volume.slice(ROBOT_PREFIX.length))
    : undefined;
  const ownRates = b.method === 'indicator' || b.method === 'amount' ? [] : ratesOf(b.rate);
  const inputs: BenefitInputs = {
    benefit: {
      benefit: b.benefit,
      method: b.method,
      from: b.from_day,
      to: b.to_day,
      attribution: b.attribution ?? 1,
      cashable: b.cashable === null ? null : b.cashable === 1,
    },
    measures: Object.fromEntries(used.map(([role, m]) => [role, m.measured])),
    runs: robot ?? null,
    rates: ownRates,
    live: robot ? robot.live : project.live,
    ended: robot ? (robot.retired ?? project.ended) : project.ended,
    targets: [],
    better: 'higher',
  };
  const judged = used.find(([role]) => role === judgedRole(inputs))?.[1];
  if (judged) {
    inputs.targets = judged.targets;
    inputs.better = judged.record.better;
  }
  return {
    inputs,
    robot,
    rates: ownRates,
    measures: used.map(([, m]) => m),
  };
}

function toMeasurement({
  phase,
  from_day,
  to_day,
  per,
  value,
  low,
  high,
  basis,
}: MeasurementRecord): Measurement {
  return { phase, from: from_day, to: to_day, per, value, low, high, basis };
}

function toCost(row: Rows['costs'][number]): Cost {
  return {
    from: row.from_day,
    to: row.to_day || null,
    per: row.per,
    amountOere: row.amount_oere,
    basis: row.basis,
    category: row.category,
    internal: row.internal === -1 ? null : row.internal === 1,
    payer: row.payer || null,
    note: row.note || null,
  };
}

function reachOf(
  costs: Rows['costs'],
  measurements: readonly MeasurementRecord[],
  robots: readonly RobotData[],
): Reach {
  const reach: Reach = { actual: null, any: null };
  const extend = (to: keyof Reach, month: string) => {
    const last = reach[to];
    if (last === null || last < month) reach[to] = month;
  };
  for (const row of [...costs, ...measurements]) {
    const month = (row.to_day && row.per !== 'once' ? row.to_day : row.from_day).slice(0, 7);
    if (row.basis === 'actual') extend('actual', month);
    extend('any', month);
  }
  for (const month of robots.flatMap((r) => [...r.months.keys()])) {
    extend('actual', month);
    extend('any', month);
  }
  return reach;
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
