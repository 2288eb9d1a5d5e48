import type { Db } from '../warehouse/schema.ts';
import { successOnly } from './successOnly.ts';

/** Runs of every outcome, those that succeeded, and the seconds of the timed ones, by robot and local month, of one project. */
export async function workMonths(db: Db, project: string) {
  return db
    .selectFrom('run_month')
    .innerJoin('robot', 'robot.robot_id', 'run_month.robot_id')
    .select(['run_month.robot_id', 'month'])
    .select((e) => [
      e.fn.sum<number>('runs').as('runs'),
      e.fn.sum<number>(successOnly('runs')).as('succeeded'),
      e.fn.sum<number>('seconds').as('seconds'),
      e.fn.sum<number>('timed').as('timed'),
    ])
    .where('robot.project', '=', project)
    .groupBy(['run_month.robot_id', 'month'])
    .orderBy('month')
    .execute();
}

/** The robots that benefits count, as their `volume` names them; archived benefits count nothing. */
export async function countedRobots(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('benefit')
    .leftJoin('benefit_card', 'benefit_card.benefit', 'benefit.benefit')
    .where('benefit_card.archived', 'is', null)
    .where('volume', 'like', 'robot:%')
    .select('volume')
    .execute();
  return new Set(rows.flatMap(({ volume }) => volume?.slice('robot:'.length) ?? []));
}
