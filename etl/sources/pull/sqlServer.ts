import { isIP } from 'node:net';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  MssqlAdapter,
  MssqlIntrospector,
  MssqlQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Connection, ConnectionConfiguration } from 'tedious';
import { GevinstError } from '../../../server/errors.ts';
import { Coded, loginError, queryError } from './sqlServerError.ts';
import { type SqlServer, sqlServerOf } from './sqlServerUrl.ts';

type Tedious = typeof import('tedious');

/** The platform goes before us: we do not wait long for its locks, and give way where two wait for each other. */
const MANNERS = 'set deadlock_priority low; set lock_timeout 60000';

export interface Waiting {
  connectMs: number;
  queryMs: number;
}

/**
 * Reads from SQL Server over one connection, a query at a time; one that was lost between queries is made anew.
 * @throws GevinstError `bad-parameter` when the URL cannot be used, or no password is given
 */
export async function sqlServer(given: string, waiting: Waiting): Promise<Dialect> {
  const config = configOf(sqlServerOf(given), waiting);
  const { default: tedious } = await import('tedious');
  return {
    createAdapter: () => new MssqlAdapter(),
    createDriver: () => new OneConnection(tedious, config),
    createIntrospector: (db) => new MssqlIntrospector(db),
    createQueryCompiler: () => new MssqlQueryCompiler(),
  };
}

function configOf(at: SqlServer, { connectMs, queryMs }: Waiting): ConnectionConfiguration {
  const password = at.password ?? process.env.SQLCMDPASSWORD;
  if (!password) {
    throw new GevinstError(
      'bad-parameter',
      `There is no password for ${at.user} on SQL Server. Put it in SQLCMDPASSWORD, or in the URL.`,
    );
  }
  return {
    server: at.server,
    authentication: { type: 'default', options: { userName: at.user, password } },
    options: {
      ...(at.instance === null ? { port: at.port ?? undefined } : { instanceName: at.instance }),
      database: at.database,
      encrypt: at.encrypt,
      trustServerCertificate: at.trustsCertificate,
      // Node.js warns of an address as a name; where the certificate is not checked, no name is needed.
      ...(at.trustsCertificate && isIP(at.server) ? { serverName: 'localhost' } : {}),
      // Of several servers that hold the same, one that is there to be read from.
      readOnlyIntent: true,
      appName: 'gevinst pull',
      connectTimeout: connectMs,
      requestTimeout: queryMs,
    },
  };
}

class OneConnection implements Driver {
  #connection: Connection | null = null;

  constructor(
    private readonly tedious: Tedious,
    private readonly config: ConnectionConfiguration,
  ) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#connection === null || this.#connection.closed) {
      this.#connection = await connected(this.tedious, this.config);
    }
    return new Session(this.tedious, this.#connection);
  }

  async releaseConnection(): Promise<void> {}

  beginTransaction = readsOnly;
  commitTransaction = readsOnly;
  rollbackTransaction = readsOnly;

  async destroy(): Promise<void> {
    const connection = this.#connection;
    if (connection === null || connection.closed) return;
    await new Promise<void>((resolve) => {
      connection.once('end', resolve);
      connection.close();
    });
  }
}

async function readsOnly(): Promise<void> {
  throw new Error('Another system’s database is read from a query at a time, without transactions.');
}

class Session implements DatabaseConnection {
  constructor(
    private readonly tedious: Tedious,
    private readonly connection: Connection,
  ) {}

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { Request, TYPES } = this.tedious;
    return new Promise((resolve, reject) => {
      const rows: R[] = [];
      const request = new Request(sql, (error) => (error ? reject(queryError(error)) : resolve({ rows })));
      for (const [i, value] of parameters.entries()) {
        request.addParameter(String(i + 1), TYPES.NVarChar, String(value));
      }
      request.on('row', (cells: { metadata: { colName: string }; value: unknown }[]) => {
        rows.push(Object.fromEntries(cells.map(({ metadata, value }) => [metadata.colName, value])) as R);
      });
      this.connection.execSql(request);
    });
  }

  // biome-ignore lint/correctness/useYield: Pages are read whole.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Another system’s database is read a page at a time.');
  }
}

async function connected(tedious: Tedious, config: ConnectionConfiguration): Promise<Connection> {
  const connection = new (neverPlain(tedious))(config);
  const hasInstance = config.options?.instanceName !== undefined;
  const numbers: number[] = [];
  connection.on('errorMessage', (message) => numbers.push((message as unknown as { number: number }).number));
  // A connection that the server drops is told of by the query that misses it.
  connection.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    // The first of several errors tells why; the last only that there is no login.
    connection.connect((error) => (error ? reject(loginError(error, numbers[0], hasInstance)) : resolve()));
  });
  await new Promise<void>((resolve, reject) => {
    const request = new tedious.Request(MANNERS, (error) => (error ? reject(queryError(error)) : resolve()));
    connection.execSqlBatch(request);
  }).catch((error) => {
    connection.close();
    throw error;
  });
  return connection;
}

/** A connection that sends no password in the clear where it was to be encrypted: tedious goes on when a server cannot. */
function neverPlain({ Connection }: Tedious): typeof Connection {
  return class extends Connection {
    override sendLogin7Packet(): void {
      const isSecure = this.messageIo.tlsNegotiationComplete;
      if (this.config.options.encrypt && !isSecure) throw new Coded('mssql-plain', 'No encryption.');
      super.sendLogin7Packet();
    }
  };
}
