import type { Db } from '../warehouse/schema.ts';
import { WITHDRAWN } from '../warehouse/status.ts';

/** How many of a robot's runs each load brought. Reads `run` itself, which only a drill-down may. */
export async function runLoads(db: Db, robotId: number) {
  return db
    .selectFrom('run')
    .select('load_id')
    .select((e) => e.fn.countAll<number>().as('runs'))
    .where('robot_id', '=', robotId)
    .where((e) => e.or([e('reason_id', 'is', null), e('reason_id', '<>', WITHDRAWN)]))
    .groupBy('load_id')
    .orderBy('load_id')
    .execute();
}
