import type { Db, Schema } from '../warehouse/schema.ts';
import { measurements } from './measurements.ts';
import { targets } from './targets.ts';

type Kept<T> = Omit<T, 'load_id'>;

/** A measure as it is kept, with what was measured before the change (oldest first) and its targets (soonest first). */
export interface MeasureRows {
  measure: Kept<Schema['measure']>;
  baselines: Kept<Schema['measurement']>[];
  targets: Kept<Schema['target']>[];
}

/** The measures named that there are, in order of their codes. */
export async function measureRows(db: Db, codes: readonly string[]): Promise<MeasureRows[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom('measure')
    .selectAll()
    .where('measure', 'in', codes)
    .orderBy('measure')
    .execute();
  const before = (await measurements(db, codes)).filter((m) => m.phase === 'before').map(kept);
  const steps = (await targets(db, codes)).map(kept);
  return rows.map((row) => ({
    measure: kept(row),
    baselines: before.filter((m) => m.measure === row.measure),
    targets: steps.filter((t) => t.measure === row.measure),
  }));
}

function kept<T extends { load_id: number }>({ load_id: _, ...row }: T): Kept<T> {
  return row;
}
