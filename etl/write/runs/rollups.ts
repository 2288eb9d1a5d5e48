import { sql } from 'kysely';
import { dayText, monthOfDay, monthText } from '../../../server/domain/calendar.ts';
import type { Db } from '../../../server/warehouse/schema.ts';
import { ByCount } from '../byCount.ts';

/** What a load adds to one row of a rollup; negative where a run was replaced. */
interface Sums {
  runs: number;
  /** Runs that are there by this load: those that it replaced are not taken off. */
  kept: number;
  items: number;
  seconds: number;
  timed: number;
}

/** Runs that a load keeps; days are as `dayText` reads them. */
export interface KeptRuns {
  robots: Map<number, number>;
  statuses: Map<number, number>;
  from: number | null;
  until: number | null;
}

/**
 * Sums by robot, period and status. The three are one number, in the order of the table's key; a period is a day or
 * month as an integer.
 */
type ByKey = Map<number, Sums>;

const PERIODS = 65_536;
const STATUSES = 4;
const IN_ONE = 500;

/** Gathers what a load changes in `run_day` and `run_month`, and writes it in the load's own transaction. */
export class Rollups {
  readonly #days: ByKey = new Map();
  readonly #robotsWithLess = new Set<number>();

  /**
   * @param sign 1 for a run that is added, −1 for the one it replaces
   * @param kept 0 where that was another load's
   */
  count(
    sign: 1 | -1,
    robot: number,
    day: number,
    status: number,
    items: number,
    seconds: number | null,
    kept: 1 | 0 | -1 = sign,
  ): void {
    const sums = sumsOf(this.#days, (robot * PERIODS + day) * STATUSES + status);
    sums.runs += sign;
    sums.kept += kept;
    sums.items += sign * items;
    if (seconds !== null) {
      sums.seconds += sign * seconds;
      sums.timed += sign;
    }
    if (sign < 0) this.#robotsWithLess.add(robot);
  }

  async write(trx: Db): Promise<void> {
    const robots = [...this.#robotsWithLess];
    for (const [table, period, changes, text] of [
      ['run_day', 'day', this.#days, dayText],
      ['run_month', 'month', this.#months(), monthText],
    ] as const) {
      await add(trx, table, period, changes, text);
      for (let at = 0; at < robots.length; at += IN_ONE) {
        const some = robots.slice(at, at + IN_ONE);
        await trx.deleteFrom(table).where('runs', '=', 0).where('robot_id', 'in', some).execute();
      }
    }
  }

  /** What the load keeps: runs by robot and by outcome, and the first and last day that they are of. */
  kept(): KeptRuns {
    const kept: KeptRuns = { robots: new Map(), statuses: new Map(), from: null, until: null };
    for (const [key, sums] of this.#days) {
      if (sums.kept <= 0) continue;
      const { robot, period, status } = partsOf(key);
      kept.robots.set(robot, (kept.robots.get(robot) ?? 0) + sums.kept);
      kept.statuses.set(status, (kept.statuses.get(status) ?? 0) + sums.kept);
      kept.from = Math.min(kept.from ?? period, period);
      kept.until = Math.max(kept.until ?? period, period);
    }
    return kept;
  }

  #months(): ByKey {
    const months: ByKey = new Map();
    for (const [key, sums] of this.#days) {
      const { robot, period, status } = partsOf(key);
      const month = sumsOf(months, (robot * PERIODS + monthOfDay(period)) * STATUSES + status);
      month.runs += sums.runs;
      month.items += sums.items;
      month.seconds += sums.seconds;
      month.timed += sums.timed;
    }
    return months;
  }
}

function sumsOf(all: ByKey, key: number): Sums {
  let sums = all.get(key);
  if (!sums) {
    sums = { runs: 0, kept: 0, items: 0, seconds: 0, timed: 0 };
    all.set(key, sums);
  }
  return sums;
}

function partsOf(key: number): { robot: number; period: number; status: number } {
  const rest = Math.floor(key / STATUSES);
  return { robot: Math.floor(rest / PERIODS), period: rest % PERIODS, status: key % STATUSES };
}

/** Adds the sums to a rollup's rows. */
async function add(
  trx: Db,
  table: 'run_day' | 'run_month',
  period: 'day' | 'month',
  changes: ByKey,
  textOf: (period: number) => string,
): Promise<void> {
  const added = ['runs', 'items', 'seconds', 'timed'].map(
    (column) => sql`${sql.ref(column)} = ${sql.ref(`${table}.${column}`)} + ${sql.ref(`excluded.${column}`)}`,
  );
  const row = sql`(${0}, ${''}, ${0}, ${0}, ${0}, ${0}, ${0})`;
  const insertion = new ByCount(
    trx,
    (count) => sql`
      insert into ${sql.table(table)} (robot_id, ${sql.ref(period)}, status, runs, items, seconds, timed)
      values ${sql.join(Array(count).fill(row))}
      on conflict (robot_id, ${sql.ref(period)}, status) do update set ${sql.join(added)}`,
  );
  const keys = Float64Array.from(changes.keys()).sort();
  const texts = new Map<number, string>();
  for (let at = 0; at < keys.length; at += IN_ONE) {
    const some = keys.subarray(at, at + IN_ONE);
    const parameters: unknown[] = [];
    for (const key of some) {
      const { robot, period: when, status } = partsOf(key);
      let text = texts.get(when);
      if (text === undefined) {
        text = textOf(when);
        texts.set(when, text);
      }
      const { runs, items, seconds, timed } = sumsOf(changes, key);
      parameters.push(robot, text, status, runs, items, seconds, timed);
    }
    await insertion.run(some.length, parameters);
  }
}
