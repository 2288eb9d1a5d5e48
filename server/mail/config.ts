import { Cron } from 'croner';
import { type Environment, isLoopback, publicUrl } from '../config.ts';
import { GevinstError } from '../errors.ts';

/** The mail server. */
export interface Smtp {
  host: string;
  port: number;
  /** TLS from the first byte (smtps), not after STARTTLS. */
  secure: boolean;
  /** No password goes over a network unencrypted. */
  requireTLS: boolean;
  auth: { user: string; pass: string } | null;
}

export interface MailConfig {
  smtp: Smtp;
  from: string;
  /** Who gets the monthly digest. */
  digestTo: string[];
  /** Where the links of mails lead, without a slash at its end. */
  publicUrl: string;
  remindersAt: string;
  digestAt: string;
}

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;
const WITH_NAME = /^[^<>\r\n]*<([^<>]+)>$/;

/** Whether a text is a mail address alone. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/**
 * How mail is sent, as the environment says; null without SMTP_URL, and then none is.
 * @throws GevinstError `bad-configuration`, which names the variable and never a password
 */
export function mailConfig(env: Environment, port: number): MailConfig | null {
  const links = publicUrl(env, port);
  const smtp = env.SMTP_URL?.trim();
  if (!smtp) return null;
  return {
    smtp: smtpOf(smtp),
    from: senderOf(env.MAIL_FROM?.trim() ?? ''),
    digestTo: recipientsOf(env),
    publicUrl: links,
    remindersAt: scheduleOf('REMINDERS_AT', env.REMINDERS_AT?.trim() || '30 7 * * 1-5'),
    digestAt: scheduleOf('DIGEST_AT', env.DIGEST_AT?.trim() || '0 8 1 * *'),
  };
}

function smtpOf(given: string): Smtp {
  const expected =
    'a mail server such as smtp://user:password@smtp.kommune.dk:587, or smtps:// for TLS at once';
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || url.search !== '') {
    throw wrong(
      'SMTP_URL',
      `${expected}. Characters such as @ / : # in a password are written %40 %2F %3A %23`,
    );
  }
  const secure = url.protocol === 'smtps:';
  const auth = url.username === '' ? null : { user: decoded(url.username), pass: decoded(url.password) };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: auth !== null && !secure && !isLoopback(host),
    auth,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw wrong('SMTP_URL', 'a per cent sign in a name or password to be written %25');
  }
}

function senderOf(given: string): string {
  if (isAddress(WITH_NAME.exec(given)?.[1] ?? given)) return given;
  throw wrong('MAIL_FROM', 'who mail is from, such as Gevinst <gevinst@kommune.dk>');
}

/** Who gets the digest. @throws GevinstError `bad-configuration` for what is no mail address */
export function recipientsOf(env: Environment): string[] {
  const addresses = (env.DIGEST_TO ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (addresses.every(isAddress)) return addresses;
  throw wrong('DIGEST_TO', 'mail addresses with commas between them');
}

function scheduleOf(name: string, expression: string): string {
  try {
    new Cron(expression, { paused: true }).stop();
    return expression;
  } catch {
    throw wrong(name, 'a cron expression such as 30 7 * * 1-5 (weekdays at 7.30)');
  }
}

/** Never shows what was given: it may hold a password. */
function wrong(name: string, expected: string): GevinstError {
  return new GevinstError(
    'bad-configuration',
    `The environment’s ${name} is wrong or missing: expected ${expected}.`,
    {
      variable: name,
    },
  );
}
