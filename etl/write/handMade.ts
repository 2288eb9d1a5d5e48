import { sql } from 'kysely';
import { BY_HAND } from '../../server/warehouse/byHand.ts';
import type { Db, Schema } from '../../server/warehouse/schema.ts';

/** What is done by hand about something before the load that it rests on can be undone; `kept` is never removed. */
export type Way = 'remove' | 'choose' | 'kept' | 'plans';

/** What can be entered by hand: which column names a row of which other table, in the user's words. */
interface Referring {
  table: keyof Schema;
  columns: readonly string[];
  to: 'department' | 'project' | 'measure' | 'benefit';
  name: string;
  way: Way;
  /** Whether a load can have written it as well; else all of it is by hand. */
  loaded: boolean;
}

const METHOD_MEASURES = ['minutes', 'hours', 'ratio', 'fte', 'amount', 'indicator'];
const REFERRING: readonly Referring[] = [
  { table: 'plan', columns: ['project'], to: 'project', name: 'plans', way: 'plans', loaded: false },
  { table: 'benefit', columns: ['project'], to: 'project', name: 'benefits', way: 'kept', loaded: true },
  { table: 'measure', columns: ['project'], to: 'project', name: 'measures', way: 'kept', loaded: true },
  {
    table: 'project',
    columns: ['department'],
    to: 'department',
    name: 'projects',
    way: 'choose',
    loaded: true,
  },
  {
    table: 'benefit',
    columns: METHOD_MEASURES,
    to: 'measure',
    name: 'benefits',
    way: 'choose',
    loaded: true,
  },
  {
    table: 'measurement',
    columns: ['measure'],
    to: 'measure',
    name: 'measurements',
    way: 'remove',
    loaded: true,
  },
  { table: 'target', columns: ['measure'], to: 'measure', name: 'targets', way: 'remove', loaded: true },
  { table: 'cost', columns: ['project'], to: 'project', name: 'costs', way: 'remove', loaded: true },
  { table: 'risk', columns: ['project'], to: 'project', name: 'risks', way: 'remove', loaded: true },
  { table: 'followup', columns: ['benefit'], to: 'benefit', name: 'followups', way: 'remove', loaded: true },
  { table: 'map_node', columns: ['project'], to: 'project', name: 'links', way: 'remove', loaded: false },
  {
    table: 'deviation',
    columns: ['project'],
    to: 'project',
    name: 'deviations',
    way: 'remove',
    loaded: false,
  },
];

/**
 * What has been entered by hand about a load's rows and keeps it from being undone: names of the same way, that which
 * nothing can be done about first; null when nothing has.
 */
export async function handMadeOn(db: Db, loadId: number): Promise<{ way: Way; names: string[] } | null> {
  const found: Referring[] = [];
  for (const referring of REFERRING) {
    const { table, columns, to, loaded } = referring;
    const byHand = loaded ? sql`and a.load_id = ${BY_HAND}` : sql``;
    const refers = sql.join(
      columns.map((column) => sql`${sql.ref(`a.${column}`)} = ${sql.ref(`b.${to}`)}`),
      sql` or `,
    );
    const { rows } = await sql`
      select 1 as found from ${sql.table(table)} a join ${sql.table(to)} b on (${refers})
      where b.load_id = ${loadId} ${byHand} limit 1`.execute(db);
    if (rows.length > 0) found.push(referring);
  }
  const [first] = found;
  if (!first) return null;
  const { way } = first;
  return { way, names: [...new Set(found.filter((f) => f.way === way).map((f) => f.name))] };
}
