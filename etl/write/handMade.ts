import { sql } from 'kysely';
import { BY_HAND } from '../../server/warehouse/byHand.ts';
import type { Db, Schema } from '../../server/warehouse/schema.ts';

/** What can be entered by hand: which column names a row of which other table, in the user's words. */
interface Referring {
  table: keyof Schema;
  columns: readonly string[];
  to: 'department' | 'project' | 'measure' | 'benefit';
  words: string;
  /** Whether a load can have written it as well; else all of it is by hand. */
  loaded: boolean;
}

const METHOD_MEASURES = ['minutes', 'hours', 'ratio', 'fte', 'amount', 'indicator'];
const REFERRING: readonly Referring[] = [
  { table: 'project', columns: ['department'], to: 'department', words: 'projects', loaded: true },
  { table: 'benefit', columns: ['project'], to: 'project', words: 'benefits', loaded: true },
  { table: 'benefit', columns: METHOD_MEASURES, to: 'measure', words: 'benefits', loaded: true },
  { table: 'measure', columns: ['project'], to: 'project', words: 'measures', loaded: true },
  { table: 'measurement', columns: ['measure'], to: 'measure', words: 'measurements', loaded: true },
  { table: 'target', columns: ['measure'], to: 'measure', words: 'targets', loaded: true },
  { table: 'cost', columns: ['project'], to: 'project', words: 'costs', loaded: true },
  { table: 'risk', columns: ['project'], to: 'project', words: 'risks', loaded: true },
  { table: 'followup', columns: ['benefit'], to: 'benefit', words: 'follow-ups', loaded: true },
  { table: 'map_node', columns: ['project'], to: 'project', words: 'benefit maps', loaded: false },
  { table: 'plan', columns: ['project'], to: 'project', words: 'plans', loaded: false },
  { table: 'deviation', columns: ['project'], to: 'project', words: 'explained deviations', loaded: false },
];

/** What has been entered by hand about a load's rows, in words for the user; empty when nothing has. */
export async function handMadeOn(db: Db, loadId: number): Promise<string[]> {
  const found = new Set<string>();
  for (const { table, columns, to, words, loaded } of REFERRING) {
    const byHand = loaded ? sql`and a.load_id = ${BY_HAND}` : sql``;
    const refers = sql.join(
      columns.map((column) => sql`${sql.ref(`a.${column}`)} = ${sql.ref(`b.${to}`)}`),
      sql` or `,
    );
    const { rows } = await sql`
      select 1 as found from ${sql.table(table)} a join ${sql.table(to)} b on (${refers})
      where b.load_id = ${loadId} ${byHand} limit 1`.execute(db);
    if (rows.length > 0) found.add(words);
  }
  return [...found];
}
