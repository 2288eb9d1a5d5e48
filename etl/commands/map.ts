import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { MappingContent, type MappingForm } from '../../server/contract/mappings.ts';
import type { Problem } from '../../server/contract/problem.ts';
import { GevinstError } from '../../server/errors.ts';
import { maskCpr } from '../../server/privacy.ts';
import { placeText } from '../readers/rows.ts';
import { mappingForm } from '../sources/mapping/propose/form.ts';
import { type ProposalFor, proposeFor } from '../sources/mapping/propose/proposeFor.ts';
import { readMappingContent } from '../sources/mapping/readMapping.ts';
import { cannotWrite } from './cannotWrite.ts';

export interface MapOptions {
  table?: string;
  sheet?: string;
  out?: string;
  mapping?: string;
  json: boolean;
  force: boolean;
}

/**
 * `gevinst map FILE`: proposes a mapping for a file, with five rows as they would be loaded. Without `--out` all goes
 * to stdout, and what is not the mapping stands there in comments. With `--json` it is what the Data page's form shows, or why not.
 */
export async function runMap(path: string, options: MapOptions): Promise<void> {
  const { table, sheet, out, mapping, json, force } = options;
  if (json) {
    process.stdout.write(`${JSON.stringify(await formOrProblem(path, options))}\n`);
    return;
  }
  if (mapping !== undefined) throw new GevinstError('bad-parameter', '--mapping is for use with --json.');
  if (out !== undefined && !/\.ya?ml$/i.test(out)) {
    throw new GevinstError('bad-parameter', `--out ${out}: the name of a mapping file ends in .yaml.`);
  }
  if (out !== undefined && !force && existsSync(out)) {
    throw new GevinstError('bad-parameter', `${out} is there already. Use --force to write over it.`);
  }
  const proposal = await proposeFor(path, { table, sheet });
  const report = reportOf(proposal);
  if (out === undefined) {
    process.stdout.write(`${proposal.text}\n${commented(report)}\n`);
    return;
  }
  try {
    await writeFile(out, proposal.text);
  } catch (error) {
    throw cannotWrite(out, error);
  }
  const next = `Try it: gevinst load ${path} --source ${out} --dry-run`;
  process.stdout.write(`Wrote ${out}.\n\n${report}\n\n${next}\n`);
}

/** What the form shows, or why it can show nothing: the page has its own words for that. */
async function formOrProblem(
  path: string,
  { table, sheet, mapping }: MapOptions,
): Promise<MappingForm | Problem> {
  try {
    const given = mapping === undefined ? null : MappingContent.parse(await readMappingContent(mapping));
    return await mappingForm(path, { table, sheet }, given);
  } catch (error) {
    if (!(error instanceof GevinstError)) throw error;
    process.exitCode = 1;
    const { code, message, details } = error;
    return { error: { code, message: maskCpr(message), ...(details ? { details } : {}) } };
  }
}

/** The first rows, how many of the sample can be read, and what to look at. */
function reportOf({ mapping, preview: { table, rows, read, first }, told }: ProposalFor): string {
  const count = `${read} of ${rows} rows of the sample can be read as ${mapping.table.name}.`;
  const value = first?.value ? `“${first.value}” — ` : '';
  const fault = first
    ? ` The first that cannot is ${placeText(first)}, ${first.column}: ${value}expected ${first.expected}.`
    : '';
  const doubts =
    told.length === 0 ? ['Nothing in it is a guess.'] : ['To look at:', ...told.map((one) => `- ${one}`)];
  return [table, '', `${count}${fault}`, '', ...doubts].join('\n');
}

function commented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '#' : `# ${line}`))
    .join('\n');
}
