import { basename } from 'node:path';
import type { Refusal } from '../server/contract/loads.ts';
import type { Told } from '../server/contract/uploads.ts';
import type { ErrorCode, ErrorDetail } from '../server/errors.ts';
import { maskCpr } from '../server/privacy.ts';
import { type Destination, nameOf, tableOf } from './destination.ts';
import type { Attempt } from './loadContext.ts';
import type { Counts } from './loading.ts';
import { tableOfFileName } from './sources/canonical/identify.ts';

/** What became of one table of a file. */
export interface FileResult extends Omit<Counts, 'unknownQueues'> {
  file: string;
  /** The sheet or entry; null when the file is one table. */
  part: string | null;
  /** null when neither the file's name nor its header tells which table it is. */
  table: string | null;
  /** The table, robot platform or mapping that it was read as. */
  source: string | null;
  status: 'loaded' | 'failed';
  refused: number;
  /** The first 10,000 of the refused rows. */
  refusals: Refusal[];
  unknownQueues: Counts['unknownQueues'];
  /** Columns that the table does not have. */
  ignored: string[];
  /** Sheets or entries of the file that are no tables: told at the first that is. */
  otherParts: string[];
  /** What is to be known of the file as a whole. */
  told: Told[];
  /** The zone in which its times without an offset were read; null when there were none. */
  localTimes: string | null;
  /** The load's number; null when nothing was written. */
  load: number | null;
  /** The refused rows as they stand in the file, as CSV, where they were asked for. */
  refusedCsv?: string;
  error?: string;
  /** Stable, beside the prose of `error`. */
  errorCode?: ErrorCode;
  /** What the prose names. */
  errorDetails?: ErrorDetail;
}

/** What comes of a file of which nothing could be loaded, told of the sheet or entry where it failed. */
export function failed(
  attempt: Attempt,
  { error, errorCode, errorDetails }: Required<Pick<FileResult, 'error' | 'errorCode' | 'errorDetails'>>,
): FileResult {
  const { place } = attempt.part ?? { place: null };
  return {
    ...identity(attempt, attempt.destination ?? null),
    status: 'failed',
    read: 0,
    kept: 0,
    duplicate: 0,
    passed: {},
    unknownQueues: [],
    masked: 0,
    brief: null,
    refused: 0,
    refusals: [],
    ignored: [],
    otherParts: [],
    told: [],
    localTimes: null,
    load: null,
    error: place === null ? error : `In the ${maskCpr(place)}: ${error}`,
    errorCode,
    errorDetails,
  };
}

/** The names a file goes by in the warehouse: without its folders, and without personal numbers. */
export function identity({ path, part }: Attempt, destination: Destination | null) {
  const named = destination ? null : tableOfFileName(path);
  return {
    file: maskCpr(basename(path)),
    part: part?.place == null ? null : maskCpr(part.name),
    table: destination ? tableOf(destination) : (named?.name ?? null),
    source: destination ? nameOf(destination) : (named?.name ?? null),
  };
}
