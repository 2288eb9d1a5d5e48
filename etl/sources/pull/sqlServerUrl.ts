import { GevinstError } from '../../../server/errors.ts';

/** A database of SQL Server, and how to log in to it. */
export interface SqlServer {
  server: string;
  /** null where the server is to be asked for the instance's port. */
  port: number | null;
  instance: string | null;
  database: string;
  user: string;
  /** null where it is not in the URL. */
  password: string | null;
  encrypt: boolean;
  /** Whether a certificate is taken that nobody vouches for. */
  trustsCertificate: boolean;
}

const DEFAULT_PORT = 1433;
const EXPECTED = 'mssql://user@host/database';
/** `mssql`, `sqlserver`, and `mssql+pyodbc` as OpenOrchestrator’s own connection string has it. */
const SCHEME = /^(mssql(\+[a-z]+)?|sqlserver):\/\//i;
/** What belongs to other programs, and often holds a password: it must not be taken for the path of a file. */
const OTHER_KIND = /^\s*(jdbc:|(server|data source|driver|dsn)\s*=)/i;
/** `host\INSTANCE`, which is no part of a URL, but the way that SQL Server’s own programs write it. */
const HOST_WITH_INSTANCE = /^([^/]*\/\/(?:[^/?#]*@)?[^/?#@\\]+)\\([^/?#:@\\]+)(?![^/?#]*@)/;

/** Whether a location is meant for SQL Server, rightly written or not. */
export function isSqlServer(given: string): boolean {
  return SCHEME.test(given) || OTHER_KIND.test(given);
}

/**
 * What the URL of a database of SQL Server says.
 * @throws GevinstError `bad-parameter`, with what to write instead and without anything of the URL
 */
export function sqlServerOf(given: string): SqlServer {
  if (OTHER_KIND.test(given)) {
    throw bad(`SQL Server is given as a URL such as ${EXPECTED}, not as a connection string.`);
  }
  const instanceAfterHost = HOST_WITH_INSTANCE.exec(given);
  const url = urlOf(given.replace(HOST_WITH_INSTANCE, '$1'));
  const options = optionsOf(url);
  const user = decoded(url.username);
  if (user === '' || user.includes('\\') || options.isWindowsLogin) {
    throw bad(
      `Windows login to SQL Server is not supported. Have a SQL login made that may only read the table, and name it in the URL: ${EXPECTED}.`,
    );
  }
  const database = decoded(url.pathname.replace(/^\/|\/$/g, ''));
  if (url.hostname === '' || url.hostname.includes(',')) {
    throw bad(
      `The URL of SQL Server names no host. Expected ${EXPECTED}, with a port as mssql://user@host:1433/database.`,
    );
  }
  if (database === '') throw bad(`The URL of SQL Server names no database. Expected ${EXPECTED}.`);
  const instance = options.instance ?? instanceAfterHost?.[2] ?? null;
  if (instance !== null && url.port !== '') {
    throw bad('Give SQL Server’s port or its instance, not both: the port alone is enough.');
  }
  return {
    server: url.hostname.replace(/^\[|\]$/g, '').toLowerCase(),
    port: instance === null ? Number(url.port || DEFAULT_PORT) : null,
    instance,
    database,
    user,
    password: url.password === '' ? null : decoded(url.password),
    encrypt: options.encrypt,
    trustsCertificate: options.trustsCertificate,
  };
}

/** A database of SQL Server as it may be shown and kept, and the same however its URL was written. */
export function shownSqlServer({ server, port, instance, database, user }: SqlServer): string {
  const host = server.includes(':') ? `[${server}]` : server;
  const at = port === null || port === DEFAULT_PORT ? '' : `:${port}`;
  const named = instance === null ? '' : `?instance=${instance.toUpperCase()}`;
  return `mssql://${user}@${host}${at}/${database}${named}`;
}

function urlOf(given: string): URL {
  if (URL.canParse(given)) return new URL(given);
  throw bad(
    `The URL of SQL Server cannot be read. Expected ${EXPECTED}; in a password, / is written %2F, # %23, ? %3F and % %25, or it is put in SQLCMDPASSWORD.`,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw bad('The URL of SQL Server cannot be read: a % in it is written %25.');
  }
}

interface Options {
  instance: string | null;
  encrypt: boolean;
  trustsCertificate: boolean;
  isWindowsLogin: boolean;
}

function optionsOf(url: URL): Options {
  const options = {
    instance: null,
    encrypt: true,
    trustsCertificate: false,
    isWindowsLogin: false,
  } as Options;
  for (const [name, value] of url.searchParams) {
    switch (name.toLowerCase()) {
      case 'instance':
        options.instance = value || null;
        break;
      case 'encrypt':
        options.encrypt = flag(name, value);
        break;
      case 'trustservercertificate':
        options.trustsCertificate = flag(name, value);
        break;
      case 'trusted_connection':
        options.isWindowsLogin = flag(name, value);
        break;
      case 'driver':
        break;
      default:
        throw bad(
          'The URL of SQL Server has something after its ? that is not known. Known are instance, encrypt and trustServerCertificate.',
        );
    }
  }
  return options;
}

function flag(name: string, value: string): boolean {
  if (/^(true|yes|1)$/i.test(value)) return true;
  if (/^(false|no|0)$/i.test(value)) return false;
  throw bad(`The URL of SQL Server: expected ${name}=true or ${name}=false.`);
}

function bad(message: string): GevinstError {
  return new GevinstError('bad-parameter', message);
}
