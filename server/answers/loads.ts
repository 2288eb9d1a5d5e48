import type { Load, LoadDetail, LoadList } from '../contract/loads.ts';
import { GevinstError } from '../errors.ts';
import { freshness, load, loadCount, loads, refusals, seenSources } from '../queries/loads.ts';
import type { Db } from '../warehouse/schema.ts';

const NEWEST = 200;

/** The newest loads, and how fresh each kind of data is. */
export async function loadsAnswer(db: Db, limit = NEWEST): Promise<LoadList> {
  const sources = await freshness(db);
  const seen = await seenSources(db);
  const newest = await loads(db, limit);
  return {
    loads: newest.map(toLoad),
    older: newest.length < limit ? 0 : (await loadCount(db)) - newest.length,
    freshness: sources.map((s) => ({
      source: s.source,
      loads: s.loads,
      lastLoaded: instant(Math.max(s.last_loaded, seen.get(s.source) ?? 0)),
      rows: s.rows,
    })),
  };
}

/** One load with the rows it refused. @throws GevinstError `not-found` */
export async function loadAnswer(db: Db, id: number): Promise<LoadDetail> {
  const record = await load(db, id);
  if (!record) throw new GevinstError('not-found', `There is no load ${id}.`, { load: id });
  const refused = await refusals(db, id);
  return {
    ...toLoad(record),
    refusals: refused.map((r) => ({
      line: r.line,
      column: r.column_name,
      value: r.value,
      code: r.code,
      expected: r.expected,
    })),
  };
}

function toLoad(record: NonNullable<Awaited<ReturnType<typeof load>>>): Load {
  return {
    load: record.load_id,
    file: record.file,
    part: record.part,
    source: record.source,
    table: record.table_name,
    started: instant(record.started),
    finished: record.finished === null ? null : instant(record.finished),
    by: record.loaded_by,
    status: record.status,
    read: record.rows_read,
    kept: record.rows_kept,
    duplicate: record.rows_duplicate,
    refused: record.rows_refused,
    passed: record.rows_passed,
    masked: record.masked,
    error: record.error,
    undone: record.undone === null ? null : instant(record.undone),
    undoneBy: record.undone_by,
  };
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
