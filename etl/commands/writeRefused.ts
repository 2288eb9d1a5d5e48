import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { safeName } from '../../server/uploads/storage.ts';
import type { LoadResult } from '../load.ts';
import { cannotWrite } from './cannotWrite.ts';

/**
 * Writes the refused rows of each table to a folder, as `2-costs.refused.csv` where it was the second table of the load.
 * @throws GevinstError `cannot-write`
 */
export async function writeRefused(folder: string, { files }: LoadResult): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const [i, { file, part, refusedCsv }] of files.entries()) {
      if (refusedCsv === undefined) continue;
      const name = safeName((part ?? file).replace(/(\.\w{1,7})+$/, ''));
      await writeFile(join(folder, `${i + 1}-${name}.refused.csv`), refusedCsv);
    }
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}
