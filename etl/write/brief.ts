import { sql } from 'kysely';
import type { Brief } from '../../server/contract/uploads.ts';
import { dayText } from '../../server/domain/calendar.ts';
import type { Db, Schema } from '../../server/warehouse/schema.ts';
import { RUN_STATUS } from '../../server/warehouse/status.ts';
import type { KeptRuns } from './runs/rollups.ts';

const MOST_ROBOTS = 8;
const MOST_PROJECTS = 200;

const NOTHING: Brief = {
  from: null,
  until: null,
  outcomes: {},
  robots: [],
  moreRobots: 0,
  kroner: null,
  projects: [],
};

/** What is kept of runs, in a few figures; null for none. */
export async function runsBrief(trx: Db, kept: KeptRuns): Promise<Brief | null> {
  if (kept.from === null || kept.until === null) return null;
  const most = [...kept.robots].sort(([, a], [, b]) => b - a);
  const ids = most.slice(0, MOST_PROJECTS).map(([id]) => id);
  const rows = await trx
    .selectFrom('robot')
    .innerJoin('project', 'project.project', 'robot.project')
    .where('robot_id', 'in', ids)
    .select(['robot_id', 'robot.name as robot', 'project.project', 'project.name'])
    .execute();
  const robots = new Map(rows.map((row) => [row.robot_id, row]));
  const projects = new Map(rows.map(({ project, name }) => [project, { project, name }]));
  return {
    ...NOTHING,
    from: dayText(kept.from),
    until: dayText(kept.until),
    outcomes: Object.fromEntries(
      Object.entries(RUN_STATUS).flatMap(([name, status]) => {
        const runs = kept.statuses.get(status) ?? 0;
        return runs === 0 ? [] : [[name, runs]];
      }),
    ),
    robots: most
      .slice(0, MOST_ROBOTS)
      .map(([id, runs]) => ({ name: robots.get(id)?.robot ?? String(id), runs })),
    moreRobots: Math.max(0, most.length - MOST_ROBOTS),
    projects: [...projects.values()],
  };
}

type Target = keyof Schema;

/** The columns of which a table's days are. */
const DAYS: Partial<Record<Target, readonly [string, string]>> = {
  measurement: ['from_day', 'to_day'],
  cost: ['from_day', 'to_day'],
  target: ['due', 'due'],
  followup: ['due', 'due'],
};
const OF_PROJECT: ReadonlySet<Target> = new Set(['project', 'robot', 'measure', 'benefit', 'cost', 'risk']);
const OF_MEASURE: ReadonlySet<Target> = new Set(['measurement', 'target']);

/** What is kept of a small table, in a few figures; null for nothing. */
export async function tableBrief(trx: Db, target: Target, load: number): Promise<Brief | null> {
  const projects = await projectsOf(trx, target, load);
  const [from, to] = DAYS[target] ?? [];
  let days: { from: string | null; until: string | null } = { from: null, until: null };
  if (from !== undefined && to !== undefined) {
    const found = await sql<typeof days>`
      select min(${sql.ref(from)}) as ${sql.ref('from')}, max(coalesce(nullif(${sql.ref(to)}, ''), ${sql.ref(from)})) as ${sql.ref('until')}
      from ${sql.table(target)} where load_id = ${load}`.execute(trx);
    days = found.rows[0] ?? days;
  }
  const kroner = target === 'cost' ? await oncePaid(trx, load) : null;
  const isEmpty = days.from === null && kroner === null && projects.length === 0;
  return isEmpty ? null : { ...NOTHING, ...days, kroner, projects };
}

/** The amounts as they stand in the file, in kroner, where none of them is paid more than once; else null. */
async function oncePaid(trx: Db, load: number): Promise<number | null> {
  const { rows } = await sql<{ oere: number | null; repeated: number }>`
    select sum(amount_oere) as oere, sum(case when per in ('month', 'year') then 1 else 0 end) as repeated
    from cost where load_id = ${load}`.execute(trx);
  const { oere, repeated } = rows[0] ?? { oere: null, repeated: 0 };
  return oere === null || Number(repeated) > 0 ? null : Number(oere) / 100;
}

async function projectsOf(trx: Db, target: Target, load: number): Promise<Brief['projects']> {
  const from = OF_PROJECT.has(target)
    ? sql`select project from ${sql.table(target)} where load_id = ${load}`
    : OF_MEASURE.has(target)
      ? sql`select m.project from ${sql.table(target)} t join measure m on m.measure = t.measure where t.load_id = ${load}`
      : target === 'followup'
        ? sql`select b.project from followup t join benefit b on b.benefit = t.benefit where t.load_id = ${load}`
        : null;
  if (from === null) return [];
  const { rows } = await sql<{ project: string; name: string }>`
    select project, name from project where project in (${from}) order by project limit ${MOST_PROJECTS}`.execute(
    trx,
  );
  return rows;
}
