import type { Db } from '../warehouse/schema.ts';
import { successOnly } from './successOnly.ts';

/** Runs of every outcome, and successful runs and items, by robot and local month; of all robots or those named. */
export async function robotMonths(db: Db, robotIds?: readonly number[]) {
  if (robotIds?.length === 0) return [];
  let query = db
    .selectFrom('run_month')
    .select(['robot_id', 'month'])
    .select((e) => [
      e.fn.sum<number>('runs').as('runs'),
      e.fn.sum<number>(successOnly('runs')).as('successes'),
      e.fn.sum<number>(successOnly('items')).as('items'),
    ])
    .groupBy(['robot_id', 'month']);
  if (robotIds) query = query.where('robot_id', 'in', robotIds);
  return query.execute();
}
