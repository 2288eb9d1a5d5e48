import { basename } from 'node:path';
import type { MappingContent, MappingForm } from '../../../../server/contract/mappings.ts';
import { GevinstError } from '../../../../server/errors.ts';
import { maskCpr } from '../../../../server/privacy.ts';
import { shortened } from '../../../refusal.ts';
import { tableNamed } from '../../canonical/identify.ts';
import type { TableShape } from '../../canonical/table.ts';
import { kindOf } from '../kind.ts';
import type { Proposal, Proposed } from './proposal.ts';
import { propose } from './propose.ts';
import type { Sample, SampleColumn } from './sample.ts';
import { sampled } from './sampled.ts';
import { outcomeOf } from './statusWords.ts';

const SHOWN_ROWS = 5;
const LONGEST_CELL = 40;
const MOST_WORDS = 40;
const SHOWN_OF_KEY = 2;
/** A moment as the readers of spreadsheets give it. */
const SHEET_MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::00)?$/;

/** What is proposed, or was said before, in the form of a mapping file. */
interface Filled {
  table: TableShape | null;
  content: MappingContent | null;
  guesses: string[];
}

/**
 * What is needed to say what a file's columns are: its columns with their first cells, those of the table, and a
 * proposal, which may lack what nothing in the file tells. Personal numbers are masked.
 * @param given what is shown instead of a proposal
 * @throws GevinstError `unreadable-file`, `unknown-table` for a table that there is not
 */
export async function mappingForm(
  path: string,
  options: { table?: string | undefined; sheet?: string | undefined },
  given: MappingContent | null,
): Promise<MappingForm> {
  const file = basename(path);
  const { sample, part, separator, names, name } = await sampled(
    path,
    options.sheet ?? given?.sheet ?? given?.entry,
    'widest',
  );
  const wanted = options.table ?? given?.table;
  const table = wanted === undefined ? null : tableNamed(wanted);
  if (wanted !== undefined && !table) {
    throw new GevinstError('unknown-table', `There is no table ${wanted}.`);
  }
  const isGiven = given !== null && given.table === table?.name;
  const filled: Filled = isGiven
    ? { table, content: asWritten(given, sample), guesses: [] }
    : proposed(sample, { file, part, separator, table });
  const transaction = filled.content?.columns.transaction;
  const secret = new Set([transaction?.column, ...(transaction?.columns ?? [])]);
  return masked({
    file,
    parts: names.length > 1 ? names : [],
    part: names.length > 1 ? name : null,
    rows: sample.rows.length,
    columns: sample.columns.map((column) => ({
      name: column.name,
      cells: firstCells(sample, column, secret.has(column.name)),
      words: secret.has(column.name) ? null : wordsOf(column, sample),
    })),
    table: filled.table?.name ?? null,
    needs: filled.table ? needsOf(filled.table) : [],
    content: filled.content,
    guesses: filled.guesses,
  });
}

function proposed(sample: Sample, context: Parameters<typeof propose>[1]): Filled {
  try {
    const proposal = propose(sample, { ...context, partly: true });
    return { table: proposal.table, content: contentOf(proposal), guesses: guessesOf(proposal) };
  } catch (error) {
    if (error instanceof GevinstError && error.code === 'unknown-table')
      return { table: null, content: null, guesses: [] };
    throw error;
  }
}

/** The content with the file's columns as the file writes them: a mapping need not keep to their case. */
function asWritten(content: MappingContent, { columns }: Sample): MappingContent {
  const even = (name: string) => name.trim().toLowerCase();
  const theirs = new Map(columns.map(({ name }) => [even(name), name]));
  const written = (name: string) => theirs.get(even(name)) ?? name;
  const origins = Object.entries(content.columns).map(([name, { column, columns: several, ...origin }]) => [
    name,
    {
      ...(column === undefined ? {} : { column: written(column) }),
      ...(several ? { columns: several.map(written) } : {}),
      ...origin,
    },
  ]);
  return { ...content, columns: Object.fromEntries(origins) };
}

function contentOf({ table, part, separator, decimal, dates, origins, words }: Proposal): MappingContent {
  const found = [...words].map(
    ([column, of]) => [column, Object.fromEntries([...of].map(([word, { is }]) => [word, is]))] as const,
  );
  const isStatus = (column: string) => table.name === 'runs' && column === 'status';
  const statuses = found.find(([column]) => isStatus(column))?.[1];
  const codes = found.filter(([column]) => !isStatus(column));
  return {
    table: table.name,
    ...(part ? { [part.kind]: part.name } : {}),
    ...(separator ? { separator } : {}),
    ...(decimal.is ? { decimal: decimal.is } : {}),
    ...(dates.is ? { dates: dates.is } : {}),
    ...(statuses ? { statuses } : {}),
    ...(codes.length > 0 ? { codes: Object.fromEntries(codes) } : {}),
    columns: Object.fromEntries([...origins].map(([column, { is }]) => [column, is])),
  };
}

function guessesOf({ table, decimal, dates, origins, words }: Proposal): string[] {
  const doubted = (path: string, { doubt }: Proposed<unknown>) => (doubt === null ? [] : [path]);
  return [
    ...doubted('decimal', decimal),
    ...doubted('dates', dates),
    ...[...origins].flatMap(([column, origin]) => doubted(`columns.${column}`, origin)),
    ...[...words].flatMap(([column, of]) => {
      const where = table.name === 'runs' && column === 'status' ? 'statuses' : `codes.${column}`;
      return [...of].flatMap(([word, means]) => doubted(`${where}.${word}`, means));
    }),
  ];
}

function needsOf(table: TableShape): MappingForm['needs'] {
  return Object.entries(table.columns).map(([name, spec]) => ({
    name,
    danish: spec.danish[0] ?? name,
    kind: kindOf(spec),
    required: spec.required,
    codes: spec.codes
      ? Object.entries(spec.codes).map(([code, danish]) => ({ code, danish: danish[0] ?? code }))
      : null,
  }));
}

/** @param secret whether they name cases, of which only the first characters are shown */
function firstCells({ rows }: Sample, { place }: SampleColumn, secret: boolean): string[] {
  const good = rows.filter(({ fault }) => !fault).slice(0, SHOWN_ROWS);
  return good.map(({ cells }) => {
    const text = maskCpr((cells[place] ?? '').trim().replace(/\s+/g, ' ').replace(SHEET_MOMENT, '$1 $2'));
    if (!secret || text === '') return shortened(text, LONGEST_CELL);
    return `${text.slice(0, Math.min(SHOWN_OF_KEY, Math.floor(text.length / 2)))}…`;
  });
}

/** The words of a column that has few, the commonest first and what is empty last; null for one that has many. */
function wordsOf(
  { distinct, filled }: SampleColumn,
  { rows }: Sample,
): MappingForm['columns'][number]['words'] {
  const isOther = distinct.size === filled.length && filled.length > SHOWN_ROWS;
  if (distinct.size > MOST_WORDS || isOther) return null;
  const empty = rows.filter(({ fault }) => !fault).length - filled.length;
  const words = [...distinct, ...(empty > 0 ? [['', empty] as const] : [])];
  return words.map(([word, count]) => ({ word, rows: count, means: word === '' ? null : outcomeOf(word) }));
}

/** All its texts, and the names in it, without personal numbers. */
function masked<T>(value: T): T {
  if (typeof value === 'string') return maskCpr(value) as T;
  if (Array.isArray(value)) return value.map(masked) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [maskCpr(key), masked(of)])) as T;
}
