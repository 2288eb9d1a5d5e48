import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BadCommand } from '../etl/bad-input/badCommand.ts';
import { expectHarmless } from '../etl/bad-input/harmless.ts';
import { PATHS } from '../etl/bad-input/pathCases.ts';
import { WAREHOUSES } from '../etl/bad-input/warehouseCases.ts';
import { fixture } from '../etl/support.ts';
import { gevinst, type Outcome, tempFolder } from '../support/gevinst.ts';

const BIN = join(import.meta.dirname, '../../dist/gevinst.js');
const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;
/** No case takes as long, but for the one that waits for a lock. */
const HANGS_AFTER = 100_000;

const folder = tempFolder();
const loaded = join(folder.path, 'loaded.db');
let places = 0;

beforeAll(async () => {
  chmodSync(folder.path, 0o755);
  await gevinst('load', fixture('ok/minimal'), '--db', loaded);
});
afterAll(() => folder.remove());

describe.each([PATHS, WAREHOUSES])('$heading', ({ cases }) => {
  for (const bad of cases) test.concurrent(`${bad.title}: ${bad.gets}`, () => gives(bad));
});

async function gives({
  prepare,
  shell,
  asOther,
  code,
  stdout = /^$/,
  stderr,
  projects = 1,
}: BadCommand): Promise<void> {
  const place = { folder: join(folder.path, `${places++}`), db: '' };
  place.db = join(place.folder, 'w.db');
  mkdirSync(place.folder);
  copyFileSync(loaded, place.db);
  const { args, after } = await prepare(place);
  if (asOther && isRoot) spawnSync('chown', ['-R', `${NOBODY.uid}:${NOBODY.gid}`, place.folder]);
  const command = [process.execPath, BIN, 'load', ...args];
  const outcome = await run(
    shell ? ['bash', '-c', shell, 'bash', ...command] : command,
    asOther && isRoot ? NOBODY : {},
  );
  await after?.();
  expectHarmless(outcome.stdout + outcome.stderr);
  expect(outcome.stderr).toMatch(stderr);
  expect(outcome.stdout).toMatch(stdout);
  expect(outcome.code).toBe(code);
  if (projects !== null) expect(projectsIn(place.db)).toBe(projects);
}

/** Runs a program to its end, or tells that it hangs. */
async function run([program = '', ...args]: string[], who: { uid?: number; gid?: number }): Promise<Outcome> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...who });
  const out: Outcome = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    out.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    out.stderr += chunk;
  });
  const watch = setTimeout(() => child.kill('SIGKILL'), HANGS_AFTER);
  const [code] = await once(child, 'close');
  clearTimeout(watch);
  return { ...out, code };
}

/** How many projects a sound warehouse holds. */
function projectsIn(path: string): unknown {
  const db = new SQLite(path, { readonly: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    return db.prepare('select count(*) from project').pluck().get();
  } finally {
    db.close();
  }
}
