import type { Misread } from '../sources/source.ts';
import type { RunColumns } from '../write/runs/runBatch.ts';
import type { RunFile } from './readRunFile.ts';

/** What the reading thread is started with. */
export interface Task {
  file: RunFile;
  robots: ReadonlyMap<string, number>;
  hashKey: Uint8Array;
  capacity: number;
}

/** What has been read of a file when it is at its end. */
export interface Totals {
  read: number;
  /** Rows of whose reason a personal number was masked. */
  masked: number;
  /** Rows by the robot that they name and that is not known, where who reads them cannot ask for it. */
  unknown: ReadonlyMap<string, number>;
}

/** What the reading thread tells. */
export type Report =
  | { what: 'bytes'; bytes: number }
  | { what: 'refused'; line: number; misread: Misread }
  /** Runs in the order of their key. */
  | { what: 'batch'; columns: RunColumns; size: number; reasons: string[] }
  | { what: 'end'; totals: Totals }
  | { what: 'failed'; message: string; code: string | null };
