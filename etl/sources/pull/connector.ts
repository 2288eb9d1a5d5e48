import type { RunSource } from '../source.ts';

/** An open way into a robot platform: its database or its API. */
export interface Connector {
  source: RunSource;
  /** The columns of its rows, which are those that the source reads, and never any payload. */
  header: readonly string[];
  /** The column of when a row was last changed, or ended. */
  moment: string;
  /** Whether rows come from the oldest change to the latest: then what has come by now need not come again. */
  ascending: boolean;
  /**
   * Rows that changed at or after an epoch second, all when it is null, a page at a time. A row that changes meanwhile
   * may come twice.
   * @throws GevinstError `source-unreachable`, `unknown-table`, `missing-column`
   */
  pages(since: number | null): AsyncIterable<string[][]>;
  close(): Promise<void>;
}

interface Place {
  /** As it was given, with any password. */
  given: string;
  /** As it may be shown, kept and logged: without password. */
  shown: string;
  /** What its loads are called by: the host, or the file's name. */
  label: string;
}

/** A database that rows are pulled from. */
export interface DatabaseLocation extends Place {
  kind: 'sqlite' | 'postgres' | 'mssql';
}

interface ApiLocation extends Place {
  kind: 'api';
}

/** Where rows are pulled from. */
export type Location = DatabaseLocation | ApiLocation;
