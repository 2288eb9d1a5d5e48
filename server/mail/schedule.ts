import { Cron } from 'croner';
import { maskCpr } from '../privacy.ts';
import type { Db } from '../warehouse/schema.ts';
import type { MailConfig } from './config.ts';
import { deliveredText } from './deliveredText.ts';
import { sendDigest, sendReminders } from './rounds.ts';

const now = () => Math.floor(Date.now() / 1000);

/**
 * Sends reminders and the digest at their times, in Denmark's time, until it is stopped. What fails is said, and sent
 * the next time.
 * @param say takes a line for who runs the server
 */
export function scheduleMail(db: Db, config: MailConfig, say: (line: string) => void): { stop(): void } {
  const at = (name: string, expression: string, send: () => ReturnType<typeof sendDigest>) =>
    new Cron(expression, { timezone: 'Europe/Copenhagen', protect: true }, async () => {
      try {
        const text = deliveredText(await send());
        if (text !== null) say(`${name}: ${text}`);
      } catch (error) {
        say(`${name}: ${maskCpr((error as Error).message)}`);
      }
    });
  const jobs = [at('reminders', config.remindersAt, () => sendReminders(db, config, now))];
  if (config.digestTo.length > 0) {
    jobs.push(at('digest', config.digestAt, () => sendDigest(db, config, now)));
  }
  return {
    stop: () => {
      for (const job of jobs) job.stop();
    },
  };
}
