import { isOutcome, lastDone } from '../domain/followupState.ts';
import { GevinstError } from '../errors.ts';
import type { Db } from '../warehouse/schema.ts';
import { type Editor, edit } from './edit.ts';
import { followupOf, followupRevision, openFollowup, type SeenBenefit } from './followupContent.ts';
import { setCardPart } from './followupWrites.ts';

/**
 * Ends the follow-up of a benefit from `today` on, once its last follow-up says that it is realised, partly or not.
 * @throws GevinstError `not-found`, `changed-meanwhile`, `bad-parameter` where nothing is concluded yet
 */
export async function closeBenefit(
  db: Db,
  seen: SeenBenefit,
  today: string,
  editor: Editor,
): Promise<{ revision: string }> {
  return edit(db, async (trx) => {
    const { closed, followups } = await openFollowup(trx, seen);
    if (!isOutcome(lastDone(followups, today)?.status ?? null)) {
      throw new GevinstError(
        'bad-parameter',
        'A benefit is closed once its last follow-up says whether it is realised, partly or not.',
        { parameter: 'benefit' },
      );
    }
    if (closed === null) await setCardPart(trx, seen, { closed }, { closed: today }, editor);
    return { revision: followupRevision(await followupOf(trx, seen.project, seen.benefit)) };
  });
}

/** Takes up the follow-up of a closed benefit again. @throws GevinstError `not-found`, `changed-meanwhile` */
export async function reopenBenefit(
  db: Db,
  seen: SeenBenefit,
  editor: Editor,
): Promise<{ revision: string }> {
  return edit(db, async (trx) => {
    const { closed } = await openFollowup(trx, seen);
    if (closed !== null) await setCardPart(trx, seen, { closed }, { closed: null }, editor);
    return { revision: followupRevision(await followupOf(trx, seen.project, seen.benefit)) };
  });
}
