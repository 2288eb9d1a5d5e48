import type { Db } from '../warehouse/schema.ts';
import { edit } from './edit.ts';

/** That a recipient has been written to: of which kind the mail was, and what it was about. */
export interface MailSent {
  kind: string;
  recipient: string;
  about: string;
}

/** Whose turn it is to send stands beside what has been sent; its `sent` is when the turn runs out. */
const TURN = 'turn';
/** Longer than any one mail takes. A sender that is gone keeps others waiting no longer. */
const TURN_SECONDS = 600;

/** Takes the turn to send mail, so that two servers do not send the same. False: another has it. `now` is in epoch seconds. */
export function takeTurn(db: Db, sender: string, now: number): Promise<boolean> {
  return edit(db, async (trx) => {
    const held = await trx.selectFrom('reminder').select('sent').where('kind', '=', TURN).executeTakeFirst();
    if (held && held.sent > now) return false;
    await trx.deleteFrom('reminder').where('kind', '=', TURN).execute();
    await trx
      .insertInto('reminder')
      .values({ kind: TURN, recipient: sender, about: '', sent: now + TURN_SECONDS })
      .execute();
    return true;
  });
}

/** Gives the turn back. */
export async function giveTurnBack(db: Db, sender: string): Promise<void> {
  await edit(db, (trx) =>
    trx.deleteFrom('reminder').where('kind', '=', TURN).where('recipient', '=', sender).execute(),
  );
}

/** Keeps that mail has been sent, and prolongs the sender's turn. False: the turn has gone to another. */
export function recordMailSent(
  db: Db,
  mail: readonly MailSent[],
  { sender, now }: { sender: string; now: number },
): Promise<boolean> {
  return edit(db, async (trx) => {
    for (const one of mail) {
      await trx
        .insertInto('reminder')
        .values({ ...one, sent: now })
        .onConflict((c) => c.columns(['kind', 'recipient', 'about']).doUpdateSet({ sent: now }))
        .execute();
    }
    const prolonged = await trx
      .updateTable('reminder')
      .set({ sent: now + TURN_SECONDS })
      .where('kind', '=', TURN)
      .where('recipient', '=', sender)
      .executeTakeFirst();
    return prolonged.numUpdatedRows > 0n;
  });
}
