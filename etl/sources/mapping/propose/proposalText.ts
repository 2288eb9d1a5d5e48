import { maskCpr } from '../../../../server/privacy.ts';
import { shortened } from '../../../refusal.ts';
import type { Origin } from '../schema.ts';
import type { Proposal, Proposed } from './proposal.ts';

const PLAIN = /^[\p{L}_][\p{L}\p{N}_]*(?:[ /]?[\p{L}\p{N}_]+)*$/u;
const LONGEST_SHOWN = 60;

/** A proposed mapping as commented YAML. What is only a guess has a comment that starts with `?`. */
export function proposalText(proposal: Proposal, file: string, rows: number): string {
  const { table, part, separator, decimal, dates, origins, words, unread, notes } = proposal;
  const statuses = table.name === 'runs' ? words.get('status') : undefined;
  const codes = [...words].filter(([column]) => column !== 'status' || statuses === undefined);
  const lines = [
    `# Proposed from the first ${rows} rows of ${oneLine(file)}. Guesses are marked with ?. Look it through before use.`,
    ...notes.map((note) => `# ${oneLine(note)}`),
    `table: ${table.name}`,
    ...(part ? [`${part.kind}: ${scalar(part.name)}`] : []),
    ...(separator ? [`separator: ${separator === 'tab' ? separator : scalar(separator)}`] : []),
    ...setting('decimal', decimal),
    ...setting('dates', dates),
    ...(statuses ? ['statuses:', ...wordLines(statuses, '  ')] : []),
    ...(codes.length > 0 ? ['codes:'] : []),
    ...codes.flatMap(([column, found]) => [`  ${column}:`, ...wordLines(found, '    ')]),
    'columns:',
    ...[...origins].map(([column, origin]) => `  ${column}: ${originText(origin.is)}${comment(origin)}`),
    ...(unread.length > 0 ? [`# Not read: ${unread.map(oneLine).join(', ')}`] : []),
  ];
  return `${maskCpr(lines.join('\n'))}\n`;
}

/** What of a proposal the user should look at, each with where it stands. */
export function doubtsOf({ decimal, dates, origins, words, table }: Proposal): string[] {
  const of = (where: string, { doubt }: Proposed<unknown>) =>
    doubt === null ? [] : [maskCpr(oneLine(`${where}: ${doubt}`))];
  return [
    ...of('decimal', decimal),
    ...of('dates', dates),
    ...[...words].flatMap(([column, found]) =>
      [...found].flatMap(([word, becomes]) =>
        of(
          `${table.name === 'runs' ? 'statuses' : `codes.${column}`}, “${shortened(word, LONGEST_SHOWN)}”`,
          becomes,
        ),
      ),
    ),
    ...[...origins].flatMap(([column, origin]) => of(`columns.${column}`, origin)),
  ];
}

/** A setting, or, where there is none but a doubt, a comment that says so. */
function setting(name: string, proposed: Proposed<string | null>): string[] {
  if (proposed.is !== null) return [`${name}: ${scalar(proposed.is)}${comment(proposed)}`];
  return proposed.doubt === null ? [] : [`# ? ${name}: ${oneLine(proposed.doubt)}`];
}

function wordLines(words: ReadonlyMap<string, Proposed<string>>, indent: string): string[] {
  return [...words].map(([word, becomes]) => `${indent}${scalar(word)}: ${becomes.is}${comment(becomes)}`);
}

function originText({ column, columns, value, time }: Origin): string {
  const from =
    value !== undefined
      ? `value: ${scalar(value)}`
      : column !== undefined
        ? `column: ${scalar(column)}`
        : `columns: [${(columns ?? []).map(scalar).join(', ')}]`;
  return `{ ${from}${time === undefined ? '' : `, time: "${time}"`} }`;
}

function comment({ doubt }: Proposed<unknown>): string {
  return doubt === null ? '' : ` # ? ${oneLine(doubt)}`;
}

/** Text as YAML reads it back; JSON's way of quoting is YAML's too. */
function scalar(text: string): string {
  return PLAIN.test(text) ? text : JSON.stringify(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
