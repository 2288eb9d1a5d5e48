import type { RunStatus } from '../../server/warehouse/status.ts';
import type { Row, Rows } from '../readers/rows.ts';
import type { Fault } from '../refusal.ts';
import type { Zone } from '../time/zone.ts';

/** One transaction as a robot platform's row tells it. */
export interface SourceRun {
  /** The queue's or process's name, which `robots.queue` (or else the robot's code) ties to a robot. */
  queue: string;
  /** The platform's own id of the transaction. Only a keyed hash of it is kept. */
  transaction: string;
  /** Epoch seconds; NaN when unknown. */
  started: number;
  ended: number;
  status: RunStatus;
  items: number;
  /** Why it was no success, '' for none. Personal numbers in it are masked by the loader. */
  reason: string;
}

/** Why a row is neither a run nor refused. */
export type PassReason = 'not-final' | 'retried' | 'deleted' | 'child-run' | 'other-event' | 'no-end';

/** A row that says nothing to count. It is told how many there were, and why. */
export class Passed {
  /** @param instead the transaction, where one that an earlier row of it told is to be counted no more */
  constructor(
    readonly why: PassReason,
    readonly instead: Pick<SourceRun, 'queue' | 'transaction'> | null = null,
  ) {}
}

/** Why a row gives no run: what is wrong, in which of the file's columns. */
export class Misread {
  constructor(
    readonly column: string | null,
    readonly value: string | null,
    readonly fault: Fault,
  ) {}
}

export interface SourceContext {
  /** The queue's name from the command line, for files that do not say it; null when it was not given. */
  queue: string | null;
  /** The file's, sheet's or entry's name. */
  name: string;
  /** What times without an offset are in. */
  zone: Zone;
}

/** What a source's columns become, as its documentation shows it. */
export interface Mapping {
  queue: string;
  transaction: string;
  started: string;
  ended: string;
  status: string;
  items: string;
  reason: string;
}

/** A robot platform's export: how it is recognised, and what its rows become. */
export interface RunSource {
  /** As `--source` takes it. */
  name: string;
  /** The product and the export, as its users call them. */
  title: string;
  mapping: Mapping;
  /** The source's states as it writes them, and what each becomes. */
  states: Readonly<Record<string, RunStatus | PassReason>>;
  /** Whether a file with these columns is beyond doubt this source's. */
  recognises(columns: readonly string[]): boolean;
  /**
   * A reader of the table's rows, made once a table: it may keep count between rows.
   * @throws GevinstError `missing-column` naming what is lacking and what the file has; `unknown-queue` when the file
   *   does not say its queue and the context does not either
   */
  reader(rows: Rows, context: SourceContext): (row: Row) => SourceRun | Passed | Misread;
}
