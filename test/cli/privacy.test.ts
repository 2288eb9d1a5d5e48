import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import SQLite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PersonalBundle, writePersonalBundle } from '../etl/bad-input/personalBundle.ts';
import { fixture } from '../etl/support.ts';
import { gevinst, tempFolder } from '../support/gevinst.ts';

const BIN = join(import.meta.dirname, '../../dist/gevinst.js');
const folder = tempFolder();
const db = join(folder.path, 'w.db');
let bundle: PersonalBundle;
afterAll(() => folder.remove());

/** Personal numbers in what was answered. */
const found = (text: string) => bundle.numbers.in(Buffer.from(text));

describe('the command line says no personal number', () => {
  beforeAll(async () => {
    bundle = await writePersonalBundle(folder.path);
    await gevinst('load', fixture('ok/minimal'), '--db', db);
  });

  test.each([
    ['a dry run', ['--dry-run']],
    ['a load', []],
    ['a load again, in JSON', ['--json']],
  ])('%s', async (_what, options) => {
    const { code, stdout, stderr } = await gevinst('load', bundle.folder, '--db', db, ...options);
    expect(code).toBe(2);
    expect(stdout).toMatch(
      options.includes('--json') ? /"masked":[1-9]/ : /[1-9][\d.]* personal numbers? masked/,
    );
    expect(stderr).toContain('XXXXXX-XXXX');
    expect(found(stdout + stderr)).toEqual([]);
  });

  test.each([
    ['a file that is not there', (cpr: string) => ['load', join(folder.path, `${cpr}.csv`)]],
    ['a source that is not known', (cpr: string) => ['load', bundle.folder, '--source', cpr]],
    ['a project that is not known', (cpr: string) => ['report', cpr]],
    ['a month that is none', (cpr: string) => ['report', '--until', cpr]],
  ])('%s', async (_what, args) => {
    const { code, stdout, stderr } = await gevinst(...args(bundle.numbers.next()), '--db', db);
    expect(code).toBe(1);
    expect(stderr).not.toBe('');
    expect(found(stdout + stderr)).toEqual([]);
  });

  test('the report', async () => {
    const { code, stdout } = await gevinst('report', 'P1', '--json', '--db', db);
    expect(code).toBe(0);
    expect(found(stdout)).toEqual([]);
  });

  test('the database and its journals', () => {
    const reader = new SQLite(db, { readonly: true });
    expect(reader.prepare('select count(*) from run').pluck().get()).toBeGreaterThan(900);
    reader.close();
    expect(bundle.numbers.in(readFileSync(db))).toEqual([]);
  });
});

describe('the server', () => {
  let server: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());

  test('answers every address of the API without a personal number', async () => {
    const { paths } = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as { paths: Paths };
    const addresses = Object.keys(paths).filter((path) => paths[path]?.get && !path.includes('{upload}'));
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses.flatMap(filled)) {
      const response = await fetch(server.url + address);
      const answer = JSON.stringify([...response.headers]) + (await response.text());
      expect(response.status, address).toBe(200);
      expect(found(answer), address).toEqual([]);
    }
  });

  test('refuses an address with a personal number without repeating it', async () => {
    const cpr = bundle.numbers.next();
    const asked = [
      '/api/projects/#',
      '/api/projects/#/business-case',
      '/api/projects?stage=#',
      '/api/loads/#',
      '/api/#',
      '/#.js',
    ];
    for (const address of asked) {
      const response = await fetch(server.url + address.replace('#', encodeURIComponent(cpr)));
      expect(found(decodeURIComponent(await response.text())), address).toEqual([]);
    }
  });

  test('previews and loads an upload without a personal number in its answers', async () => {
    const csv = bundle.files.find((name) => name.startsWith('risks '));
    const body = readFileSync(join(bundle.folder, csv ?? ''));
    const name = encodeURIComponent(`risks ${bundle.numbers.next()}.csv`);
    const send = async (path: string, init: RequestInit = {}) => {
      const headers = { 'X-Gevinst': '1', ...init.headers };
      const text = await (await fetch(`${server.url}/api/uploads${path}`, { ...init, headers })).text();
      expect(found(text), path).toEqual([]);
      return JSON.parse(text) as { upload: string; state: string };
    };
    const json = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
    const { upload } = await send(`?name=${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body,
    });
    for (const [step, state] of [
      ['preview', 'previewed'],
      ['load', 'loaded'],
    ]) {
      await send(`/${upload}/${step}`, json);
      let now = '';
      while (now !== state && now !== 'failed') {
        await wait(50);
        now = (await send(`/${upload}`)).state;
      }
      expect(now).toBe(state);
    }
  });

  test('logs no personal number, whatever was asked', async () => {
    await server.stop();
    expect(found(server.log())).toEqual([]);
  });
});

type Paths = Record<string, { get?: unknown }>;

/** An address with each project, benefit and load that there is, and what it cannot do without. */
function filled(address: string): string[] {
  const reader = new SQLite(db, { readonly: true });
  const all = (query: string) => reader.prepare<[], string | number>(query).pluck().all();
  const projects = all("select project from project order by project = 'P1' desc, project limit 5");
  const loads = all('select load_id from load');
  const benefits = reader
    .prepare<[], { project: string; benefit: string }>('select project, benefit from benefit')
    .all();
  reader.close();
  if (address.includes('{benefit}')) {
    return benefits.map(({ project, benefit }) =>
      address
        .replace('{project}', encodeURIComponent(project))
        .replace('{benefit}', encodeURIComponent(benefit)),
    );
  }
  if (address.endsWith('/explanation')) address += '?figure=gains';
  if (address.includes('{project}')) {
    return projects.map((project) => address.replace('{project}', encodeURIComponent(project)));
  }
  if (address.includes('{load}')) return loads.map((load) => address.replace('{load}', `${load}`));
  return [address];
}

/** The built server with all that it can log. */
async function start() {
  const child = spawn(process.execPath, [BIN, 'serve', '--db', db, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LOG_LEVEL: 'trace' },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk;
    });
  }
  let url: string | undefined;
  while (url === undefined) {
    await once(child.stdout, 'data');
    url = /(http:\/\/\S+)\s/.exec(log)?.[1];
  }
  return {
    url,
    log: () => log,
    stop: async () => {
      if (child.exitCode !== null || !child.kill('SIGTERM')) return;
      await once(child, 'close');
    },
  };
}
