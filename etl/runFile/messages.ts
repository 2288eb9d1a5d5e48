import { type ErrorCode, type ErrorDetail, GevinstError } from '../../server/errors.ts';
import type { Misread } from '../sources/source.ts';
import type { RunColumns } from '../write/runs/runBatch.ts';
import type { Ids } from './idBytes.ts';
import type { RunFile } from './readRunFile.ts';

/** What the reading thread is started with. */
export interface Task {
  file: RunFile;
  robots: ReadonlyMap<string, number>;
  hashKey: Uint8Array;
  /** The name of what times without an offset are in. */
  zone: string;
  capacity: number;
}

/** What has been read of a file when it is at its end. */
export interface Totals {
  read: number;
  /** Rows of whose reason a personal number was masked. */
  masked: number;
  /** Rows by the robot that they name and that is not known, where who reads them cannot ask for it. */
  unknown: ReadonlyMap<string, number>;
  /** Whether any time had no offset. */
  hasLocalTimes: boolean;
}

/** Runs as they were read: in the file's order, and their ids not hashed yet. */
export interface Unhashed {
  columns: RunColumns;
  ids: Ids;
}

type Told =
  | { what: 'bytes'; bytes: number }
  | { what: 'refused'; line: number; misread: Misread }
  | { what: 'end'; totals: Totals }
  | { what: 'failed'; message: string; code: ErrorCode | null; details?: ErrorDetail | undefined };

interface OfBatch {
  size: number;
  /** Of the file that the batch's rows take up, with those between them that were refused. */
  bytes: number;
  reasons: string[];
}

/** What the thread that reads lines tells the one that orders them. */
export type ReadReport = Told | ({ what: 'lines'; full: Unhashed } & OfBatch);

/** What that one tells the main thread: runs in the order of their key. */
export type Report = Told | ({ what: 'batch'; columns: RunColumns } & OfBatch);

/** The memory of a batch, to be handed over rather than copied. */
export function buffersOf({ columns, ids }: { columns: RunColumns; ids?: Ids }): ArrayBuffer[] {
  const arrays = [...Object.values(columns), ...(ids ? [ids.bytes, ids.ends] : [])];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}

/** An error as it crosses from a thread. */
export function failureOf(error: unknown): Told & { what: 'failed' } {
  const { message } = error as Error;
  if (!(error instanceof GevinstError)) return { what: 'failed', message, code: null };
  return { what: 'failed', message, code: error.code, details: error.details };
}
