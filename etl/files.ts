import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { GevinstError } from '../server/errors.ts';
import { tableOfFileName } from './sources/canonical/identify.ts';
import type { TableShape } from './sources/canonical/table.ts';

/** A file to load. Its table is null when its name does not tell it. */
export interface SourceFile {
  path: string;
  bytes: number;
  table: TableShape | null;
  /** Whether it was found in a folder: what is unknown there is passed over, what was named is an error. */
  inFolder: boolean;
}

export interface Plan {
  files: SourceFile[];
  /** Files of the folders that are no tables, by name. */
  skipped: string[];
}

/** What lies in a folder without anyone wanting it loaded. */
const QUIET = /^(\.|~\$|readme|license|licence|thumbs\.db$|desktop\.ini$)|\.(md|json)$/i;
const TEXT = new Set(['.csv', '.txt']);

/**
 * The files that the paths mean: a folder means those in it.
 * @param table the table of every file, when it is said by hand
 * @throws GevinstError `unreadable-file` for a path that is not there
 */
export function planFiles(paths: readonly string[], table: TableShape | null): Plan {
  const plan: Plan = { files: [], skipped: [] };
  for (const path of paths) {
    const found = statOf(path);
    if (!found.isDirectory()) {
      plan.files.push({ path, bytes: found.size, table: table ?? tableOfFileName(path), inFolder: false });
      continue;
    }
    for (const name of readdirSync(path).sort()) addOfFolder(plan, join(path, name), table);
  }
  return plan;
}

function addOfFolder(plan: Plan, path: string, table: TableShape | null): void {
  const name = basename(path);
  if (QUIET.test(name)) return;
  const found = statOf(path);
  if (!found.isFile() || !TEXT.has(extname(name).toLowerCase())) plan.skipped.push(name);
  else plan.files.push({ path, bytes: found.size, table: table ?? tableOfFileName(path), inFolder: true });
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'it is not there' : (error as Error).message;
    throw new GevinstError('unreadable-file', `Cannot read ${path}: ${reason}.`, { path });
  }
}
