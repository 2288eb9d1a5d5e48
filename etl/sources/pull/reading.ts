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
  ETIMEOUT: 'it did not answer in time. Check the address and port, and that no firewall is between.',
  EINSTLOOKUP:
    'its instance cannot be found, or does not answer: SQL Server Browser (UDP port 1434) tells where it is, and is often shut off. Give the port instead: mssql://user@host:port/database.',
  EENCRYPT: 'it takes encrypted connections only. Leave encrypt=false out of the URL.',
  'mssql-plain':
    'it cannot encrypt, and the password was not sent. On a network that you trust, add ?encrypt=false to the URL.',
  'mssql-certificate':
    'its certificate is not trusted: SQL Server makes its own until it is given one. Name the file of your own certificate authority in NODE_EXTRA_CA_CERTS, or, on a network that you trust, add ?trustServerCertificate=true to the URL.',
  'mssql-name':
    'its certificate is for another name. Use the name that it is for, or, on a network that you trust, add ?trustServerCertificate=true to the URL.',
  'mssql-18456':
    'the user or password is wrong, or the server takes Windows logins only: it must allow SQL logins (“mixed mode”).',
  'mssql-18452': 'the server takes Windows logins only: it must allow SQL logins (“mixed mode”).',
  'mssql-18470': 'the login is disabled.',
  'mssql-18486': 'the login is locked out for now.',
  'mssql-18487': 'the password has expired. Have a new one set.',
  'mssql-18488': 'the password must be changed first. Have a new one set.',
  'mssql-4060': 'there is no database of that name, or the user may not use it.',
  'mssql-916': 'the user may not use the database.',
  'mssql-229': 'the user may not read the table. Grant it SELECT.',
  'mssql-230': 'the user may not read the columns. Grant it SELECT on them.',
  'mssql-slow': 'a query took too long and was ended.',
  'mssql-1205': 'the query gave way to another that it stood in the way of. Pull again later.',
  'mssql-1222': 'another program has the table locked. Pull again later.',
  'mssql-40613': 'the database is not available now. Pull again later.',
  'mssql-40615': 'its firewall does not let this machine in.',
};
const CERTIFICATE = /CERT|UNABLE_TO_|SELF_SIGNED/;
const TLS = /TLS|SSL|EPROTO/;

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
  const reason = words ?? lessUsual(code, message);
  return new GevinstError('source-unreachable', `Cannot read from ${place}: ${reason}`);
}

function lessUsual(code: string, message: string): string {
  if (CERTIFICATE.test(code)) {
    return `its certificate is not trusted (${code}). Name the file of your own certificate authority in NODE_EXTRA_CA_CERTS.`;
  }
  if (TLS.test(code)) return `no encryption that both sides know could be agreed on (${code}).`;
  if (/time(d )?out/i.test(message)) return 'it did not answer in time.';
  return `${maskCpr(message).replace(/\.$/, '')}.`;
}
