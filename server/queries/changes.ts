import { sql } from 'kysely';
import { ROLES, type Subject } from '../domain/codes.ts';
import type { Db } from '../warehouse/schema.ts';

/** Changes by hand in a project, newest first; of one subject, or of one of its things. */
export async function changes(db: Db, project: string, subject?: string, key?: string) {
  let query = db.selectFrom('change').selectAll().where('project', '=', project);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (key !== undefined) query = query.where('subject_key', '=', key);
  return query.orderBy('change_id', 'desc').execute();
}

export type ChangeRecord = Awaited<ReturnType<typeof changes>>[number];

/** Changes by hand of a benefit’s card, of the measurements of its measures, and of its follow-ups, newest first. */
export async function benefitChanges(db: Db, project: string, benefit: string): Promise<ChangeRecord[]> {
  const own = await db
    .selectFrom('benefit')
    .select(ROLES)
    .where('project', '=', project)
    .where('benefit', '=', benefit)
    .executeTakeFirst();
  if (!own) return [];
  const measures = [...new Set(ROLES.flatMap((role) => own[role] ?? []))];
  return db
    .selectFrom('change')
    .selectAll()
    .where((e) => {
      const of = (subject: Subject, code: string) =>
        e.and([e('subject', '=', subject), e(firstOfKey(code), '=', quoted(code))]);
      return e.or([
        e.and([e('subject', '=', 'benefit'), e('subject_key', '=', benefit)]),
        of('followup', benefit),
        ...measures.map((measure) => of('measurement', measure)),
      ]);
    })
    .orderBy('change_id', 'desc')
    .execute();
}

/** One change by its number. */
export async function changeRecord(db: Db, change: number): Promise<ChangeRecord | undefined> {
  return db.selectFrom('change').selectAll().where('change_id', '=', change).executeTakeFirst();
}

/** The beginning of a key that is a list as JSON, as long as one that begins with this code. */
function firstOfKey(code: string) {
  return sql<string>`substr(subject_key, 1, ${sql.lit([...quoted(code)].length)})`;
}

/** A key that begins with a code begins with its quotation marks: `["M1"`, so that M1 is not M12. */
function quoted(code: string): string {
  return `[${JSON.stringify(code)}`;
}
