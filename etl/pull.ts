import { GevinstError } from '../server/errors.ts';
import type { Db } from '../server/warehouse/schema.ts';
import { type LoadOptions, type LoadResult, loadRows } from './load.ts';
import type { Row, Rows } from './readers/rows.ts';
import { parseInstant } from './sources/canonical/parse/instant.ts';
import { connect } from './sources/pull/connect.ts';
import type { Connector } from './sources/pull/connector.ts';
import { locationOf, stateName } from './sources/pull/location.ts';
import { type Progress, readProgress, writeProgress, writeSeen } from './sources/pull/progress.ts';
import { COPENHAGEN, type Zone } from './time/zone.ts';
import { Robots, SEVERAL } from './write/robots.ts';

export interface PullOptions extends Omit<LoadOptions, 'source' | 'queue' | 'dryRun' | 'onProgress'> {
  /** Epoch seconds: what changed at or after them is read, whatever was read before. */
  since?: number | undefined;
  /** The token of an API. */
  token?: string | undefined;
  /** Ends the pull, between two loads. */
  signal: AbortSignal;
}

export interface PullResult extends LoadResult {
  /** Where it was read, without password. */
  location: string;
  /** Epoch seconds from which changes were read; null when all were. */
  since: number | null;
}

/** So much is read before it is loaded: the warehouse is not held while another system is waited for. */
const LOAD_ROWS = 50_000;
/** Changes become visible late, where a transaction takes long or a clock is slow. */
const OVERLAP_SECONDS = 86_400;

/**
 * Loads what has changed in a robot platform since the last time, and a day more: what is there already changes nothing.
 * @throws GevinstError `unknown-source`, `bad-parameter`, `source-unreachable`, `unknown-table`, `missing-column`,
 *   `warehouse-busy`; what was loaded until then stays
 */
export async function pull(db: Db, source: string, given: string, options: PullOptions): Promise<PullResult> {
  const { zone = COPENHAGEN, token, signal, now = clock } = options;
  const location = locationOf(given);
  const name = stateName(source, location);
  const connector = await connect(source, location, { zone, token: token ?? null, signal });
  try {
    const start = await startOf(db, await readProgress(db, name), options);
    const progress = new Advance(start, {
      connector,
      zone,
      latest: now(),
      made: options.createRobots ?? false,
    });
    const results: LoadResult[] = [];
    for await (const chunk of chunks(connector.pages(start.since), signal)) {
      const rows = rowsOf(connector.header, chunk);
      const file = `${source}@${location.label}`;
      const result = await loadRows(db, { file, source: connector.source, rows }, options);
      results.push(result);
      const failure = result.files.find(({ status }) => status === 'failed');
      if (failure) throw new GevinstError('internal', `${location.shown}: ${failure.error}`);
      progress.add(chunk, result);
      if (connector.ascending) await writeProgress(db, name, progress.now);
    }
    await writeProgress(db, name, progress.now);
    await writeSeen(db, source, now());
    return { ...merged(results), location: location.shown, since: start.since };
  } finally {
    await connector.close();
  }
}

function clock(): number {
  return Math.floor(Date.now() / 1000);
}

interface Start {
  since: number | null;
  progress: Progress;
}

/**
 * Where to read from. Rows that were refused because no robot has their queue are read again from the first, once one
 * has: they may be older than what is read otherwise.
 */
async function startOf(
  db: Db,
  known: Progress | null,
  { since, createRobots = false }: PullOptions,
): Promise<Start> {
  const from = since === undefined ? (known?.from ?? null) : lower(known, since);
  const fresh = { until: null, from, waiting: [], made: createRobots };
  if (known === null) return { since: from, progress: fresh };
  const robots = await Robots.read(db, null, true);
  const has = (queue: string) => ![0, SEVERAL].includes(robots.find(queue));
  const isMade = createRobots && !known.made && known.waiting.length > 0;
  if (isMade || known.waiting.some(has)) return { since: from, progress: fresh };
  const overlapped = known.until === null ? from : known.until - OVERLAP_SECONDS;
  return { since: since ?? overlapped, progress: { ...known, from, made: createRobots } };
}

function lower(known: Progress | null, since: number): number | null {
  if (known === null) return since;
  return known.from === null ? null : Math.min(known.from, since);
}

interface Reading {
  connector: Connector;
  zone: Zone;
  /** Epoch seconds of the pull: a row with a moment after it does not tell how far the reading has come. */
  latest: number;
  made: boolean;
}

/** How far the reading has come. */
class Advance {
  readonly #waiting: Set<string>;
  #until: number | null;

  constructor(
    private readonly start: Start,
    private readonly reading: Reading,
  ) {
    this.#waiting = new Set(start.progress.waiting);
    this.#until = start.progress.until;
  }

  add(chunk: readonly string[][], { files }: LoadResult): void {
    const { connector, zone, latest } = this.reading;
    const at = connector.header.indexOf(connector.moment);
    for (const row of chunk) {
      const moment = parseInstant(row[at] ?? '', Number.NEGATIVE_INFINITY, zone);
      if (moment <= latest && moment > (this.#until ?? Number.NEGATIVE_INFINITY)) this.#until = moment;
    }
    for (const { unknownQueues, refusals } of files) {
      for (const { queue } of unknownQueues) this.#waiting.add(queue);
      for (const { code, value } of refusals) {
        if (code === 'ambiguous-queue' && value !== null) this.#waiting.add(value);
      }
    }
  }

  get now(): Progress {
    return {
      ...this.start.progress,
      until: this.#until,
      waiting: [...this.#waiting],
      made: this.reading.made,
    };
  }
}

/** Pages put together until they are worth a load. */
async function* chunks(pages: AsyncIterable<string[][]>, signal: AbortSignal): AsyncIterable<string[][]> {
  let chunk: string[][] = [];
  for await (const page of pages) {
    signal.throwIfAborted();
    chunk = chunk.concat(page);
    if (chunk.length < LOAD_ROWS) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const BATCH = 5_000;

function rowsOf(header: readonly string[], cells: readonly string[][]): Rows {
  return {
    header: [...header],
    decimal: '.',
    told: [],
    async *batches() {
      for (let from = 0; from < cells.length; from += BATCH) {
        yield cells.slice(from, from + BATCH).map((row, i): Row => ({ line: from + i + 1, cells: row }));
      }
    },
  };
}

/** Several loads as one. */
function merged(results: readonly LoadResult[]): LoadResult {
  const [first, ...others] = results;
  if (!first) return { files: [], skipped: [], read: 0, kept: 0, duplicate: 0, refused: 0, dryRun: false };
  const sum = (count: 'read' | 'kept' | 'duplicate' | 'refused') =>
    others.reduce((n, result) => n + result[count], first[count]);
  return {
    ...first,
    files: results.flatMap(({ files }) => files),
    read: sum('read'),
    kept: sum('kept'),
    duplicate: sum('duplicate'),
    refused: sum('refused'),
  };
}
