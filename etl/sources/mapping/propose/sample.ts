import type { Row, Rows } from '../../../readers/rows.ts';

/** The first rows of a table, kept so that they can be read again and again. */
export interface Sample {
  header: readonly string[];
  decimal: Rows['decimal'];
  told: Rows['told'];
  rows: readonly Row[];
  columns: readonly SampleColumn[];
}

/** One column of a sample. Columns without a name are left out. */
export interface SampleColumn {
  name: string;
  /** The place in the file, from 0. */
  place: number;
  /** The cells that say something, without white space around them. */
  filled: readonly string[];
  /** How many cells have each text, the commonest first. */
  distinct: ReadonlyMap<string, number>;
}

/** The first rows of a table, at most `most`. */
export async function sampleOf(rows: Rows, most: number): Promise<Sample> {
  const kept: Row[] = [];
  for await (const batch of rows.batches()) {
    for (const row of batch) if (kept.length < most) kept.push(row);
    if (kept.length >= most) break;
  }
  const names = new Map<string, number>();
  for (const [place, name] of rows.header.entries()) {
    const bare = name.trim();
    if (bare !== '' && !names.has(bare.toLowerCase())) names.set(bare.toLowerCase(), place);
  }
  const good = kept.filter(({ fault }) => !fault);
  return {
    header: [...rows.header],
    decimal: rows.decimal,
    told: rows.told,
    rows: kept,
    columns: [...names.values()].map((place) => columnOf((rows.header[place] ?? '').trim(), place, good)),
  };
}

/** The sample as a table to be read again. */
export function sampleRows({ header, decimal, told, rows }: Sample): Rows {
  return {
    header: [...header],
    decimal,
    told,
    async *batches() {
      yield [...rows];
    },
  };
}

function columnOf(name: string, place: number, rows: readonly Row[]): SampleColumn {
  const filled = rows.map(({ cells }) => cells[place]?.trim() ?? '').filter((cell) => cell !== '');
  const counts = new Map<string, number>();
  for (const cell of filled) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return { name, place, filled, distinct: new Map([...counts].sort((a, b) => b[1] - a[1])) };
}
