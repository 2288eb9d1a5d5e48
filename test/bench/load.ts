import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gevinst } from '../support/gevinst.ts';
import { type Line, median, run, times } from './measure.ts';
import { perSecond } from './table.ts';

const BIN = join(import.meta.dirname, '../../dist/gevinst.js');
const INSERT = join(import.meta.dirname, 'peers/insert.mjs');

export interface Loaded {
  lines: Line[];
  /** The warehouse of the last load, for the parts that ask it. */
  db: string;
}

/** Rows a second from a CSV file through the command line into SQLite, and the memory it takes. */
export async function benchLoad(
  folder: string,
  bundle: { dimensions: string; runs: string },
  { runs, repeat }: { runs: number; repeat: number },
): Promise<Loaded> {
  const db = join(folder, 'gevinst.db');
  const ours = await times(repeat, async () => {
    remove(db);
    const dimensions = await gevinst('load', bundle.dimensions, '--db', db);
    if (dimensions.code !== 0) throw new Error(dimensions.stdout + dimensions.stderr);
    return run(process.execPath, [BIN, 'load', bundle.runs, '--db', db]);
  });
  const peer = join(folder, 'peer.db');
  const inserted = await times(repeat, () => {
    remove(peer);
    return run(process.execPath, [INSERT, peer, bundle.runs]);
  });
  const rate = (results: { seconds: number }[]) => runs / median(results.map((r) => r.seconds));
  const compared = (what: string, other: number): Line => ({
    what: `load ${runs.toLocaleString('en-GB')} runs; peer: ${what}`,
    gevinst: perSecond(rate(ours), 'rows'),
    peer: perSecond(other, 'rows'),
    ratio: rate(ours) / other,
  });
  const lines = [compared('better-sqlite3, a row at a time', rate(inserted))];
  if (spawnSync('sqlite3', ['--version']).status === 0) {
    const imported = await times(repeat, () => {
      remove(peer);
      return run('sqlite3', [peer], importScript(bundle.runs));
    });
    lines.push(compared('sqlite3 .import', rate(imported)));
  }
  const mb = (results: { peakMb: number | null }[]) => median(results.map((r) => r.peakMb ?? Number.NaN));
  lines.push({
    what: 'most memory while loading; peer: better-sqlite3',
    gevinst: `${mb(ours).toFixed(0)} MB`,
    peer: `${mb(inserted).toFixed(0)} MB`,
    ratio: mb(ours) / mb(inserted),
  });
  remove(peer);
  return { lines, db };
}

function importScript(csv: string): string {
  return [
    'pragma journal_mode = wal;',
    'pragma synchronous = normal;',
    'create table run (robot text, "transaction" text, started text, ended text, status text, items integer, reason text, primary key (robot, "transaction")) without rowid;',
    '.mode csv',
    '.separator ;',
    `.import --skip 1 "${csv}" run`,
    '',
  ].join('\n');
}

function remove(db: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(db + suffix, { force: true });
}
