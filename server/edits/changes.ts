import type { Subject } from '../domain/codes.ts';
import type { Trx } from '../warehouse/schema.ts';
import type { Editor } from './edit.ts';

export interface Change {
  project: string;
  subject: Subject;
  /** Which one: a benefit's code, a measurement's key as JSON, the project's code for what it has one of. */
  key: string;
  verb: 'created' | 'changed' | 'removed' | 'restored';
  /** Its content as JSON can hold it; null where there was nothing. */
  before: object | null;
  after: object | null;
}

/** Keeps who changed what, from what to what. */
export async function recordChange(trx: Trx, { by, at }: Editor, change: Change): Promise<void> {
  const last = await trx
    .selectFrom('change')
    .select((e) => e.fn.max('change_id').as('last'))
    .executeTakeFirst();
  await trx
    .insertInto('change')
    .values({
      change_id: (last?.last ?? 0) + 1,
      at,
      by,
      project: change.project,
      subject: change.subject,
      subject_key: change.key,
      verb: change.verb,
      before: change.before && JSON.stringify(change.before),
      after: change.after && JSON.stringify(change.after),
    })
    .execute();
}
