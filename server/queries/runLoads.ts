import type { Db } from '../warehouse/schema.ts';

/** How many of a robot's runs each load brought. Reads `run` itself, which only a drill-down may. */
export async function runLoads(db: Db, robotId: number) {
  return db
    .selectFrom('run')
    .select('load_id')
    .select((e) => e.fn.countAll<number>().as('runs'))
    .where('robot_id', '=', robotId)
    .groupBy('load_id')
    .orderBy('load_id')
    .execute();
}
