import { createServer } from 'node:net';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unreachable } from '../../../etl/sources/pull/reading.ts';
import { sqlServer } from '../../../etl/sources/pull/sqlServer.ts';
import { SqlError } from '../../support/sqlServer/answers.ts';
import { SqlServerInTest } from '../../support/sqlServer/server.ts';
import { element, idOf, QUEUES, readLocation } from './sqlServerPlatform.ts';

let server: SqlServerInTest;
let port: number;
beforeEach(async () => {
  server = new SqlServerInTest();
  port = await server.start();
  server.database.table('Queues', QUEUES);
  server.database.insert('Queues', [element(1, '2026-03-01T08:00:00')]);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});

const at = (options = '?encrypt=false', user = 'reader:hemmelig') =>
  `mssql://${user}@localhost:${port}/orchestrator${options}`;
const messageOf = async (location: string): Promise<string> => {
  const error = await readLocation(location).catch((e) => e);
  expect(error.code).toMatch(/^(source-unreachable|bad-parameter)$/);
  expect(error.message).not.toContain('hemmelig');
  return error.message;
};

describe('a login that SQL Server does not take', () => {
  test('says that the user or password is wrong', async () => {
    server.password = 'another';
    expect(await messageOf(at())).toMatch(
      /^Cannot read from mssql:\/\/reader@localhost:\d+\/orchestrator: the user or password is wrong, or /,
    );
  });

  test('says that there is no such database, which comes before that there is no login', async () => {
    server.loginErrors = [
      new SqlError(4060, 'Cannot open database "orchestrator" requested by the login.'),
      new SqlError(18456, "Login failed for user 'reader'."),
    ];
    expect(await messageOf(at())).toMatch(
      /: there is no database of that name, or the user may not use it\.$/,
    );
  });

  test('says that only Windows logins are taken', async () => {
    server.loginErrors = [new SqlError(18452, 'Login failed. The login is from an untrusted domain.')];
    expect(await messageOf(at())).toMatch(/: the server takes Windows logins only/);
  });

  test('says what the server says where nothing is known of it', async () => {
    server.loginErrors = [new SqlError(33_147, 'The service of Hr. Hansen, 010190-1234, is paused.')];
    expect(await messageOf(at())).toMatch(/: The service of Hr\. Hansen, XXXXXX-XXXX, is paused\.$/);
  });
});

describe('the password', () => {
  test('can be in SQLCMDPASSWORD, which the URL’s goes before', async () => {
    vi.stubEnv('SQLCMDPASSWORD', 'hemmelig');
    expect(await readLocation(at('?encrypt=false', 'reader'))).toHaveLength(1);
    vi.stubEnv('SQLCMDPASSWORD', 'another');
    expect(await readLocation(at())).toHaveLength(1);
  });

  test('that is nowhere is asked for', async () => {
    vi.stubEnv('SQLCMDPASSWORD', '');
    expect(await messageOf(at('?encrypt=false', 'reader'))).toBe(
      'There is no password for reader on SQL Server. Put it in SQLCMDPASSWORD, or in the URL.',
    );
  });
});

describe('encryption', () => {
  test('is asked for, and no password is sent to a server that has none', async () => {
    expect(await messageOf(at(''))).toMatch(/: it cannot encrypt, and the password was not sent\./);
    expect(server.logins).toEqual([]);
  });

  test('with a certificate that nobody vouches for is refused, with what to do, before a password is sent', async () => {
    server.hasEncryption = true;
    expect(await messageOf(at(''))).toMatch(
      /: its certificate is not trusted: .* NODE_EXTRA_CA_CERTS, or, .* add \?trustServerCertificate=true to the URL\.$/,
    );
    expect(server.logins).toEqual([]);
  });

  test('is read through where such a certificate is to be trusted', async () => {
    server.hasEncryption = true;
    const [row] = await readLocation(at('?Encrypt=yes&TrustServerCertificate=yes'));
    expect(row?.[0]).toBe(idOf(1));
    expect(server.logins).toHaveLength(1);
  });

  test('that the server asks for is not done without', async () => {
    server.hasEncryption = true;
    expect(await messageOf(at())).toMatch(/: it takes encrypted connections only\. Leave encrypt=false out/);
    expect(server.logins).toEqual([]);
  });
});

describe('a query that fails', () => {
  test.each([
    [229, /: the user may not read the table\. Grant it SELECT\.$/],
    [1205, /: the query gave way to another that it stood in the way of\. Pull again later\.$/],
    [1222, /: another program has the table locked\. Pull again later\.$/],
    [824, /: Told by the server\.$/],
  ])('with error %i says what it means', async (number, message) => {
    server.before = ({ sql: text }) => {
      if (text.includes('"Queues"')) throw new SqlError(number, 'Told by the server.');
      return undefined;
    };
    expect(await messageOf(at())).toMatch(message);
  });

  test('because the connection is cut says so', async () => {
    server.before = ({ sql: text }) => {
      if (text.includes('"Queues"')) server.cut();
      return undefined;
    };
    expect(await messageOf(at())).toMatch(/: the connection was cut\.$/);
  });

  test('because it takes too long is ended at the server too, and says so', async () => {
    server.before = () => false;
    const dialect = await sqlServer(at(), { connectMs: 60_000, queryMs: 200 });
    const db = new Kysely<unknown>({ dialect });
    const error = await sql`select 1`.execute(db).catch((e) => e);
    expect(unreachable('x', error).message).toBe('Cannot read from x: a query took too long and was ended.');
    await db.destroy();
  });
});

describe('a server', () => {
  test('that is not there is said to be not there', async () => {
    port = 1;
    expect(await messageOf(at())).toMatch(/: nothing answers there\. Check the address and port/);
  });

  test('that answers nothing is not waited for forever', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port: there } = silent.address() as { port: number };
    const dialect = await sqlServer(`mssql://u:p@127.0.0.1:${there}/db`, { connectMs: 200, queryMs: 200 });
    const db = new Kysely<unknown>({ dialect });
    const error = await sql`select 1`.execute(db).catch((e) => e);
    expect(unreachable('x', error).message).toMatch(/it did not answer in time\. Check the address and port/);
    await db.destroy();
    silent.close();
  });
});
