import type { Db } from '../warehouse/schema.ts';

/** Measurements, oldest first; all, or those of the measures named. */
export async function measurements(db: Db, measures?: readonly string[]) {
  if (measures?.length === 0) return [];
  let query = db
    .selectFrom('measurement')
    .selectAll()
    .orderBy('measure')
    .orderBy('phase')
    .orderBy('from_day');
  if (measures) query = query.where('measure', 'in', measures);
  return query.execute();
}

export type MeasurementRecord = Awaited<ReturnType<typeof measurements>>[number];
