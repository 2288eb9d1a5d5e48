import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Unreadable } from '../server/contract/unreadable.ts';
import { GevinstError } from '../server/errors.ts';
import { maskCpr } from '../server/privacy.ts';
import { type Destination, destinationOf, rankOf, underHeader } from './destination.ts';
import { openFile, unreadable } from './openFile.ts';
import { partsOfFile } from './partsOfFile.ts';
import { tableOfFileName } from './sources/canonical/identify.ts';

/** A file to load. */
export interface SourceFile {
  path: string;
  bytes: number;
  /** Whether it was found in a folder: what is unknown there is passed over, what was named is an error. */
  inFolder: boolean;
}

export interface Plan {
  /** In the order in which they are to be loaded. */
  files: SourceFile[];
  /** Files of the folders that are no tables, by name. */
  skipped: string[];
}

/** What lies in a folder without anyone wanting it loaded. */
const QUIET =
  /^(\.|~\$|readme|license|licence|thumbs\.db$|desktop\.ini$)|\.(md|ya?ml|(db|sqlite3?)-(wal|shm|journal))$/i;
const TEXT = new Set(['.csv', '.txt']);
const READ = new Set([
  ...TEXT,
  ...['.tsv', '.xlsx', '.zip', '.gz', '.json', '.jsonl', '.ndjson', '.log'],
  ...['.arrow', '.feather', '.parquet'],
]);
const DATABASES = new Set(['.db', '.sqlite', '.sqlite3']);
/** Where a file goes that cannot be told: last, so that what it may name is there. */
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * The files that the paths mean: a folder means those in it. Each comes after those whose rows its own may name.
 * @param said what a file is, when it is said by hand
 * @throws GevinstError `unreadable-file` for a path that is not there
 */
export async function planFiles(
  paths: readonly string[],
  said: (path: string) => Destination | null,
): Promise<Plan> {
  const plan: Plan = { files: [], skipped: [] };
  const ranked: { file: SourceFile; rank: number }[] = [];
  for (const path of paths) {
    for (const file of await filesOf(path, plan.skipped)) {
      const destination = said(file.path);
      const rank = destination ? rankOf(destination) : await rankOfFile(file);
      if (rank === null) skip(plan, file.path);
      else ranked.push({ file, rank });
    }
  }
  ranked.sort((a, b) => a.rank - b.rank);
  return { files: ranked.map(({ file }) => file), skipped: plan.skipped };
}

async function filesOf(path: string, skipped: string[]): Promise<SourceFile[]> {
  const found = statOf(path);
  if (!found.isDirectory()) return [{ path, bytes: found.size, inFolder: false }];
  const files: SourceFile[] = [];
  for (const name of namesIn(path)) {
    if (QUIET.test(name)) continue;
    const inside = join(path, name);
    const { size, isFile } = lookAt(inside);
    const ending = extname(name).toLowerCase();
    if (isFile && (READ.has(ending) || (DATABASES.has(ending) && (await isPlatform(inside)))))
      files.push({ path: inside, bytes: size, inFolder: true });
    else skipped.push(maskCpr(name));
  }
  return files;
}

/** Whether it is a robot platform's database: beside the tables there is often the warehouse itself. */
async function isPlatform(path: string): Promise<boolean> {
  const { openSqlite } = await import('./sources/pull/sqliteFile.ts');
  try {
    const [part] = await openSqlite(basename(path), path);
    return (await part?.rows(() => {})) !== undefined;
  } catch (error) {
    if (error instanceof GevinstError) return false;
    throw error;
  }
}

/** A JSON file beside the tables is often a description: it is passed over without a word. */
function skip(plan: Plan, path: string): void {
  if (extname(path).toLowerCase() !== '.json') plan.skipped.push(maskCpr(basename(path)));
}

/** When a file is to be loaded; null for one of a folder that is no table. */
async function rankOfFile({ path, inFolder }: SourceFile): Promise<number | null> {
  const named = tableOfFileName(path);
  if (named && TEXT.has(extname(path).toLowerCase())) return rankOf({ kind: 'table', table: named });
  const ranks = await ranksWithin(path);
  if (ranks.length > 0) return Math.min(...ranks);
  return inFolder ? null : LAST;
}

async function ranksWithin(path: string): Promise<number[]> {
  try {
    const opened = await openFile(path);
    try {
      const ranks: number[] = [];
      for (const part of await partsOfFile(path, opened)) {
        try {
          const rows = underHeader(part, await part.rows(() => {}), null);
          ranks.push(rankOf(destinationOf(part, rows)));
        } catch (error) {
          if (!(error instanceof GevinstError)) throw error;
        }
      }
      return ranks;
    } finally {
      await opened.close();
    }
  } catch (error) {
    // Its own load tells what is wrong with it, unless it is nothing that its name makes a table.
    if (error instanceof GevinstError) return isOther(path, error) ? [] : [LAST];
    throw error;
  }
}

/** What lies under any name beside tables: saved web pages, and notes called workbooks. */
const OTHER = new Set<unknown>(['web-page', 'xml-file', 'no-workbook'] satisfies Unreadable[]);

function isOther(path: string, { details }: GevinstError): boolean {
  return OTHER.has(details?.why) && !tableOfFileName(path);
}

function lookAt(path: string): { size: number; isFile: boolean } {
  try {
    const found = statSync(path);
    return { size: found.size, isFile: found.isFile() };
  } catch {
    return { size: 0, isFile: false };
  }
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    throw cannotRead(path, error);
  }
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
}

/** What is said of a path that cannot be looked at. */
export function cannotRead(path: string, error: unknown): GevinstError {
  const told = unreadable(error);
  const message = told instanceof GevinstError ? told.message : `${(error as Error).message}.`;
  const reason = message.charAt(0).toLowerCase() + message.slice(1);
  const details = told instanceof GevinstError ? told.details : undefined;
  return new GevinstError('unreadable-file', `Cannot read ${maskCpr(path)}: ${maskCpr(reason)}`, details);
}
