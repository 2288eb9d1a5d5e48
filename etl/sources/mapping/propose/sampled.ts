import { basename } from 'node:path';
import { GevinstError } from '../../../../server/errors.ts';
import { openFile } from '../../../openFile.ts';
import { type Part, partsOf } from '../../../readers/parts.ts';
import type { Rows } from '../../../readers/rows.ts';
import { unreadableFile } from '../../../unreadableFile.ts';
import { didYouMean } from '../nearest.ts';
import type { Proposal } from './proposal.ts';
import { type Sample, sampleOf } from './sample.ts';

const MOST_ROWS = 1000;
const MOST_LOOKED_AT = 20;

/** The first rows of one of a file's tables. */
interface Sampled {
  sample: Sample;
  part: Proposal['part'];
  separator: Proposal['separator'];
  /** The file's tables by name: the sheets of a workbook, the entries of a ZIP file. */
  names: string[];
  /** Which of them it is. */
  name: string;
}

/**
 * The first thousand rows of one of a file's tables: the one that is named, else the first, or the one with the most
 * columns.
 * @throws GevinstError `unreadable-file`
 */
export async function sampled(
  path: string,
  name: string | undefined,
  otherwise: 'first' | 'widest',
): Promise<Sampled> {
  const { bytes, inspection, close } = await opened(path);
  try {
    const parts = await partsOf(bytes, inspection);
    const part =
      name !== undefined
        ? parts.find((one) => one.name === name)
        : otherwise === 'first'
          ? parts[0]
          : await widest(parts);
    if (!part) {
      const names = parts.map((one) => one.name);
      if (name === undefined) throw unreadableFile('no-table', 'It has no table.', {});
      const has = names.join(', ');
      const message = `It has no “${name}”. It has ${has}.${didYouMean(name, names)}`;
      throw unreadableFile('no-such-table', message, { name, names: has });
    }
    const { rows, separator } = await separated(part);
    const sample = await sampleOf(rows, MOST_ROWS);
    if (sample.rows.length === 0) {
      throw unreadableFile(
        'no-rows',
        'It has a header and no rows: nothing tells what its columns hold.',
        {},
      );
    }
    const names = parts.map((one) => one.name);
    const kind = part.place?.startsWith('sheet') ? 'sheet' : 'entry';
    const place = names.length === 1 ? null : ({ kind, name: part.name } as const);
    return { sample, separator, part: place, names, name: part.name };
  } catch (error) {
    throw inFile(path, error);
  } finally {
    await close();
  }
}

/** The table with the most columns: what stands on a workbook's front page has few. */
async function widest(parts: readonly Part[]): Promise<Part | undefined> {
  let [best] = parts;
  let most = 0;
  if (parts.length === 1) return best;
  for (const part of parts.slice(0, MOST_LOOKED_AT)) {
    const columns = await columnsOf(part);
    if (columns > most) {
      best = part;
      most = columns;
    }
  }
  return best;
}

async function columnsOf(part: Part): Promise<number> {
  try {
    const { header } = await part.rows(() => {});
    return header.filter((name) => name.trim() !== '').length;
  } catch (error) {
    if (error instanceof GevinstError) return 0;
    throw error;
  }
}

async function opened(path: string) {
  try {
    return await openFile(path);
  } catch (error) {
    throw inFile(path, error);
  }
}

function inFile(path: string, error: unknown): unknown {
  if (!(error instanceof GevinstError)) return error;
  return new GevinstError(error.code, `${basename(path)}: ${error.message}`, error.details);
}

/** The rows, cut at bars where the header shows that these separate its cells. */
async function separated(part: Part): Promise<{ rows: Rows; separator: Proposal['separator'] }> {
  const rows = await part.rows(() => {});
  if (rows.separator === '\t') return { rows, separator: 'tab' };
  const header = rows.header.join('');
  if (header.split('|').length <= rows.header.length) return { rows, separator: null };
  return { rows: await part.rows(() => {}, '|'), separator: '|' };
}
