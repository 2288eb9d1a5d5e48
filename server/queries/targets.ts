import type { Db } from '../warehouse/schema.ts';

/** Targets by the day they fall due; all, or those of the measures named. */
export async function targets(db: Db, measures?: readonly string[]) {
  if (measures?.length === 0) return [];
  let query = db.selectFrom('target').selectAll().orderBy('measure').orderBy('due');
  if (measures) query = query.where('measure', 'in', measures);
  return query.execute();
}

export type TargetRecord = Awaited<ReturnType<typeof targets>>[number];
