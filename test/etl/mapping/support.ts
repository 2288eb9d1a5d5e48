import { openFile } from '../../../etl/openFile.ts';
import { partsOf } from '../../../etl/readers/parts.ts';
import type { Row, Rows } from '../../../etl/readers/rows.ts';

/** The table of a file that holds one only, read whole. */
export async function rowsOf(path: string): Promise<Rows> {
  const { bytes, inspection, close } = await openFile(path);
  const [part] = await partsOf(bytes, inspection);
  const rows = await part?.rows(() => {});
  if (!rows) throw new Error(`${path} has no table`);
  const batches = [await all(rows)];
  await close();
  return {
    ...rows,
    async *batches() {
      yield* batches;
    },
  };
}

/** A table as a reader would give it, whose cells have types of their own. */
export function typedRows(header: string[], cells: string[][]): Rows {
  return {
    header,
    decimal: null,
    told: [],
    async *batches() {
      yield cells.map((row, i) => ({ line: i + 2, cells: row }));
    },
  };
}

/** All rows of a table. */
export async function all(rows: Rows): Promise<Row[]> {
  const found: Row[] = [];
  for await (const batch of rows.batches()) found.push(...batch);
  return found;
}
