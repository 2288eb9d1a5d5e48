import type { Db } from '../warehouse/schema.ts';
import { successOnly } from './successOnly.ts';

/** As robotMonths, by local day, for some robots in one month (`YYYY-MM`). */
export async function robotDays(db: Db, robotIds: readonly number[], month: string) {
  return db
    .selectFrom('run_day')
    .select(['robot_id', 'day'])
    .select((e) => [
      e.fn.sum<number>('runs').as('runs'),
      e.fn.sum<number>(successOnly('runs')).as('successes'),
      e.fn.sum<number>(successOnly('items')).as('items'),
    ])
    .where('robot_id', 'in', robotIds)
    .where('day', '>=', `${month}-01`)
    .where('day', '<=', `${month}-31`)
    .groupBy(['robot_id', 'day'])
    .execute();
}
