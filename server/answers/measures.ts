import type { MeasureList, Measurement } from '../contract/measures.ts';
import type { MeasurementRecord } from '../queries/measurements.ts';
import type { Db } from '../warehouse/schema.ts';
import { projectData } from './project.ts';

/** A project's measures with their measurements and targets. */
export async function measuresAnswer(db: Db, project: string): Promise<MeasureList> {
  const data = await projectData(db, project);
  const measures = [...data.measures.values()].map(({ record, measurements, targets }) => ({
    measure: record.measure,
    name: record.name,
    unit: record.unit,
    kind: record.kind,
    better: record.better,
    source: record.source,
    how: record.how,
    measurements: measurements.map(measurement),
    targets: targets.map((t) => ({ due: t.due, value: t.value, low: t.low, high: t.high })),
  }));
  return { measures };
}

/** A measurement as answers give it. */
export function measurement(m: MeasurementRecord): Measurement {
  return {
    phase: m.phase,
    from: m.from_day,
    to: m.to_day,
    per: m.per,
    value: m.value,
    low: m.low,
    high: m.high,
    n: m.n,
    basis: m.basis,
    note: m.note,
    load: m.load_id,
  };
}
