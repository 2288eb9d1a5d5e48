import { GevinstError } from '../../../server/errors.ts';
import { maskCpr } from '../../../server/privacy.ts';

const WORDS: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there. Check the address and port, and that it is running.',
  ENOTFOUND: 'there is no machine of that name. Check the address.',
  EAI_AGAIN: 'its name cannot be looked up now. Check the network.',
  ECONNRESET: 'the connection was cut.',
  EPIPE: 'the connection was cut.',
  UND_ERR_SOCKET: 'the connection was cut.',
  EHOSTUNREACH: 'the machine cannot be reached. Check the network.',
  ENETUNREACH: 'the network cannot be reached.',
  ETIMEDOUT: 'it did not answer in time.',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time.',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time.',
  UND_ERR_BODY_TIMEOUT: 'it did not answer in time.',
  '28P01': 'the user or password is wrong.',
  '28000': 'the user may not connect.',
  '3D000': 'there is no database of that name.',
  '42501': 'the user may not read the table. Grant it SELECT.',
  '53300': 'it has no more connections.',
  '57014': 'a query took too long and was ended.',
  '57P01': 'the database is shutting down.',
  '57P03': 'the database is starting.',
  SQLITE_CANTOPEN: 'the file cannot be opened.',
  SQLITE_NOTADB: 'the file is no SQLite database.',
  SQLITE_CORRUPT: 'the file is damaged.',
  SQLITE_BUSY: 'another program has the file locked.',
  EACCES: 'reading the file is not allowed.',
};
const TLS = /CERT|TLS|SSL|UNABLE_TO_|SELF_SIGNED/;

/** The code of an error, or of what it came of. */
export function codeOf(error: unknown): string {
  const { code, cause, name } = error as NodeJS.ErrnoException & { cause?: unknown };
  if (name === 'TimeoutError') return 'ETIMEDOUT';
  if (name === 'AggregateError') return codeOf((error as AggregateError).errors[0]);
  if (code !== undefined) return String(code);
  return cause ? codeOf(cause) : '';
}

/** What an error says, or what it came of: `fetch failed` says nothing. */
function messageOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? messageOf(cause) : message;
}

/** What went wrong in reading from a place, in words of ours. */
export function unreachable(place: string, error: unknown): GevinstError {
  if (error instanceof GevinstError) return error;
  const code = codeOf(error);
  const message = messageOf(error);
  const words = WORDS[code] ?? WORDS[code.replace(/^(SQLITE_[A-Z]+)_.*/, '$1')];
  const reason =
    words ??
    (TLS.test(code)
      ? `its certificate is not trusted (${code}). Name the file of your own certificate authority in NODE_EXTRA_CA_CERTS.`
      : /time(d )?out/i.test(message)
        ? WORDS.ETIMEDOUT
        : `${maskCpr(message)}.`);
  return new GevinstError('source-unreachable', `Cannot read from ${place}: ${reason}`);
}
