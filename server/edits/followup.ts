import * as z from 'zod/mini';
import { Followup } from '../contract/followups.ts';
import { followupProblems } from '../domain/followupRules.ts';
import { GevinstError } from '../errors.ts';
import type { Db, Trx } from '../warehouse/schema.ts';
import { type Editor, edit } from './edit.ts';
import { followupOf, followupRevision, openFollowup, type SeenBenefit } from './followupContent.ts';
import { keepAsMeasurement } from './followupMeasurement.ts';
import { replaceFollowup, setCardPart } from './followupWrites.ts';
import { notRestorable, type Restored } from './restoring.ts';
import { revisionOf } from './revision.ts';

/** A follow-up to be saved. */
interface FollowupToSave extends Followup {
  /** When it was due until now; null adds one. */
  was: string | null;
  /** Why it goes otherwise than planned; undefined leaves what was said. */
  deviation?: string | null | undefined;
  /** Keeps the value as a measurement too. */
  asMeasurement: boolean;
  /** How many that measurement is of. */
  n?: number | null | undefined;
}

/**
 * Adds a follow-up, moves it, or says how it went; `today` is the day that it cannot be later than. Gives the revision
 * that the benefit's follow-up then has.
 * @throws GevinstError `not-found`, `changed-meanwhile`, `already-exists` where the day is taken, `bad-parameter`
 */
export async function saveFollowup(
  db: Db,
  seen: SeenBenefit,
  given: FollowupToSave,
  today: string,
  editor: Editor,
): Promise<{ revision: string }> {
  return edit(db, async (trx) => {
    const { record, closed, deviation, followups } = await openFollowup(trx, seen);
    if (closed !== null) throw wrong('benefit', 'The benefit is closed. Reopen it to follow up on it.');
    const { due, done, status, value } = given;
    const after: Followup = { due, done, status, note: tidy(given.note), value };
    const explained = given.deviation === undefined ? deviation : tidy(given.deviation);
    const [problem] = Object.entries(followupProblems({ ...after, deviation: explained }, today));
    if (problem) throw wrong(problem[0], `The follow-up cannot be saved: “${problem[0]}” is ${problem[1]}.`);
    const before = followups.find((f) => f.due === given.was) ?? null;
    if (given.was !== null && before === null) throw noFollowup(given.was);
    if (due !== given.was && followups.some((f) => f.due === due)) {
      throw new GevinstError('already-exists', `The benefit has a follow-up due on ${due} already.`, {
        parameter: 'due',
      });
    }
    await replaceFollowup(trx, seen, before, after, editor);
    if (explained !== deviation) {
      await setCardPart(trx, seen, { deviation }, { deviation: explained }, editor);
    }
    if (given.asMeasurement) {
      await keepAsMeasurement(trx, record, { ...after, n: given.n }, before, today, editor);
    }
    return { revision: followupRevision(await followupOf(trx, seen.project, seen.benefit)) };
  });
}

/** Takes out a follow-up that is not done. @throws GevinstError `not-found`, `changed-meanwhile`, `bad-parameter` */
export async function removeFollowup(
  db: Db,
  seen: SeenBenefit,
  due: string,
  editor: Editor,
): Promise<{ revision: string }> {
  return edit(db, async (trx) => {
    const { followups } = await openFollowup(trx, seen);
    const before = followups.find((f) => f.due === due);
    if (!before) throw noFollowup(due);
    if (before.done !== null) {
      throw wrong('due', `The follow-up of ${due} is done: it stays, but can be corrected.`);
    }
    await replaceFollowup(trx, seen, before, null, editor);
    return { revision: followupRevision(await followupOf(trx, seen.project, seen.benefit)) };
  });
}

/**
 * Puts a follow-up, or what the benefit's card held of it, back as it was; `content` null takes the follow-up out. `key` is
 * the change's: JSON of the benefit and the day on which the follow-up is due, or of the benefit alone.
 * @throws GevinstError `not-found` where the benefit is gone, `cannot-restore` where another is due on its day, the benefit is
 * closed, or it is no longer where the change left it
 */
export async function restoreFollowup(
  trx: Trx,
  { project, key, content, left }: Restored,
  editor: Editor,
): Promise<void> {
  const [benefit = '', due] = JSON.parse(key) as string[];
  const now = await followupOf(trx, project, benefit);
  const of = { project, benefit };
  if (due === undefined) {
    const { closed, deviation } = now;
    const { closed: ended, deviation: explained } = CardContent.parse(content);
    const isEnded = ended === undefined || ended === closed;
    if (isEnded && (explained === undefined || explained === deviation)) throw notRestorable('same');
    if (ended !== undefined) await setCardPart(trx, of, { closed }, { closed: ended }, editor, 'restored');
    if (explained !== undefined) {
      await setCardPart(trx, of, { deviation }, { deviation: explained }, editor, 'restored');
    }
    return;
  }
  const before = now.followups.find((f) => f.due === due) ?? null;
  const after = content === null ? null : Followup.parse(content);
  if (left && before === null) throw notRestorable('moved');
  if (now.closed !== null) throw notRestorable('closed', { day: now.closed });
  if (after !== null && before !== null && revisionOf(after) === revisionOf(before))
    throw notRestorable('same');
  if (after !== null && after.due !== due && now.followups.some((f) => f.due === after.due)) {
    throw notRestorable('taken', { day: after.due });
  }
  await replaceFollowup(trx, of, before, after, editor, 'restored');
}

const CardContent = z.object({
  closed: z.optional(z.nullable(z.string())),
  deviation: z.optional(z.nullable(z.string())),
});

function tidy(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function wrong(parameter: string, message: string): GevinstError {
  return new GevinstError('bad-parameter', message, { parameter });
}

function noFollowup(due: string): GevinstError {
  return new GevinstError('not-found', `The benefit has no follow-up due on ${due}.`, { due });
}
