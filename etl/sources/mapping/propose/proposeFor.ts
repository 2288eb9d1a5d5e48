import { basename } from 'node:path';
import { GevinstError } from '../../../../server/errors.ts';
import { openFile } from '../../../openFile.ts';
import { type Part, partsOf } from '../../../readers/parts.ts';
import type { Rows } from '../../../readers/rows.ts';
import { tableNamed } from '../../canonical/identify.ts';
import type { TableShape } from '../../canonical/table.ts';
import { TABLES } from '../../canonical/tables/index.ts';
import { mappedRows } from '../mappedRows.ts';
import type { Mapping } from '../mapping.ts';
import { didYouMean } from '../nearest.ts';
import { parseMapping } from '../readMapping.ts';
import { type Preview, previewOf } from './preview.ts';
import type { Proposal } from './proposal.ts';
import { doubtsOf, proposalText } from './proposalText.ts';
import { propose } from './propose.ts';
import { type Sample, sampleOf, sampleRows } from './sample.ts';

const MOST_ROWS = 1000;

/** A mapping that is proposed for a file, and what it makes of the file's first rows. */
export interface ProposalFor {
  /** The mapping file, as commented YAML. */
  text: string;
  mapping: Mapping;
  preview: Preview;
  /** What the user should look at. */
  told: string[];
}

interface Sampled {
  sample: Sample;
  part: Proposal['part'];
  separator: Proposal['separator'];
  /** The file's other tables. */
  others: string[];
}

/**
 * Proposes a mapping by the first thousand rows of a file.
 * @param options the table's name, and the sheet's or entry's, where the user says them
 * @throws GevinstError `unreadable-file`, `unknown-table`, `missing-column`
 */
export async function proposeFor(
  path: string,
  options: { table?: string | undefined; sheet?: string | undefined },
): Promise<ProposalFor> {
  const table = options.table === undefined ? null : tableOf(options.table);
  const file = basename(path);
  const { sample, part, separator, others } = await sampled(path, options.sheet);
  const proposal = propose(sample, { file, part, separator, table });
  const text = proposalText(proposal, file, sample.rows.length);
  const mapping = parseMapping(text, file);
  const rows = mappedRows(sampleRows(sample), mapping);
  const preview = await previewOf(rows, mapping);
  const also = others.length === 0 ? [] : [`the file also has ${others.join(', ')}: --sheet names another`];
  return { text, mapping, preview, told: [...also, ...rows.told, ...doubtsOf(proposal)] };
}

function tableOf(name: string): TableShape {
  const table = tableNamed(name);
  if (table) return table;
  const names = TABLES.map((one) => one.name);
  throw new GevinstError(
    'unknown-table',
    `There is no table ${name}. Expected one of ${names.join(', ')}.${didYouMean(name, names)}`,
  );
}

/** The first rows of a file's first table, or of the one that is named. */
async function sampled(path: string, name: string | undefined): Promise<Sampled> {
  const { bytes, inspection, close } = await opened(path);
  try {
    const parts = await partsOf(bytes, inspection);
    const part = name === undefined ? parts[0] : parts.find((one) => one.name === name);
    if (!part) {
      const names = parts.map((one) => one.name);
      throw new GevinstError(
        'unreadable-file',
        name === undefined
          ? 'It has no table.'
          : `It has no “${name}”. It has ${names.join(', ')}.${didYouMean(name, names)}`,
      );
    }
    const { rows, separator } = await separated(part);
    const sample = await sampleOf(rows, MOST_ROWS);
    if (sample.rows.length === 0) {
      throw new GevinstError(
        'unreadable-file',
        'It has a header and no rows: nothing tells what its columns hold.',
      );
    }
    const others = parts.filter((one) => one !== part).map((one) => one.name);
    const kind = part.place?.startsWith('sheet') ? 'sheet' : 'entry';
    return { sample, separator, part: others.length === 0 ? null : { kind, name: part.name }, others };
  } catch (error) {
    throw inFile(path, error);
  } finally {
    await close();
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
