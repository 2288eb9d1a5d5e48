import { basename } from 'node:path';
import type { Refusal } from '../server/contract/loads.ts';
import type { Told } from '../server/contract/uploads.ts';
import { type ErrorCode, type ErrorDetail, GevinstError } from '../server/errors.ts';
import { maskCpr } from '../server/privacy.ts';
import type { Db } from '../server/warehouse/schema.ts';
import { moveVersion } from '../server/warehouse/state.ts';
import { type Destination, destinationOf, nameOf, rankOf, tableOf } from './destination.ts';
import type { Counts } from './loading.ts';
import { loadRows } from './loadRows.ts';
import { openFile } from './openFile.ts';
import type { Inspection } from './readers/inspect.ts';
import { type Part, partsOf } from './readers/parts.ts';
import type { Rows } from './readers/rows.ts';
import { tableOfFileName } from './sources/canonical/identify.ts';
import { mappedPart } from './sources/mapping/mapping.ts';
import type { Zone } from './time/zone.ts';
import { knownLoads } from './write/known.ts';
import { nextLoadId, recordLoad } from './write/loads.ts';
import type { NewRobots } from './write/robots.ts';

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
  error?: string;
  /** Stable, beside the prose of `error`. */
  errorCode?: ErrorCode;
  /** What the prose names. */
  errorDetails?: ErrorDetail;
}

export interface LoadContext {
  by: string;
  /** What every file is, when it is said by hand. */
  destination: Destination | null;
  /** The queue of files that do not say it. */
  queue: string | null;
  /** What times without an offset are in. */
  zone: Zone;
  newRobots: NewRobots | null;
  /** Epoch seconds of the load. */
  now(): number;
  onBytes(bytes: number): void;
}

/** Where a file is in its load, so that a failure can tell of it. */
export interface Attempt {
  path: string;
  started: number;
  inspection?: Inspection;
  part?: Part;
  destination?: Destination;
}

/** A table of a file, opened, and what its rows become. */
interface Opened {
  part: Part;
  rows: Rows;
  destination: Destination;
  onBytes(bytes: number): void;
}

/** Loads one file inside a transaction: all its good rows, and the record of the load. What it throws ends the load. */
export async function loadFile(trx: Db, context: LoadContext, attempt: Attempt): Promise<FileResult[]> {
  await moveVersion(trx);
  const file = await openFile(attempt.path);
  try {
    attempt.inspection = file.inspection;
    const known = await knownLoads(trx, file.inspection.sha256, keyOf(context));
    if (known.length > 0) return await repeatKnown(trx, context, attempt, known);
    const parts = await partsOf(file.bytes, file.inspection);
    const { opened, others } = await openParts(parts, context, attempt);
    const results: FileResult[] = [];
    for (const one of opened) {
      attempt.part = one.part;
      attempt.destination = one.destination;
      results.push(await loadPart(trx, context, attempt, one));
    }
    results[0]?.otherParts.push(...others.map(({ name }) => maskCpr(name)));
    return results;
  } finally {
    await file.close();
  }
}

/** What is known already is loaded when it is the same file, read in the same way. */
function keyOf({ destination, queue, zone }: LoadContext) {
  return {
    source: destination && nameOf(destination),
    // A mapping of the same name may say something else by now.
    plain: queue === null && zone.isDanish && destination?.kind !== 'mapping',
  };
}

/** Opens the tables of a file that are to be loaded, each after those that its rows may name. */
async function openParts(
  parts: readonly Part[],
  context: LoadContext,
  attempt: Attempt,
): Promise<{ opened: Opened[]; others: Part[] }> {
  const { destination } = context;
  if (destination?.kind === 'mapping') {
    attempt.destination = destination;
    return { opened: [await openPart(mappedPart(parts, destination.mapping), context, attempt)], others: [] };
  }
  const opened: Opened[] = [];
  const others: Part[] = [];
  for (const part of parts) {
    attempt.part = part;
    delete attempt.destination;
    try {
      opened.push(await openPart(part, context, attempt));
    } catch (error) {
      const isOther = error instanceof GevinstError && error.code === 'unknown-table';
      if (!isOther || part.place === null || tableOfFileName(part.name)) throw error;
      others.push(part);
    }
  }
  if (parts.length === 0) throw new GevinstError('unknown-table', 'It has no table: it is empty.');
  if (opened.length === 0) {
    const told = others.map(({ place }) => `${maskCpr(place ?? '')} is no table, and was passed over`);
    throw new GevinstError('unknown-table', `It has no table that is known: ${told.join('; ')}.`);
  }
  opened.sort((a, b) => rankOf(a.destination) - rankOf(b.destination));
  return { opened, others };
}

