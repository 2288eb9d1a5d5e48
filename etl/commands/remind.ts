import { publicUrl } from '../../server/config.ts';
import { GevinstError } from '../../server/errors.ts';
import { type MailConfig, mailConfig, recipientsOf } from '../../server/mail/config.ts';
import type { Delivered } from '../../server/mail/deliver.ts';
import { deliveredText } from '../../server/mail/deliveredText.ts';
import { digestsDue } from '../../server/mail/digest.ts';
import type { Letter } from '../../server/mail/letter.ts';
import { linksBelow } from '../../server/mail/links.ts';
import { remindersDue, type Unaddressed } from '../../server/mail/reminders.ts';
import { dayAt, sendDigest, sendReminders } from '../../server/mail/rounds.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { printable } from '../printable.ts';

export interface RemindOptions {
  db: string;
  digest: boolean;
  dryRun: boolean;
}

/** Where `serve` is when nothing else is said: links lead there without PUBLIC_URL. */
const USUAL_PORT = 3000;
const NOBODY: Unaddressed = { followups: 0, owners: [] };
const clock = () => Math.floor(Date.now() / 1000);

/** `gevinst remind`: 0 all sent or nothing due, 1 nothing sent, 2 some were not. */
export async function runRemind(options: RemindOptions): Promise<number> {
  const config = mailConfig(process.env, USUAL_PORT);
  if (config === null && !options.dryRun) {
    throw new GevinstError(
      'bad-configuration',
      'No mail server is named, so nothing can be sent. Set SMTP_URL and MAIL_FROM, or see what would be sent with --dry-run.',
    );
  }
  if (options.digest && recipientsOf(process.env).length === 0) {
    throw new GevinstError('bad-configuration', 'DIGEST_TO names nobody to send the digest to.');
  }
  const db = await openWarehouse(options.db);
  try {
    if (config === null || options.dryRun) return await tell(db, options.digest);
    return options.digest ? told(await sendDigest(db, config, clock), NOBODY) : await remind(db, config);
  } finally {
    await db.destroy();
  }
}

async function remind(db: Db, config: MailConfig): Promise<number> {
  const delivered = await sendReminders(db, config, clock);
  return told(delivered, delivered?.unaddressed ?? NOBODY);
}

async function tell(db: Db, isDigest: boolean): Promise<number> {
  const links = linksBelow(publicUrl(process.env, USUAL_PORT));
  const day = dayAt(clock());
  const { letters, unaddressed } = isDigest
    ? { letters: await digestsDue(db, day, recipientsOf(process.env), links), unaddressed: NOBODY }
    : await remindersDue(db, day, links);
  say([
    ...letters.map(letterLine),
    `${letters.length} would be sent; nothing was.`,
    ...withoutAddress(unaddressed),
  ]);
  return 0;
}

function told(delivered: Delivered | null, unaddressed: Unaddressed): number {
  const lines = (delivered?.sent ?? []).map(letterLine);
  say([...lines, deliveredText(delivered) ?? 'Nothing is due.', ...withoutAddress(unaddressed)]);
  if (delivered === null || delivered.failed.length === 0) return 0;
  return delivered.sent.length === 0 ? 1 : 2;
}

function letterLine({ to, subject, records }: Letter): string {
  return [`${to.address}: ${subject}`, ...records.map(({ kind, about }) => `${kind} ${about}`)].join('\n  ');
}

function withoutAddress({ followups, owners }: Unaddressed): string[] {
  if (followups === 0) return [];
  const names = owners.map((owner) => owner ?? '(no owner)').join('; ');
  return [`Follow-ups whose owner has no valid mail address: ${followups} (${names}).`];
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.map((line) => line.split('\n').map(printable).join('\n')).join('\n')}\n`);
}
