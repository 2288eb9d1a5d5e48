import type { Comparison, Measure, MeasureList, Measurement, SeriesPoint } from '../contract/measures.ts';
import {
  type Compared,
  compare,
  comparedAs,
  type Observation,
  shareInterval,
} from '../domain/beforeAfter.ts';
import { dayNumber } from '../domain/calendar.ts';
import { ROLES } from '../domain/codes.ts';
import { judgedRole, latestIn } from '../domain/judged.ts';
import { seasonOf } from '../domain/season.ts';
import { entryOf } from '../edits/measurementContent.ts';
import { revisionOf } from '../edits/revision.ts';
import type { MeasurementRecord } from '../queries/measurements.ts';
import type { MeasureData, ProjectData } from '../queries/toInputs.ts';
import type { Db } from '../warehouse/schema.ts';
import { projectData } from './project.ts';

/** A project's measures with their measurements and targets, and before beside after as of a day. */
export async function measuresAnswer(db: Db, project: string, today: string): Promise<MeasureList> {
  const data = await projectData(db, project);
  const measures = [...data.measures.values()].map((measure) => measureAnswer(data, measure, today));
  return { live: data.record.live, today, measures };
}

function measureAnswer(data: ProjectData, measure: MeasureData, today: string): Measure {
  const { record, measurements, targets } = measure;
  const benefits = benefitsOn(data, record.measure);
  const compared = comparedOf(data, measure);
  const rows = measurements.map(observation);
  const [before, after, earlier] = latest(rows, today);
  return {
    measure: record.measure,
    project: record.project,
    name: record.name,
    unit: record.unit,
    kind: record.kind,
    better: record.better,
    source: record.source,
    how: record.how,
    measurements: measurements.map((m) => point(m, compared)),
    targets: targets.map((t) => ({ due: t.due, value: t.value, low: t.low, high: t.high })),
    benefits,
    comparison: comparison(compared, before, after, rows, today),
    trend: comparison(compared, earlier, after, rows, today),
  };
}

/** How a measure's measurements are compared, by what it is and which inputs it is of. */
export function comparedOf(data: ProjectData, { record }: MeasureData): Compared {
  return comparedAs(
    record,
    benefitsOn(data, record.measure).map(({ role }) => role),
  );
}

/** The latest baseline, the latest value after, and the one before that; expected ones only where none is measured. */
export function latest(rows: readonly Observation[], today: string) {
  const day = dayNumber(today);
  const afters = rows.filter(({ phase }) => phase === 'after');
  const after = latestIn(afters, day);
  return [
    latestIn(
      rows.filter(({ phase }) => phase === 'before'),
      day,
    ),
    after,
    latestIn(
      afters.filter((row) => after !== undefined && row.from < after.from),
      day,
    ),
  ] as const;
}

function comparison(
  measure: Compared,
  earlier: Observation | undefined,
  later: Observation | undefined,
  rows: readonly Observation[],
  today: string,
): Comparison | null {
  if (!earlier || !later) return null;
  return {
    earlier: { phase: earlier.phase, from: earlier.from },
    later: { phase: later.phase, from: later.from },
    ...compare(measure, earlier, later),
    season: seasonOf(earlier, later, rows, today),
  };
}

function benefitsOn({ records, inputs }: ProjectData, measure: string): Measure['benefits'] {
  return inputs.benefits.flatMap((input) => {
    const record = records.get(input.benefit.benefit);
    const judged = judgedRole(input);
    return ROLES.filter((role) => record?.[role] === measure).map((role) => ({
      benefit: input.benefit.benefit,
      name: record?.name ?? '',
      role,
      judged: role === judged,
    }));
  });
}

/** A measurement as the domain compares it. */
export function observation(m: MeasurementRecord): Observation {
  return { ...m, from: m.from_day, to: m.to_day };
}

function point(m: MeasurementRecord, measure: Compared): SeriesPoint {
  return {
    ...measurement(m),
    interval: shareInterval(measure, observation(m)),
    revision: revisionOf(entryOf(m)),
  };
}

/** A measurement as answers give it. */
export function measurement(m: MeasurementRecord): Measurement {
  return { ...entryOf(m), load: m.load_id };
}
