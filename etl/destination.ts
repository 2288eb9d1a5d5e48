import { existsSync } from 'node:fs';
import { GevinstError } from '../server/errors.ts';
import type { Part } from './readers/parts.ts';
import type { Cell, Rows } from './readers/rows.ts';
import { layoutOf } from './sources/canonical/header.ts';
import { tableNamed, tableOfFileName, tableOfHeader } from './sources/canonical/identify.ts';
import type { TableShape } from './sources/canonical/table.ts';
import { TABLES } from './sources/canonical/tables/index.ts';
import { SOURCES } from './sources/index.ts';
import type { Mapping } from './sources/mapping/mapping.ts';
import type { RunSource } from './sources/source.ts';

/** What the rows of a file become: those of a table, runs of a robot platform, or what a mapping says. */
export type Destination =
  | { kind: 'table'; table: TableShape }
  | { kind: 'runs'; source: RunSource }
  | { kind: 'mapping'; mapping: Mapping };

/** The name that a load goes by: the table's, the platform's or the mapping's. */
export function nameOf(destination: Destination): string {
  if (destination.kind === 'table') return destination.table.name;
  return destination.kind === 'runs' ? destination.source.name : destination.mapping.name;
}

/** The table of the warehouse that the rows end in. */
export function tableOf(destination: Destination): string {
  if (destination.kind === 'table') return destination.table.name;
  return destination.kind === 'runs' ? 'runs' : destination.mapping.table.name;
}

/** The place in the order in which tables are loaded: each after those that its rows name. */
export function rankOf(destination: Destination): number {
  return TABLES.findIndex(({ name }) => name === tableOf(destination));
}

/**
 * What `--source` names: a table, a robot platform, or a mapping file.
 * @throws GevinstError `unknown-source`, `bad-mapping`
 */
export async function destinationNamed(name: string): Promise<Destination> {
  const source = SOURCES.find((known) => known.name === name.toLowerCase());
  if (source) return { kind: 'runs', source };
  if (/\.(ya?ml|json)$/i.test(name)) {
    const { readMapping } = await import('./sources/mapping/readMapping.ts');
    return { kind: 'mapping', mapping: await readMapping(name) };
  }
  const table = tableNamed(name);
  if (table) return { kind: 'table', table };
  const known = [...TABLES, ...SOURCES].map((one) => one.name).join(', ');
  const file = existsSync(name) ? ' A mapping file ends in .yaml, .yml or .json.' : '';
  throw new GevinstError(
    'unknown-source',
    `There is no source ${name}. Expected one of ${known}, or a mapping file (see gevinst map).${file}`,
  );
}

/** The robot platforms whose export a table with these columns can be. */
function platformsOf(header: readonly Cell[]): RunSource[] {
  return SOURCES.filter((source) => source.recognises(header));
}

/** The rows below a header of two rows, where those together are one that a table knows, and the first alone is not. */
export function underHeader(part: Part, rows: Rows, said: Destination | null): Rows {
  const { underTwoRows } = rows;
  if (!underTwoRows || (said && said.kind !== 'table')) return rows;
  const table = said?.table ?? tableOfFileName(part.name);
  const knows = (header: readonly Cell[]) =>
    (table ? [table] : TABLES).some((one) => {
      const { missing, twice, ignored } = layoutOf(header, one);
      return missing.length === 0 && twice === null && (table !== null || ignored.length === 0);
    });
  return knows(underTwoRows.header) && !knows(rows.header) ? underTwoRows : rows;
}

/**
 * What a table's rows become, by what its columns say, and by its name. A name says it when the columns of that table
 * are there, or when they are those of nothing else.
 * @throws GevinstError `unknown-table` when neither tells
 */
export function destinationOf(part: Part, { header, isEmptyList }: Rows): Destination {
  const named = tableOfFileName(part.name);
  if (isEmptyList && !named) {
    throw new GevinstError(
      'unknown-table',
      'It is an empty list: there are no records to load. (--source says what it is of, where no records may come.)',
    );
  }
  if (named && layoutOf(header, named).missing.length === 0) return { kind: 'table', table: named };
  const [platform, ...others] = platformsOf(header);
  if (platform && others.length === 0) return { kind: 'runs', source: platform };
  return { kind: 'table', table: named ?? tableOfHeader(header) };
}
