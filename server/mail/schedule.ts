import { Cron } from 'croner';
import { maskCpr } from '../privacy.ts';
import type { Db } from '../warehouse/schema.ts';
import type { MailConfig } from './config.ts';
import type { Delivered } from './deliver.ts';
import { deliveredText } from './deliveredText.ts';
import { isDigestTime, TIMEZONE } from './digestTime.ts';
import { sendDigest, sendReminders } from './rounds.ts';

const now = () => Math.floor(Date.now() / 1000);

/**
 * Sends reminders and the digest at their times, in Denmark's time, until it is stopped. What fails is said, and sent
 * the next time. A digest that was to be sent this month and was not is sent at once, or with the next reminders.
 * @param say takes a line for who runs the server
 * @returns what ends it, after the mail that is being sent: what is sent and not recorded would be sent again
 */
export function scheduleMail(
  db: Db,
  config: MailConfig,
  say: (line: string) => void,
): { stop(): Promise<void> } {
  const sending = new Set<Promise<void>>();
  const tell = async (name: string, send: () => Promise<Delivered | null>) => {
    try {
      const text = deliveredText(await send());
      if (text !== null) say(`${name}: ${text}`);
    } catch (error) {
      say(`${name}: ${maskCpr((error as Error).message)}`);
    }
  };
  const digest = () => tell('digest', () => sendDigest(db, config, now));
  const lateDigest = async () => {
    if (config.digestTo.length > 0 && isDigestTime(config.digestAt, now())) await digest();
  };
  const kept = (send: () => Promise<void>) => {
    const sent = send().finally(() => sending.delete(sent));
    sending.add(sent);
    return sent;
  };
  const at = (expression: string, send: () => Promise<void>) =>
    new Cron(expression, { timezone: TIMEZONE, protect: true }, () => kept(send));
  const jobs = [
    at(config.remindersAt, async () => {
      await tell('reminders', () => sendReminders(db, config, now));
      await lateDigest();
    }),
  ];
  if (config.digestTo.length > 0) jobs.push(at(config.digestAt, digest));
  void kept(lateDigest);
  return {
    stop: async () => {
      for (const job of jobs) job.stop();
      await Promise.all(sending);
    },
  };
}
