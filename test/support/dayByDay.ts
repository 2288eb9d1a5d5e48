import { type RawBuilder, sql } from 'kysely';
import { daysIn, dayText, monthOfDay, monthText } from '../../server/domain/calendar.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { RUN_STATUS } from '../../server/warehouse/status.ts';

/** What a benefit gave in a month, in hours and øre, or what a project cost in one, by SQL alone. */
export interface Sum {
  code: string;
  month: string;
  hours: number | null;
  oere: number | null;
}

/**
 * Works out gains and costs from the raw tables, day by day and in SQL, with nothing of the product's arithmetic: each day
 * of `first` to `last` (day numbers) has the measurement, the rate and the cost that is in force on it. Units must be hours,
 * minutes per item and kroner.
 */
export async function dayByDay(db: Db, first: number, last: number): Promise<{ gains: Sum[]; costs: Sum[] }> {
  return db.transaction().execute(async (trx) => {
    await sql`create temporary table calendar (day text primary key, number integer, month text, days integer)`.execute(
      trx,
    );
    const rows = Array.from({ length: last - first + 1 }, (_, i) => {
      const month = monthOfDay(first + i);
      return sql`(${dayText(first + i)}, ${first + i}, ${monthText(month)}, ${daysIn(month)})`;
    });
    for (let i = 0; i < rows.length; i += 200) {
      await sql`insert into calendar values ${sql.join(rows.slice(i, i + 200))}`.execute(trx);
    }
    await sql`create temporary table held as ${HELD}`.execute(trx);
    await sql`create index held_by on held (measure, phase, day)`.execute(trx);
    const gains = await sql<Sum>`${GAINS}`.execute(trx);
    const costs = await sql<Sum>`${COSTS}`.execute(trx);
    await sql`drop table held`.execute(trx);
    await sql`drop table calendar`.execute(trx);
    return { gains: gains.rows, costs: costs.rows };
  });
}

const SPAN = sql`(select count(*) from calendar s where s.day >= r.from_day and s.day <= r.to_day)`;

/** What a day has of a value per day, week, month, year or period; a level has all of it. */
const SHARE = sql`case r.per when 'day' then 1.0 when 'week' then 1.0 / 7 when 'month' then 1.0 / c.days
  when 'year' then 1.0 / 12 / c.days when 'period' then 1.0 / ${SPAN} else 1.0 end`;

/** The value of each measure and phase on each day: of the newest measurement that is in force. */
const HELD = sql`
  select measure, phase, day, value from (
    select r.measure, r.phase, c.day, r.value * ${SHARE} as value,
      row_number() over (partition by r.measure, r.phase, c.day order by r.from_day desc) as newest
    from (
      select m.*, case when k.kind = 'level' or m.phase = 'before' or m.to_day is null then 1 else 0 end as runs_on,
        lead(m.from_day) over (partition by m.measure, m.phase order by m.from_day) as next_day
      from measurement m join measure k on k.measure = m.measure
    ) r
    join calendar c on c.day >= r.from_day
      and ((r.runs_on = 1 and (r.next_day is null or c.day < r.next_day)) or (r.runs_on = 0 and c.day <= r.to_day))
  ) x where newest = 1`;

function on(role: string, phase: string): RawBuilder<number> {
  const measure = sql.ref(`b.${role}`);
  return sql`(select h.value from held h where h.measure = ${measure} and h.phase = ${phase} and h.day = c.day)`;
}

const saving = (role: string) =>
  sql`coalesce(${on(role, 'saved')}, ${on(role, 'before')} - ${on(role, 'after')})`;
const seen = (role: string) => sql`coalesce(${on(role, 'after')}, ${on(role, 'saved')})`;

const ROBOT_ITEMS = sql`(
  select case when count(*) = 0 then null else
    sum(case when run.status = ${sql.lit(RUN_STATUS.success)} and run.ended / 86400 = c.number then run.items else 0 end) end
  from run join robot on robot.robot_id = run.robot_id
  join calendar d on d.number = run.ended / 86400 and d.month = c.month
  where b.volume = 'robot:' || robot.robot)`;

const RATE = (
  column: string,
) => sql`(select ${sql.ref(column)} from rate where rate.rate = b.rate and rate.valid_from <= c.day
  order by rate.valid_from desc limit 1)`;

const GAINS = sql`
  select code, month, sum(hours * share) as hours,
    sum(case when method = 'amount' then kroner * 100 else hours * hourly end * share) as oere
  from (
    select b.benefit as code, c.month, b.method, b.attribution as share, ${RATE('hourly_oere')} as hourly,
      case b.method
        when 'per_item' then ${saving('minutes')} / 60.0
          * case when b.volume like 'robot:%' then ${ROBOT_ITEMS} else ${seen('volume')} end
        when 'hours' then ${saving('hours')}
        when 'ratio' then ${seen('hours')} * (1 - ${on('ratio', 'before')} / ${on('ratio', 'after')})
        when 'fte' then ${saving('fte')} * ${RATE('hours_per_fte')} / 12.0 / c.days
      end as hours,
      case when b.method = 'amount' then ${saving('amount')} end as kroner
    from benefit b join calendar c
      on (b.from_day is null or c.day >= b.from_day) and (b.to_day is null or c.day <= b.to_day)
  ) y group by code, month order by code, month`;

const COSTS = sql`
  select code, month, 0 as hours, sum(oere) as oere from (
    select r.project as code, c.month, r.amount_oere * ${SHARE} as oere
    from (
      select cost.*, (select min(n.from_day) from cost n where n.project = cost.project and n.per <> 'once'
        and n.note = cost.note and n.from_day > cost.from_day) as next_day from cost
    ) r
    join calendar c on (r.per = 'once' and c.day = r.from_day) or (r.per <> 'once' and c.day >= r.from_day
      and ((r.to_day = '' and (r.next_day is null or c.day < r.next_day)) or (r.to_day <> '' and c.day <= r.to_day)))
  ) z group by code, month order by code, month`;
