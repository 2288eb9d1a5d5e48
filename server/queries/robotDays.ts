import type { Db } from '../warehouse/schema.ts';
import { successOnly } from './successOnly.ts';

/** As robotMonths, by local day, for one robot in one month (`YYYY-MM`). */
export async function robotDays(db: Db, robotId: number, month: string) {
  return db
    .selectFrom('run_day')
    .select('day')
    .select((e) => [
      e.fn.sum<number>('runs').as('runs'),
      e.fn.sum<number>(successOnly('runs')).as('successes'),
      e.fn.sum<number>(successOnly('items')).as('items'),
    ])
    .where('robot_id', '=', robotId)
    .where('day', '>=', `${month}-01`)
    .where('day', '<=', `${month}-31`)
    .groupBy('day')
    .execute();
}
