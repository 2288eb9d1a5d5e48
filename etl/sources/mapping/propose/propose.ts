import { GevinstError } from '../../../../server/errors.ts';
import { Fault } from '../../../refusal.ts';
import { tableOfHeader } from '../../canonical/identify.ts';
import { parseNumber } from '../../canonical/parse/number.ts';
import type { TableShape } from '../../canonical/table.ts';
import { SOURCES } from '../../index.ts';
import { kindOf } from '../kind.ts';
import type { Origin } from '../schema.ts';
import { type Assignment, assign } from './assign.ts';
import { guessTable } from './guessTable.ts';
import { dayOrder } from './moments.ts';
import { Origins } from './origins.ts';
import { guess, type Proposal, type Proposed, sure } from './proposal.ts';
import type { Sample, SampleColumn } from './sample.ts';
import { isGuessed, outcomeOf } from './statusWords.ts';

/** What is known of a file besides its rows. */
export interface ProposalContext {
  /** The file’s name, and the sheet’s or entry’s where it has several. */
  file: string;
  part: Proposal['part'];
  separator: Proposal['separator'];
  /** The table, where the user says it. */
  table: TableShape | null;
  /** Whether what the table requires may be left for the user to say. */
  partly?: boolean;
}

const MOST_WORDS = 40;

/**
 * A mapping for a file of any shape, by the names and the cells of its columns.
 * @throws GevinstError `unknown-table` when the file is like no table, `missing-column` when it lacks what its table needs
 */
export function propose(sample: Sample, context: ProposalContext): Proposal {
  const { file, part, separator, partly = false } = context;
  const guessed = context.table
    ? { table: context.table, rival: null }
    : guessTable(sample, [...(part ? [part.name] : []), file]);
  const { table, rival } = guessed;
  const assigned = assign(sample, table);
  const origins = new Origins(sample, table, assigned, file).all(partly);
  const words = wordsOf(sample, table, origins);
  const used = usedBy(origins);
  const notes = rival
    ? [`It could also be the table ${rival.name}: --table ${rival.name} proposes that.`]
    : [];
  return {
    table,
    part,
    separator,
    decimal: decimalOf(sample, table, assigned),
    dates: datesOf(sample, table, origins),
    origins,
    words,
    unread: sample.columns.map(({ name }) => name).filter((name) => !used.has(name)),
    notes: [...notes, ...withoutMapping(sample)],
  };
}

function usedBy(origins: ReadonlyMap<string, Proposed<Origin>>): Set<string> {
  return new Set([...origins.values()].flatMap(({ is }) => is.columns ?? is.column ?? []));
}

/** The words of coded columns that are not our own, each with what it most likely means. */
function wordsOf(
  sample: Sample,
  table: TableShape,
  origins: Map<string, Proposed<Origin>>,
): Map<string, Map<string, Proposed<string>>> {
  const words = new Map<string, Map<string, Proposed<string>>>();
  for (const [name, { is }] of origins) {
    const spec = table.columns[name];
    const column = sample.columns.find((other) => other.name === is.column);
    if (!spec?.codes || !column) continue;
    if (column.distinct.size > MOST_WORDS) {
      // No list of codes is that long: the column is something else.
      if (spec.required)
        origins.set(name, guess(instead(name, spec.codes), `“${column.name}” has too many words to be it`));
      else origins.delete(name);
      continue;
    }
    const blank = spec.required && column.filled.length < goodRows(sample) ? [''] : [];
    const found = new Map<string, Proposed<string>>();
    for (const word of [...column.distinct.keys(), ...blank]) {
      if (word !== '' && !(spec.parse(word, null) instanceof Fault)) continue;
      found.set(word, table.name === 'runs' ? statusOf(word) : codeOf(spec.codes));
    }
    if (found.size > 0) words.set(name, found);
  }
  return words;
}

function goodRows({ rows }: Sample): number {
  return rows.filter(({ fault }) => !fault).length;
}

function instead(name: string, codes: Readonly<Record<string, unknown>>): Origin {
  const value = 'other' in codes ? 'other' : name === 'status' ? 'success' : (Object.keys(codes)[0] ?? '');
  return { value };
}

function statusOf(word: string): Proposed<string> {
  const outcome = outcomeOf(word);
  return outcome === null
    ? guess('skip', 'not known: its rows are left out until you say what it means')
    : isGuessed(word)
      ? guess(outcome, 'some systems mean another thing by it')
      : sure(outcome);
}

function codeOf(codes: Readonly<Record<string, unknown>>): Proposed<string> {
  const code = 'other' in codes ? 'other' : (Object.keys(codes)[0] ?? '');
  return guess(code, `not known: one of ${Object.keys(codes).join(', ')}`);
}

/** The order of day and month in the columns that days and moments are read from. */
function datesOf(
  sample: Sample,
  table: TableShape,
  origins: ReadonlyMap<string, Proposed<Origin>>,
): Proposed<string | null> {
  const columns = [...origins].flatMap(([name, { is }]) => {
    const spec = table.columns[name];
    const kind = spec ? kindOf(spec) : 'text';
    if (kind !== 'day' && kind !== 'instant') return [];
    const names = is.columns ?? (is.column === undefined ? [] : [is.column]);
    return sample.columns.filter((column) => names.includes(column.name));
  });
  const { dates, undecided, mixed } = dayOrder(columns);
  if (mixed)
    return guess(
      dates,
      'some days are written day first, some month first: those that do not fit are refused',
    );
  if (!undecided) return sure(dates);
  return guess(
    dates,
    'nothing tells whether 03/04 is 3 April or 4 March; it is read the Danish way, as 3 April',
  );
}

/** The decimal sign, where the separator's own does not fit the numbers or there is none. */
function decimalOf(sample: Sample, table: TableShape, assigned: Assignment): Proposed<',' | '.' | null> {
  const cells = [...assigned].flatMap(([name, { column }]) => {
    const spec = table.columns[name];
    return spec && ['number', 'count', 'kroner', 'percent'].includes(kindOf(spec)) ? cellsOf(column) : [];
  });
  const fits = (sign: ',' | '.' | null) =>
    cells.filter((cell) => !(parseNumber(cell, sign) instanceof Fault)).length;
  const own = fits(sample.decimal);
  if (own === cells.length) return sure(null);
  const comma = fits(',');
  const point = fits('.');
  if (Math.max(comma, point) <= own) return sure(null);
  const decided = cells.some(
    (cell) => parseNumber(cell, ',') instanceof Fault !== parseNumber(cell, '.') instanceof Fault,
  );
  if (comma > point) return sure(',');
  if (point > comma) return sure('.');
  return decided
    ? sure(',')
    : guess(',', 'nothing tells whether 1.234 is 1234 or a little over 1; it is read as 1234');
}

function cellsOf({ filled }: SampleColumn): readonly string[] {
  return filled;
}

/** What to say of a file that loads as it is. */
function withoutMapping({ header }: Sample): string[] {
  const source = SOURCES.find((one) => one.recognises(header));
  if (source) return [`It is ${source.title}, which needs no mapping: --source ${source.name} reads it.`];
  try {
    return [`Its columns are those of the table ${tableOfHeader(header).name}: it needs no mapping.`];
  } catch (error) {
    if (error instanceof GevinstError) return [];
    throw error;
  }
}
