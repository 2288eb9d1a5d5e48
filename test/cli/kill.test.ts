import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import SQLite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INTERRUPTED, KILLED } from '../etl/bad-input/warehouseCases.ts';
import { fixture } from '../etl/support.ts';
import { gevinst, tempFolder } from '../support/gevinst.ts';

const BIN = join(import.meta.dirname, '../../dist/gevinst.js');
const TIMES = 50;
/** Tries at a time. */
const LANES = 2;
const ROWS = 150_000;

const folder = tempFolder();
const inFolder = (name: string) => join(folder.path, name);
const before = inFolder('before.db');
const log = inFolder('runs.csv');
afterAll(() => folder.remove());

interface Figures {
  runs: number;
  figures: unknown;
  days: unknown;
}
let empty: Figures;
let full: Figures;
/** How long a load took here the last time that it was left alone, in milliseconds. */
let whole: number;

beforeAll(async () => {
  writeFileSync(log, runLog());
  await gevinst('load', fixture('ok/minimal'), '--db', before);
  empty = figuresOf(before);
  const undisturbed = inFolder('undisturbed.db');
  copyFileSync(before, undisturbed);
  whole = await load(undisturbed);
  full = figuresOf(undisturbed);
  expect(full.runs).toBe(empty.runs + ROWS);
});

test(`${KILLED.title}: ${KILLED.gets}`, { timeout: 900_000 }, async () => {
  const outcomes: Awaited<ReturnType<typeof stopped>>[] = [];
  let next = 0;
  const lane = async () => {
    while (next < TIMES) outcomes.push(await stopped(next++, 'SIGKILL'));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const killed = outcomes.filter(({ signal }) => signal === 'SIGKILL');
  expect(killed.length).toBeGreaterThan(TIMES / 2);
  expect(killed.some(({ held }) => held === 'none')).toBe(true);
});

test.each(['SIGINT', 'SIGTERM'] as const)(`${INTERRUPTED.title}, by %s: ${INTERRUPTED.gets}`, async (by) => {
  let outcome = await stopped(TIMES / 5, by);
  // A load that was over before it could be interrupted shows how long one takes now.
  for (let tries = 1; outcome.wasOver && tries < 5; tries++) outcome = await stopped(TIMES / 5, by);
  const { signal, code, held } = outcome;
  expect(signal ?? code).not.toBe(0);
  expect(held).toBe('none');
});

/** One try: a load that is stopped at a random point of its n-th fiftieth, and what is left then. */
async function stopped(n: number, by: NodeJS.Signals) {
  const db = inFolder(`${by}-${n}.db`);
  copyFileSync(before, db);
  const start = performance.now();
  const child = spawn(process.execPath, [BIN, 'load', log, '--db', db], { stdio: 'ignore' });
  const ended = once(child, 'close').then(() => performance.now());
  await wait(((n + Math.random()) / TIMES) * whole);
  const wasOver = child.exitCode !== null;
  child.kill(by);
  const over = await ended;
  if (wasOver) whole = over - start;
  const { exitCode: code, signalCode: signal } = child;

  const left = figuresOf(db);
  expect([empty, full]).toContainEqual(left);

  const held = left.runs === full.runs ? 'all' : 'none';
  const took = await load(db);
  if (held === 'none') whole = took;
  expect(figuresOf(db)).toEqual(full);
  for (const end of ['', '-wal', '-shm']) rmSync(`${db}${end}`, { force: true });
  return { code, signal, held, wasOver };
}

/** Loads the log, and gives how many milliseconds it took. */
async function load(db: string): Promise<number> {
  const start = performance.now();
  const { code } = await gevinst('load', log, '--db', db);
  expect(code).toBe(0);
  return performance.now() - start;
}

/** Opens the warehouse as the next process would, and reads what it holds. That it is sound is seen to. */
function figuresOf(path: string): Figures {
  const db = new SQLite(path);
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const all = (query: string) => db.prepare(query).raw().all();
    const by = 'group by 1, 2, 3 order by 1, 2, 3';
    const sums = 'count(*), sum(items), coalesce(sum(seconds), 0), count(seconds)';
    const kept = 'sum(runs), sum(items), sum(seconds), sum(timed)';
    const days = all(`select robot_id, unixepoch(day) / 86400, status, ${kept} from run_day ${by}`);
    const months = all(`select robot_id, month, status, ${kept} from run_month ${by}`);
    // All runs are of summers, and January at noon: two hours ahead is right for their days.
    expect(days).toEqual(all(`select robot_id, (ended + 7200) / 86400, status, ${sums} from run ${by}`));
    expect(months).toEqual(all(`select robot_id, substr(day, 1, 7), status, ${kept} from run_day ${by}`));
    return {
      runs: Number(db.prepare('select count(*) from run').pluck().get()),
      figures: all(`select ${sums}, sum(ended), sum(run_key % 1000003), max(run_key), min(run_key) from run`),
      days,
    };
  } finally {
    db.close();
  }
}

/** Runs around midnight and in all states, so that every rollup has something of each. */
function runLog(): string {
  const states = ['success', 'success', 'business_exception', 'system_exception', 'abandoned'];
  const two = (n: number) => String(n).padStart(2, '0');
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const day = `2024-0${5 + (i % 3)}-${two(1 + (i % 28))}`;
    const hour = two((i * 7) % 24);
    const started = i % 10 === 0 ? '' : `${day}T${hour}:00:00`;
    return `R1;T-${i};${started};${day}T${hour}:${two(i % 60)}:30;${states[i % 5]};${1 + (i % 3)};`;
  });
  return `robot;transaction;started;ended;status;items;reason\n${rows.join('\n')}\n`;
}
