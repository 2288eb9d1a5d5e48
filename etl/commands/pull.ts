import { readFileSync } from 'node:fs';
import { GevinstError } from '../../server/errors.ts';
import { maskCpr } from '../../server/privacy.ts';
import { userName } from '../../server/userName.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import { type PullOptions, type PullResult, pull } from '../pull.ts';
import { INSTANT_EXPECTED, parseInstant } from '../sources/canonical/parse/instant.ts';
import { locationOf } from '../sources/pull/location.ts';
import { COPENHAGEN, type Zone, zoneNamed } from '../time/zone.ts';
import { loadAnswer, loadNotes, loadText } from './loadText.ts';
import { signalled } from './signalled.ts';

export interface PullCommandOptions {
  db: string;
  schedule?: string;
  since?: string;
  tokenFile?: string;
  zone?: string;
  createRobots: boolean;
  project?: string;
  municipality?: string;
  json: boolean;
}

/** `gevinst pull SOURCE LOCATION`: 0 all kept or nothing new, 2 with refused rows; with `--schedule` until interrupted. */
export async function runPull(
  source: string,
  location: string,
  options: PullCommandOptions,
): Promise<number> {
  const zone = options.zone === undefined ? COPENHAGEN : zoneNamed(options.zone);
  const { since: from, schedule } = options;
  const { since: _, ...load } = { ...options, by: userName(), zone, signal: signalled() };
  const token = tokenOf(options.tokenFile);
  // Before a warehouse is made for what cannot be pulled from.
  locationOf(location);
  const since = from === undefined ? undefined : sinceOf(from, zone);
  const once = (more: Pick<PullOptions, 'since'>) =>
    pullOnce(source, location, { ...load, ...more, token }, options);
  if (schedule === undefined) {
    return once({ since }).catch((error) => {
      if (!load.signal.aborted) throw error;
      process.stderr.write('gevinst: stopped. What was loaded until then stays.\n');
      return 1;
    });
  }
  await everyTime(schedule, load.signal, once, since);
  return 0;
}

async function pullOnce(
  source: string,
  location: string,
  options: PullOptions,
  { db: database, json, schedule }: PullCommandOptions,
): Promise<number> {
  const db = await openWarehouse(database, { create: true });
  try {
    const result = await pull(db, source, location, options);
    process.stderr.write(loadNotes(result));
    process.stdout.write(json ? `${JSON.stringify(answer(result))}\n` : text(result, schedule !== undefined));
    return result.refused > 0 ? 2 : 0;
  } finally {
    await db.destroy();
  }
}

/** What waiting does not put right. */
const FINAL = new Set(['bad-parameter', 'bad-configuration', 'unknown-source']);

/** Pulls at once, and then by the schedule; a time that comes while a pull still runs is passed over. */
async function everyTime(
  schedule: string,
  signal: AbortSignal,
  once: (more: Pick<PullOptions, 'since'>) => Promise<number>,
  since: number | undefined,
): Promise<void> {
  const { Cron } = await import('croner');
  let first = since;
  let running = Promise.resolve();
  let isFirst = true;
  const tick = async () => {
    try {
      await once({ since: first });
      first = undefined;
    } catch (error) {
      if (isFirst && error instanceof GevinstError && FINAL.has(error.code)) throw error;
      if (!signal.aborted) process.stderr.write(`gevinst: ${new Date().toISOString()} ${messageOf(error)}\n`);
    }
    isFirst = false;
  };
  const later = () => {
    running = tick();
    return running;
  };
  const job = cronOf(() => new Cron(schedule, { paused: true, protect: true }, later), schedule);
  try {
    await tick();
    job.resume();
    if (!signal.aborted) {
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    }
  } finally {
    job.stop();
  }
  await running;
}

function cronOf<T>(make: () => T, schedule: string): T {
  try {
    return make();
  } catch (error) {
    throw new GevinstError(
      'bad-parameter',
      `--schedule ${schedule}: ${(error as Error).message.replace(/\.$/, '')}. Expected a cron expression such as '*/15 * * * *'.`,
    );
  }
}

function messageOf(error: unknown): string {
  const { message } = error as Error;
  if (error instanceof GevinstError) return maskCpr(message);
  return `something went wrong that should not have: ${maskCpr(message)}`;
}

/** @throws GevinstError `bad-configuration` when the file cannot be read, or is empty */
function tokenOf(file: string | undefined): string | undefined {
  if (file === undefined) return process.env.GEVINST_PULL_TOKEN?.trim() || undefined;
  let token: string;
  try {
    token = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new GevinstError(
      'bad-configuration',
      `Cannot read --token-file ${file}: ${(error as Error).message}.`,
    );
  }
  if (token !== '' && !/\s/.test(token)) return token;
  throw new GevinstError('bad-configuration', `--token-file ${file}: expected the token alone in the file.`);
}

/** @throws GevinstError `bad-parameter` for text that is neither a day nor a moment */
function sinceOf(text: string, zone: Zone): number {
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text;
  const since = parseInstant(moment, Number.NEGATIVE_INFINITY, zone);
  if (!Number.isNaN(since)) return since;
  throw new GevinstError(
    'bad-parameter',
    `--since ${text}: expected a day such as 2026-03-31, or ${INSTANT_EXPECTED}.`,
  );
}

function isoOf(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString();
}

function answer(result: PullResult) {
  const { location, since } = result;
  return { time: new Date().toISOString(), location, since: isoOf(since), ...loadAnswer(result) };
}

const whole = new Intl.NumberFormat('da-DK');

/** A line, and after it the rows that were refused. */
function text(result: PullResult, isScheduled: boolean): string {
  const { location, since, files, read, kept, duplicate, refused } = result;
  const counts = [
    `${whole.format(read)} read`,
    `${whole.format(kept)} kept`,
    `${whole.format(duplicate)} already there`,
    `${whole.format(refused)} refused`,
  ];
  const time = isScheduled ? `${new Date().toISOString()} ` : '';
  const from = since === null ? 'all' : `changes since ${isoOf(since)}`;
  const line = `${time}${location}, ${from}: ${files.length === 0 ? 'nothing new' : counts.join(', ')}\n`;
  return refused === 0 ? line : line + loadText(result);
}
