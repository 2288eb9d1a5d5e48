import { randomUUID } from 'node:crypto';
import { giveTurnBack, recordMailSent, takeTurn } from '../edits/mailSent.ts';
import { GevinstError } from '../errors.ts';
import type { Db } from '../warehouse/schema.ts';
import type { Letter } from './letter.ts';
import { mailProblem, type Post } from './post.ts';

/** What became of some letters. */
export interface Delivered {
  sent: Letter[];
  /** They are sent the next time. */
  failed: { letter: Letter; why: string }[];
}

/** The moment, in epoch seconds. */
export type Clock = () => number;

/** So often in a row the way to the server may fail before the rest is left for the next time. */
const FAILURES_IN_A_ROW = 3;
const RECORDING_TRIES = 20;

/**
 * Sends what `letters` finds is to be sent. Only one sender at a time looks and sends; each letter is recorded as soon as
 * the server has taken it, so that none is sent twice. One that is refused keeps no other from being sent.
 * @returns null when another server is sending
 */
export async function deliver(
  db: Db,
  letters: () => Promise<Letter[]>,
  openPost: () => Promise<Post>,
  clock: Clock,
): Promise<Delivered | null> {
  const sender = randomUUID();
  if (!(await takeTurn(db, sender, clock()))) return null;
  try {
    const waiting = await letters();
    if (waiting.length === 0) return { sent: [], failed: [] };
    const post = await openPost();
    try {
      return await sendAll(waiting, post, (letter) => record(db, letter, sender, clock));
    } finally {
      post.close();
    }
  } finally {
    // It runs out by itself; what was sent is recorded, and must be told.
    await giveTurnBack(db, sender).catch(() => {});
  }
}

async function sendAll(
  waiting: readonly Letter[],
  post: Post,
  recorded: (letter: Letter) => Promise<boolean>,
): Promise<Delivered> {
  const result: Delivered = { sent: [], failed: [] };
  let failures = 0;
  let isOurs = true;
  for (const letter of waiting) {
    if (failures === FAILURES_IN_A_ROW || !isOurs) {
      result.failed.push({ letter, why: 'not tried' });
      continue;
    }
    try {
      await post.send(letter);
      failures = 0;
    } catch (error) {
      failures = isAboutLetter(error) ? 0 : failures + 1;
      result.failed.push({ letter, why: mailProblem(error) });
      continue;
    }
    isOurs = await recorded(letter);
    result.sent.push(letter);
  }
  return result;
}

/** The server has answered, and refuses this one: an address that it does not know. */
function isAboutLetter(error: unknown): boolean {
  return ['EENVELOPE', 'EMESSAGE'].includes(String((error as { code?: string }).code));
}

/** A letter that is sent but not recorded would be sent again, so a long load is waited for. */
async function record(db: Db, letter: Letter, sender: string, clock: Clock): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      return await recordMailSent(db, letter.records, { sender, now: clock() });
    } catch (error) {
      const isBusy = error instanceof GevinstError && error.code === 'warehouse-busy';
      if (!isBusy || tries === RECORDING_TRIES) throw error;
    }
  }
}
