import { danishDay } from '../clock.ts';
import type { Db } from '../warehouse/schema.ts';
import type { MailConfig } from './config.ts';
import { type Clock, type Delivered, deliver } from './deliver.ts';
import { digestsDue } from './digest.ts';
import type { Letter } from './letter.ts';
import { linksBelow } from './links.ts';
import { openPost } from './post.ts';
import { remindersDue, type Unaddressed } from './reminders.ts';

/** The day in Denmark of a moment in epoch seconds. */
export const dayAt = (seconds: number) => danishDay(new Date(seconds * 1000));

/**
 * Sends the owners what they are to be reminded of today.
 * @returns what was sent and whom nobody can remind; null when another server is sending
 * @throws GevinstError `mail-unreachable`, `warehouse-busy`
 */
export async function sendReminders(
  db: Db,
  config: MailConfig,
  clock: Clock,
): Promise<(Delivered & { unaddressed: Unaddressed }) | null> {
  let unaddressed: Unaddressed = { followups: 0, owners: [] };
  const letters = async (): Promise<Letter[]> => {
    const due = await remindersDue(db, dayAt(clock()), linksBelow(config.publicUrl));
    unaddressed = due.unaddressed;
    return due.letters;
  };
  const delivered = await deliver(db, letters, () => openPost(config), clock);
  return delivered && { ...delivered, unaddressed };
}

/**
 * Sends the chiefs the digest of last month, unless they have had it.
 * @returns null when another server is sending
 * @throws GevinstError `mail-unreachable`, `warehouse-busy`
 */
export function sendDigest(db: Db, config: MailConfig, clock: Clock): Promise<Delivered | null> {
  const { digestTo, publicUrl } = config;
  const letters = () => digestsDue(db, dayAt(clock()), digestTo, linksBelow(publicUrl));
  return deliver(db, letters, () => openPost(config), clock);
}
