import { basename } from 'node:path';
import type { OpenFile } from './openFile.ts';
import { isSqlite } from './readers/inspect.ts';
import { type Part, partsOf } from './readers/parts.ts';

/**
 * The tables within a file: those that are read from its bytes, or that of a robot platform's own database.
 * @throws GevinstError `unreadable-file`, `too-large`
 */
export async function partsOfFile(path: string, { bytes, inspection }: OpenFile): Promise<Part[]> {
  if (!isSqlite(inspection)) return partsOf(bytes, inspection);
  const { openSqlite } = await import('./sources/pull/sqliteFile.ts');
  return openSqlite(basename(path), path);
}
