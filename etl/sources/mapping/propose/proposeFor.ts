import { basename } from 'node:path';
import { GevinstError } from '../../../../server/errors.ts';
import { tableNamed } from '../../canonical/identify.ts';
import type { TableShape } from '../../canonical/table.ts';
import { TABLES } from '../../canonical/tables/index.ts';
import { mappedRows } from '../mappedRows.ts';
import type { Mapping } from '../mapping.ts';
import { didYouMean } from '../nearest.ts';
import { parseMapping } from '../readMapping.ts';
import { type Preview, previewOf } from './preview.ts';
import { doubtsOf, proposalText } from './proposalText.ts';
import { propose } from './propose.ts';
import { sampleRows } from './sample.ts';
import { sampled } from './sampled.ts';

/** A mapping that is proposed for a file, and what it makes of the file's first rows. */
export interface ProposalFor {
  /** The mapping file, as commented YAML. */
  text: string;
  mapping: Mapping;
  preview: Preview;
  /** What the user should look at. */
  told: string[];
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
  const { sample, part, separator, names, name } = await sampled(path, options.sheet, 'first');
  const proposal = propose(sample, { file, part, separator, table });
  const text = proposalText(proposal, file, sample.rows.length);
  const mapping = parseMapping(text, file);
  const rows = mappedRows(sampleRows(sample), mapping);
  const preview = await previewOf(rows, mapping);
  const others = names.filter((one) => one !== name);
  const also = others.length === 0 ? [] : [`the file also has ${others.join(', ')}: --sheet names another`];
  return {
    text,
    mapping,
    preview,
    told: [...also, ...rows.told.map(({ text }) => text), ...doubtsOf(proposal)],
  };
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
