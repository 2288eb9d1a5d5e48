import { createTransport } from 'nodemailer';
import { GevinstError } from '../errors.ts';
import { maskCpr } from '../privacy.ts';
import { html, plainText } from './blocks.ts';
import type { MailConfig } from './config.ts';
import type { Letter } from './letter.ts';

/** What takes mail to the mail server. */
export interface Post {
  /** @throws Error when the server does not take the letter */
  send(letter: Letter): Promise<void>;
  close(): void;
}

const CONNECT_MS = 20_000;
const SILENCE_MS = 60_000;

/**
 * Opens the way to the mail server.
 * @throws GevinstError `mail-unreachable` when it does not answer, or refuses the name and password
 */
export async function openPost({ smtp, from }: MailConfig): Promise<Post> {
  const { auth, ...server } = smtp;
  const transport = createTransport({
    ...server,
    ...(auth ? { auth } : {}),
    pool: true,
    maxConnections: 1,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  try {
    await transport.verify();
  } catch (error) {
    transport.close();
    throw new GevinstError(
      'mail-unreachable',
      `The mail server ${smtp.host}:${smtp.port} cannot be used: ${mailProblem(error)}. Nothing was sent. ${remedy(error)}`,
    );
  }
  const domain = from.replace(/^.*@|>$/g, '');
  return {
    send: async ({ to, subject, blocks }) => {
      await transport.sendMail({
        from,
        to,
        subject: maskCpr(subject),
        text: plainText(blocks),
        html: html(subject, blocks),
        list: { id: { url: `gevinst.${domain}`, comment: 'Gevinstopfølgning' } },
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    },
    close: () => transport.close(),
  };
}

/** What the mail server or the way to it had to say, on one line. */
export function mailProblem(error: unknown): string {
  const { message, response } = error as { message?: string; response?: string };
  return maskCpr(response ?? message ?? 'no reason given')
    .replaceAll(/\s+/g, ' ')
    .replace(/\.$/, '');
}

/** What to do about a mail server that cannot be used: where it is its certificate, the address is not to blame. */
function remedy(error: unknown): string {
  const { message = '' } = error as { message?: string };
  if (!/certificate/i.test(message)) return 'See SMTP_URL.';
  if (message.includes('expired')) return 'Its certificate must be renewed.';
  if (message.includes('altnames')) return 'Use the name that its certificate is for in SMTP_URL.';
  return 'Save its certificate, or that of the authority that signed it, in a file, and set NODE_EXTRA_CA_CERTS to the file.';
}