async function openPart(part: Part, context: LoadContext, attempt: Attempt): Promise<Opened> {
  // What reading the header has used is not told again by who reads the rows from the bytes.
  let early = 0;
  const mapping = context.destination?.kind === 'mapping' ? context.destination.mapping : null;
  const rows = await part.rows((bytes) => {
    early += bytes;
    context.onBytes(bytes);
  }, mapping?.separator ?? undefined);
  const destination = context.destination ?? destinationOf(part, rows);
  attempt.destination = destination;
  const onBytes = (bytes: number) => {
    const told = Math.min(early, bytes);
    early -= told;
    context.onBytes(bytes - told);
  };
  return { part, rows, destination, onBytes };
}

async function loadPart(
  trx: Db,
  context: LoadContext,
  attempt: Attempt,
  opened: Opened,
): Promise<FileResult> {
  const { part, rows, destination, onBytes } = opened;
  const load = await loadRows(trx, { name: part.name, rows, destination, onBytes }, context, attempt.started);
  const { counts, refusals, ignored, told, localTimes, loadId } = load;
  const result: FileResult = {
    ...identity(attempt, destination),
    status: 'loaded',
    ...counts,
    refused: refusals.count,
    refusals: refusals.list(),
    ignored,
    otherParts: [],
    told,
    localTimes,
    load: loadId,
  };
  await record(trx, context, attempt, result);
  return result;
}

/** Loads the rows of a connection inside a transaction, and the record of the load. */
export async function loadTable(
  trx: Db,
  context: LoadContext,
  attempt: Attempt,
  rows: Rows,
): Promise<FileResult[]> {
  const { destination, onBytes } = context;
  if (!destination) throw new GevinstError('unknown-source', 'It is not said what the rows are.');
  await moveVersion(trx);
  attempt.destination = destination;
  const part = { name: attempt.path, place: null, rows: async () => rows };
  return [await loadPart(trx, context, attempt, { part, rows, destination, onBytes })];
}

/** Records a load of a file that is in the warehouse already, row for row. */
async function repeatKnown(
  trx: Db,
  context: LoadContext,
  attempt: Attempt,
  known: Awaited<ReturnType<typeof knownLoads>>,
): Promise<FileResult[]> {
  context.onBytes(attempt.inspection?.bytes ?? 0);
  const results: FileResult[] = [];
  for (const load of known) {
    const result: FileResult = {
      ...identity(attempt, null),
      part: load.part,
      table: load.table_name,
      source: load.source,
      status: 'loaded',
      read: load.rows_read,
      kept: 0,
      duplicate: load.rows_kept + load.rows_duplicate,
      passed: load.rows_passed > 0 ? { 'as-before': load.rows_passed } : {},
      unknownQueues: [],
      masked: load.masked,
      refused: 0,
      refusals: [],
      ignored: [],
      otherParts: [],
      told: [sameFile(load.load_id)],
      localTimes: null,
      load: await nextLoadId(trx),
    };
    await record(trx, context, attempt, result);
    results.push(result);
  }
  return results;
}

function sameFile(load: number): Told {
  return {
    code: 'same-file',
    values: { load },
    text: `the same file as load ${load}, of which nothing has changed`,
  };
}

async function record(trx: Db, context: LoadContext, attempt: Attempt, result: FileResult): Promise<void> {
  const { inspection, started } = attempt;
  await recordLoad(
    trx,
    {
      load_id: result.load ?? 0,
      file: result.file,
      part: result.part,
      source: result.source ?? 'unknown',
      table_name: result.table,
      sha256: inspection?.sha256 ?? null,
      bytes: inspection?.bytes ?? null,
      started,
      finished: context.now(),
      loaded_by: context.by,
      status: result.status,
      rows_read: result.read,
      rows_kept: result.kept,
      rows_duplicate: result.duplicate,
      rows_refused: result.refused,
      rows_passed: Object.values(result.passed).reduce((sum, rows) => sum + rows, 0),
      masked: result.masked,
      error: result.error ?? null,
    },
    result.refusals,
  );
}

/** Records that nothing of a file was loaded, and why. */
export async function recordFailure(
  trx: Db,
  context: LoadContext,
  attempt: Attempt,
  failure: FileResult,
): Promise<void> {
  await moveVersion(trx);
  await record(trx, context, attempt, { ...failure, load: await nextLoadId(trx) });
}

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
function identity({ path, part }: Attempt, destination: Destination | null) {
  const named = destination ? null : tableOfFileName(path);
  return {
    file: maskCpr(basename(path)),
    part: part?.place == null ? null : maskCpr(part.name),
    table: destination ? tableOf(destination) : (named?.name ?? null),
    source: destination ? nameOf(destination) : (named?.name ?? null),
  };
}
