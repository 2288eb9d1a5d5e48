import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gevinst } from '../support/gevinst.ts';
import type { BenchBundle } from './bundle.ts';
import { type Finished, type Line, median, run, times } from './measure.ts';
import { SQLITE_TABLE_BYTES, sqliteScript } from './peers/sqlite.ts';
import { perSecond } from './table.ts';

const BIN = join(import.meta.dirname, '../../dist/gevinst.js');
const DUCKDB_PACKAGE = '@duckdb/node-api@1.5.6-r.1';
const DUCKDB = join(import.meta.dirname, 'peers/duckdb.mjs');
/** What files and databases need on the disk, at their most. */
const BYTES_A_RUN = 800;

interface Loaded {
  lines: Line[];
  /** The warehouse of the last load, for the parts that ask it. */
  db: string;
}

/** @throws Error when the disk has no room for it */
export function requireRoom(folder: string, runs: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  if (bavail * bsize > runs * BYTES_A_RUN) return;
  throw new Error(
    `${runs} runs need ${gigabytes(runs * BYTES_A_RUN)} in ${folder}; there are ${gigabytes(bavail * bsize)}.`,
  );
}

/** Rows a second from a CSV file through the command line into SQLite, beside what else loads CSV files. */
export async function benchLoad(
  folder: string,
  bundle: BenchBundle,
  { runs, repeat, peers }: { runs: number; repeat: number; peers: boolean },
): Promise<Loaded> {
  const db = join(folder, 'gevinst.db');
  const load = (path: string) => run(process.execPath, [BIN, 'load', path, '--db', db]);
  const dimensions = join(folder, 'dimensions.db');
  await checked(gevinst('load', bundle.dimensions, '--db', dimensions));
  const first = await times(repeat, async () => {
    remove(db);
    copyFileSync(dimensions, db);
    return load(bundle.runs);
  });
  const bytes = statSync(db).size;
  const lines: Line[] = [];
  if (peers) {
    lines.push(...(await sqliteLines(folder, bundle.runs, first, { runs, repeat, bytes })));
    lines.push(...(await duckdbLines(folder, bundle.runs, first, { runs, repeat, bytes })));
  }
  const again = await times(repeat, () => load(bundle.runs));
  const shuffled = await times(repeat, () => load(bundle.shuffled));
  const more = [await load(bundle.more)];
  lines.push(
    share('the same file again', again, first, '< 50 %'),
    share('the same runs in another order and file', shuffled, first, '< 50 %'),
    share(`${Math.ceil(runs / 100).toLocaleString('en-GB')} new runs`, more, first, '< 2 %'),
  );
  return { lines, db };
}

interface Size {
  runs: number;
  repeat: number;
  /** Of our database with the runs in it. */
  bytes: number;
}

async function sqliteLines(folder: string, csv: string, ours: Finished[], size: Size): Promise<Line[]> {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return [];
  const peer = join(folder, 'peer.db');
  const theirs = await times(size.repeat, () => {
    remove(peer);
    return run('sqlite3', [peer], sqliteScript(csv));
  });
  const table = Number(spawnSync('sqlite3', [peer, SQLITE_TABLE_BYTES]).stdout);
  remove(peer);
  return compared('sqlite3 .import', ours, theirs, size, { speed: '≥ 5×', bytes: table });
}

/** DuckDB is installed for the occasion: it is large, and nothing else needs it. */
async function duckdbLines(folder: string, csv: string, ours: Finished[], size: Size): Promise<Line[]> {
  const installed = spawnSync('npm', [
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    DUCKDB_PACKAGE,
  ]);
  if (installed.status !== 0) {
    console.error(`${DUCKDB_PACKAGE} could not be installed: its lines are left out.`);
    return [];
  }
  const peer = join(folder, 'peer.duckdb');
  const theirs = await times(size.repeat, () => {
    remove(peer);
    return run(process.execPath, [DUCKDB, folder, peer, csv]);
  });
  const { size: bytes } = statSync(peer);
  remove(peer);
  return compared('DuckDB', ours, theirs, size, { speed: '≥ 1.5×', bytes });
}

function compared(
  peer: string,
  ours: Finished[],
  theirs: Finished[],
  { runs, bytes }: Size,
  their: { speed: string; bytes: number },
): Line[] {
  const rate = (results: Finished[]) => runs / median(results.map(({ seconds }) => seconds));
  const mb = (results: Finished[]) => median(results.map(({ peakMb }) => peakMb ?? Number.NaN));
  return [
    {
      what: `load ${runs.toLocaleString('en-GB')} runs; peer: ${peer}`,
      gevinst: perSecond(rate(ours), 'rows'),
      peer: perSecond(rate(theirs), 'rows'),
      ratio: rate(ours) / rate(theirs),
      goal: their.speed,
    },
    {
      what: `  most memory`,
      gevinst: `${mb(ours).toFixed(0)} MB`,
      peer: `${mb(theirs).toFixed(0)} MB`,
      ratio: mb(ours) / mb(theirs),
      goal: '< 700 MB',
    },
    {
      what: '  on disk, a run',
      gevinst: `${(bytes / runs).toFixed(1)} B`,
      peer: `${(their.bytes / runs).toFixed(1)} B`,
      ratio: bytes / their.bytes,
      goal: '< 70 B',
    },
  ];
}

function share(what: string, results: Finished[], first: Finished[], goal: string): Line {
  const seconds = (all: Finished[]) => median(all.map((one) => one.seconds));
  return {
    what: `  ${what}; peer: the first load`,
    gevinst: `${seconds(results).toFixed(2)} s`,
    peer: `${seconds(first).toFixed(2)} s`,
    ratio: seconds(results) / seconds(first),
    goal,
  };
}

async function checked(outcome: ReturnType<typeof gevinst>): Promise<void> {
  const { code, stdout, stderr } = await outcome;
  if (code !== 0) throw new Error(stdout + stderr);
}

function remove(db: string): void {
  for (const suffix of ['', '-wal', '-shm', '.wal']) rmSync(db + suffix, { force: true });
}
