import { GevinstError } from '../errors.ts';
import type { Db, Trx } from '../warehouse/schema.ts';
import { recordChange } from './changes.ts';
import { type Editor, edit } from './edit.ts';
import { notRestorable, type Restored } from './restoring.ts';
import { requireRevision, revisionOf } from './revision.ts';

interface Explanation {
  explanation: string | null;
}

/** Whether the explanation of a year has changed since somebody saw it. */
export function deviationRevision(explanation: string | null): string {
  return revisionOf({ explanation } satisfies Explanation);
}

/**
 * Says why a year came out otherwise than planned; an empty text takes the explanation away.
 * @param years those that a plan or the data has, or that are explained
 * @throws GevinstError `changed-meanwhile`, `bad-parameter` for any other year
 */
export async function explainDeviation(
  db: Db,
  { project, year, years }: { project: string; year: number; years: readonly number[] },
  { explanation, revision }: { explanation: string; revision: string },
  editor: Editor,
): Promise<{ revision: string }> {
  if (!years.includes(year)) {
    const message = `Neither a plan nor the data of the project has anything in ${year}.`;
    throw new GevinstError('bad-parameter', message, { parameter: 'year' });
  }
  return edit(db, async (trx) => {
    const before = await current(trx, project, year);
    requireRevision({ explanation: before }, revision, `The explanation of ${year}`);
    const after = explanation.trim() || null;
    await put(trx, project, year, after);
    if (after !== before) {
      const verb = before === null ? 'created' : after === null ? 'removed' : 'changed';
      await record(trx, { project, year, before, after, verb }, editor);
    }
    return { revision: deviationRevision(after) };
  });
}

/** Brings back what the explanation of a year, `key`, once was. @throws GevinstError `cannot-restore` where it is so already */
export async function restoreDeviation(
  trx: Trx,
  { project, key, content }: Omit<Restored, 'left'>,
  editor: Editor,
): Promise<void> {
  const year = Number(key);
  const before = await current(trx, project, year);
  const after = (content as Explanation | null)?.explanation ?? null;
  if (after === before) throw notRestorable('same');
  await put(trx, project, year, after);
  await record(trx, { project, year, before, after, verb: 'restored' }, editor);
}

async function current(trx: Trx, project: string, year: number): Promise<string | null> {
  const row = await trx
    .selectFrom('deviation')
    .select('explanation')
    .where('project', '=', project)
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.explanation ?? null;
}

async function put(trx: Trx, project: string, year: number, explanation: string | null): Promise<void> {
  if (explanation === null) {
    await trx.deleteFrom('deviation').where('project', '=', project).where('year', '=', year).execute();
    return;
  }
  await trx
    .insertInto('deviation')
    .values({ project, year, explanation })
    .onConflict((c) => c.columns(['project', 'year']).doUpdateSet({ explanation }))
    .execute();
}

interface Recorded {
  project: string;
  year: number;
  before: string | null;
  after: string | null;
  verb: 'created' | 'changed' | 'removed' | 'restored';
}

async function record(trx: Trx, { project, year, before, after, verb }: Recorded, editor: Editor) {
  const content = (explanation: string | null) => (explanation === null ? null : { explanation });
  await recordChange(trx, editor, {
    project,
    subject: 'deviation',
    key: String(year),
    verb,
    before: content(before),
    after: content(after),
  });
}
