import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { GevinstError } from '../server/errors.ts';
import { maskCpr } from '../server/privacy.ts';
import { type Destination, destinationOf, rankOf } from './destination.ts';
import { openFile, unreadable } from './openFile.ts';
import { partsOf } from './readers/parts.ts';
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
const QUIET = /^(\.|~\$|readme|license|licence|thumbs\.db$|desktop\.ini$)|\.(md|ya?ml)$/i;
const TEXT = new Set(['.csv', '.txt']);
const READ = new Set([
  ...TEXT,
  ...['.tsv', '.xlsx', '.zip', '.gz', '.json', '.jsonl', '.ndjson', '.log'],
  ...['.arrow', '.feather', '.parquet'],
]);
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
    for (const file of filesOf(path, plan.skipped)) {
      const destination = said(file.path);
      const rank = destination ? rankOf(destination) : await rankOfFile(file);
      if (rank === null) skip(plan, file.path);
      else ranked.push({ file, rank });
    }
  }
  ranked.sort((a, b) => a.rank - b.rank);
  return { files: ranked.map(({ file }) => file), skipped: plan.skipped };
}

function filesOf(path: string, skipped: string[]): SourceFile[] {
  const found = statOf(path);
  if (!found.isDirectory()) return [{ path, bytes: found.size, inFolder: false }];
  const files: SourceFile[] = [];
  for (const name of namesIn(path)) {
    if (QUIET.test(name)) continue;
    const inside = join(path, name);
    const { size, isFile } = lookAt(inside);
    if (isFile && READ.has(extname(name).toLowerCase()))
      files.push({ path: inside, bytes: size, inFolder: true });
    else skipped.push(maskCpr(name));
  }
  return files;
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
      for (const part of await partsOf(opened.bytes, opened.inspection)) {
        try {
          ranks.push(rankOf(destinationOf(part, await part.rows(() => {}))));
        } catch (error) {
          if (!(error instanceof GevinstError)) throw error;
        }
      }
      return ranks;
    } finally {
      await opened.close();
    }
  } catch (error) {
    // Its own load tells what is wrong with it.
    if (error instanceof GevinstError) return [LAST];
    throw error;
  }
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
  return new GevinstError('unreadable-file', `Cannot read ${maskCpr(path)}: ${maskCpr(reason)}`);
}
