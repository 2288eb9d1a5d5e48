import type { FollowupStatus } from '../domain/codes.ts';
import type { Db } from '../warehouse/schema.ts';

/** Follow-ups of one project or all, by benefit and then soonest due first. */
export async function followups(db: Db, project?: string) {
  let query = db
    .selectFrom('followup')
    .innerJoin('benefit', 'benefit.benefit', 'followup.benefit')
    .select([
      'followup.benefit',
      'followup.due',
      'followup.done',
      'followup.status',
      'followup.note',
      'followup.value',
    ])
    .orderBy('followup.benefit')
    .orderBy('followup.due');
  if (project !== undefined) query = query.where('benefit.project', '=', project);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, status: row.status as FollowupStatus | null }));
}
