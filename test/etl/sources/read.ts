import { readdirSync } from 'node:fs';
import { openFile } from '../../../etl/openFile.ts';
import { partsOf } from '../../../etl/readers/parts.ts';
import type { Row, Rows } from '../../../etl/readers/rows.ts';
import { Misread, Passed, type RunSource, type SourceRun } from '../../../etl/sources/source.ts';
import { COPENHAGEN, type Zone } from '../../../etl/time/zone.ts';
import { GevinstError } from '../../../server/errors.ts';
import { fixture } from '../support.ts';

/** What a source makes of a table, as it is written in a fixture's expected.json. */
export interface Read {
  /** queue, start, end, outcome, reason; moments in UTC. */
  runs: [queue: string, started: string | null, ended: string, status: string, reason: string][];
  passed: Record<string, number>;
  refused: [line: number, column: string | null, value: string | null, code: string][];
  error?: { code: string; message: string };
}

export interface Context {
  queue?: string;
  name?: string;
  zone?: Zone;
}

/** A table with a header and rows of text cells. */
export function table(header: readonly string[], ...rows: readonly (readonly string[])[]): Rows {
  const all: Row[] = rows.map((cells, at) => ({ line: at + 2, cells: [...cells] }));
  async function* batches() {
    yield all;
  }
  return { header: [...header], decimal: null, told: [], batches };
}

/** The rows of a table as the source reads them, in order. */
export async function readRows(source: RunSource, rows: Rows, context: Context = {}) {
  const { queue = null, name = 'export.csv', zone = COPENHAGEN } = context;
  const read = source.reader(rows, { queue, name, zone });
  const found: { line: number; result: SourceRun | Passed | Misread }[] = [];
  for await (const batch of rows.batches()) {
    for (const row of batch) found.push({ line: row.line, result: read(row) });
  }
  return found;
}

/** The only row of a table, or the first of several. */
export async function readRow(source: RunSource, rows: Rows, context?: Context) {
  return (await readRows(source, rows, context))[0]?.result;
}

/** The runs of a table. */
export async function runsOf(source: RunSource, rows: Rows, context?: Context): Promise<SourceRun[]> {
  const isRun = (result: SourceRun | Passed | Misread): result is SourceRun =>
    !(result instanceof Passed || result instanceof Misread);
  return (await readRows(source, rows, context)).map(({ result }) => result).filter(isRun);
}

/** The only table of a fixture. */
export async function openFixture(
  path: string,
): Promise<{ name: string; rows: Rows; close(): Promise<void> }> {
  const file = await openFile(fixture(path));
  const [part, ...more] = await partsOf(file.bytes, file.inspection);
  if (!part || more.length > 0) throw new Error(`${path} is not one table`);
  const rows = await part.rows(() => {});
  return { name: part.name, rows, close: () => file.close() };
}

/** What a source makes of a table. */
export async function summary(source: RunSource, rows: Rows, context: Context): Promise<Read> {
  const read: Read = { runs: [], passed: {}, refused: [] };
  try {
    for (const { line, result } of await readRows(source, rows, context)) {
      if (result instanceof Passed) read.passed[result.why] = (read.passed[result.why] ?? 0) + 1;
      else if (result instanceof Misread)
        read.refused.push([line, result.column, result.value, result.fault.code]);
      else read.runs.push(runCells(result));
    }
  } catch (error) {
    if (!(error instanceof GevinstError)) throw error;
    read.error = { code: error.code, message: error.message };
  }
  return read;
}

function runCells({ queue, started, ended, status, reason }: SourceRun): Read['runs'][number] {
  return [queue, Number.isNaN(started) ? null : utc(started), utc(ended), status, reason];
}

function utc(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** The files of a source's fixtures, as paths below fixtures/. */
export function fixturesOf(source: RunSource, kind: 'ok' | 'bad'): string[] {
  const folder = `sources/${source.name}/${kind}`;
  return readdirSync(fixture(folder)).map((name) => `${folder}/${name}`);
}
