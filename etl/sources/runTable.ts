import { GevinstError } from '../../server/errors.ts';
import { maskCpr } from '../../server/privacy.ts';
import type { RunStatus } from '../../server/warehouse/status.ts';
import { ownCopy, type Row, type Rows } from '../readers/rows.ts';
import { Fault, type RefusalCode, shortened } from '../refusal.ts';
import { lostId } from './canonical/lostId.ts';
import { requireDayFirst } from './canonical/parse/dayFirst.ts';
import { INSTANT_EXPECTED } from './canonical/parse/instant.ts';
import { Fields } from './fields.ts';
import { duration, moment } from './moments.ts';
import { queueOfFileName } from './queueName.ts';
import {
  Misread,
  Passed,
  type PassReason,
  type RunSource,
  type SourceContext,
  type SourceRun,
} from './source.ts';
import { States } from './states.ts';

const LONGEST_LIST = 600;
/** `{7C9E6679-…}` as SQL Server’s tools write it, `7c9e6679…` as SQLite’s do. */
const UUID = /^\{?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i;

/** What a transaction can become after it had ended. */
const TAKEN_BACK: ReadonlySet<PassReason> = new Set(['retried', 'deleted']);

/** How SQL Server's and PostgreSQL's tools write that a cell has nothing. */
const NOTHING = new Set(['NULL', '\\N']);

/** Names that a column goes by, the likeliest first. */
export type Names = readonly string[];

/** Where a source's table has what a run is made of. */
export interface RunColumns {
  /** The queue's name in words. */
  queue: Names;
  /** The platform's number of the queue, where it has no name and the command line gave none. */
  queueNumber?: Names;
  transaction: Names;
  started: Names;
  /** How long it took, from which the start follows where it is not told. */
  seconds?: Names;
  ended: Names;
  status: Names;
  reason: Names;
}

/** A platform's table, and what its rows hold in the words of runs. */
export class RunTable {
  readonly #fields: Fields;
  readonly #states: States;
  readonly #fileQueue: string | null;

  constructor(
    private readonly source: Pick<RunSource, 'title' | 'states'>,
    private readonly rows: Rows,
    private readonly context: SourceContext,
  ) {
    this.#fields = new Fields(rows, NOTHING);
    this.#states = new States(source.states);
    this.#fileQueue = queueOfFileName(context.name);
  }

  /** Whether it has any of the columns. */
  has(names: Names): boolean {
    return names.some((name) => this.#fields.has(name));
  }

  /** @throws GevinstError `missing-column` when it has none of the names of a column */
  require(...columns: readonly Names[]): void {
    const lacking = columns.filter((names) => !this.has(names));
    if (lacking.length === 0) return;
    const missing = lacking.map((names) => names.join(' or '));
    const has = shortened(maskCpr(this.rows.header.join(', ')), LONGEST_LIST);
    throw new GevinstError(
      'missing-column',
      `${this.source.title}: the file has no column ${missing.join(', nor ')}. Its columns are ${has}.`,
      {
        lacking: missing.join(', '),
        lackingDanish: lacking.map((names) => names.join(' eller ')).join(', '),
        count: missing.length,
        has,
      },
    );
  }

  /** @throws GevinstError `unknown-queue` when neither columns, command line nor file name can tell the queue */
  requireQueue({ queue, queueNumber = [] }: Pick<RunColumns, 'queue' | 'queueNumber'>): void {
    if (this.context.queue !== null || this.#fileQueue !== null || this.has([...queue, ...queueNumber]))
      return;
    throw new GevinstError(
      'unknown-queue',
      `${this.source.title}: the file does not say which queue it is of. Give its name with --queue, or in the file’s name: NAME-2026-03.csv.`,
    );
  }

  /** The first of the cells that is not blank; '' for none. */
  text(row: Row, names: Names): string {
    return this.#fields.text(row, ...names);
  }

  /** The id in the first of the cells that is not blank, in one spelling where tools have several; '' for none. */
  id(row: Row, names: Names): string {
    const text = this.text(row, names);
    return text.length >= 32 && UUID.test(text) ? text.replace(/[{}-]/g, '').toLowerCase() : text;
  }

  /** The first line of a cell. */
  line(row: Row, names: Names): string {
    const text = this.text(row, names);
    const end = text.search(/[\r\n]/);
    return end < 0 ? text : text.slice(0, end).trimEnd();
  }

  /** The outcome of a row whose state is final, or why it gives no run. */
  status(row: Row, names: Names): RunStatus | Passed | Misread {
    const text = this.text(row, names);
    const outcome = this.#states.outcome(text);
    switch (outcome) {
      case undefined:
        return this.misread(names, text, 'unknown-code', this.#states.expected);
      case 'success':
      case 'business_exception':
      case 'system_exception':
      case 'abandoned':
        return outcome;
      default:
        return new Passed(outcome);
    }
  }

  /** That a row gives no run; where its source took the transaction back, also none that an earlier export told of it. */
  passed(row: Row, columns: RunColumns, { why }: Passed): Passed {
    const queue = this.#queue(row, columns);
    const transaction = this.id(row, columns.transaction);
    const isTakenBack = TAKEN_BACK.has(why) && queue !== '' && transaction !== '';
    return new Passed(why, isTakenBack ? { queue, transaction } : null);
  }

  /**
   * The row as a run of an outcome; `known` overrides what its columns say. What was given up, or broke off
   * (`hasEnded` false), may have no end, and never gets one: it is passed over.
   */
  run(
    row: Row,
    columns: RunColumns,
    status: RunStatus,
    known: { transaction?: string; started?: number; hasEnded?: false } = {},
  ): SourceRun | Passed | Misread {
    const transaction = known.transaction ?? this.id(row, columns.transaction);
    if (transaction === '') return this.misread(columns.transaction, '', 'missing', 'the transaction’s id');
    const lost = lostId(transaction);
    if (lost) return new Misread(this.#column(columns.transaction), null, lost);
    const queue = this.#queue(row, columns);
    if (queue === '') {
      return this.misread(
        [...columns.queue, ...(columns.queueNumber ?? [])],
        '',
        'missing',
        'the queue’s name',
      );
    }
    const told = known.started ?? this.moment(row, columns.started);
    if (told instanceof Misread) return told;
    const ended = this.moment(row, columns.ended, told);
    if (ended instanceof Misread) return ended;
    const isEndless = status === 'abandoned' || known.hasEnded === false;
    if (Number.isNaN(ended) && isEndless) return new Passed('no-end');
    if (Number.isNaN(ended)) return this.misread(columns.ended, '', 'missing', INSTANT_EXPECTED);
    const took = Number.isNaN(told) ? duration(this.text(row, columns.seconds ?? [])) : Number.NaN;
    const started = Number.isNaN(told) ? ended - took : told;
    const reason = status === 'success' ? '' : this.line(row, columns.reason);
    return { queue, transaction, started, ended, status, items: 1, reason };
  }

  /** Epoch seconds; NaN for a blank cell. @throws GevinstError `unreadable-file` when months come first without AM or PM */
  moment(row: Row, names: Names, notBefore = Number.NEGATIVE_INFINITY): number | Misread {
    const text = this.text(row, names);
    if (text === '') return Number.NaN;
    const instant = moment(text, notBefore, this.context.zone);
    if (Number.isNaN(instant)) requireDayFirst(text, row, this.#column(names));
    return Number.isNaN(instant) ? this.misread(names, text, 'not-an-instant', INSTANT_EXPECTED) : instant;
  }

  misread(names: Names, value: string, code: RefusalCode, expected: string): Misread {
    return new Misread(this.#column(names), value, new Fault(value === '' ? 'missing' : code, expected));
  }

  /** The column as the file names it. */
  #column(names: Names): string {
    for (const name of names) {
      const found = this.rows.header.find((cell) => cell.trim().toLowerCase() === name.toLowerCase());
      if (found !== undefined) return ownCopy(found.trim());
    }
    return names[0] ?? '';
  }

  #queue(row: Row, { queue, queueNumber = [] }: RunColumns): string {
    return (
      this.text(row, queue) || this.context.queue || this.text(row, queueNumber) || this.#fileQueue || ''
    );
  }
}
