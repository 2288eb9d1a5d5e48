import type { Part } from '../../readers/parts.ts';
import type { Zone } from '../../time/zone.ts';
import { unreadableFile } from '../../unreadableFile.ts';
import { fold } from '../canonical/fold.ts';
import type { TableShape } from '../canonical/table.ts';
import type { DateFormat } from './dateFormat.ts';
import { didYouMean } from './nearest.ts';
import type { Origin } from './schema.ts';

/** Which rows are read, by one of the file's columns. */
export interface Filter {
  column: string;
  texts: readonly string[];
  /** Whether rows with one of the texts are kept, or left out. */
  keeps: boolean;
}

/** How a table of Gevinst is read from a file of another shape. */
export interface Mapping {
  name: string;
  table: TableShape;
  /** By canonical column, in the table's order: where its value comes from. */
  origins: ReadonlyMap<string, Origin>;
  /** The sheet or entry that holds the rows; null where the file has only one. */
  part: string | null;
  /** What separates the cells of a text file; null where its header tells. */
  separator: ';' | ',' | '|' | '\t' | null;
  /** What times without an offset are in; null where the load says it. */
  zone: Zone | null;
  /** null where the separator tells. */
  decimal: ',' | '.' | null;
  /** null where days and times are ISO or Danish. */
  dates: DateFormat | null;
  filters: readonly Filter[];
  /** What the words of a run's status mean; `skip` leaves the row out. */
  statuses: Readonly<Record<string, string>>;
  /** By canonical column, what the file's words become. */
  codes: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/**
 * The part of a file that a mapping reads: the one it names, or the only one.
 * @throws GevinstError `bad-mapping`
 */
export function mappedPart(parts: readonly Part[], mapping: Mapping): Part {
  const [first] = parts;
  const names = parts.map(({ name }) => name);
  if (mapping.part === null) {
    if (first && parts.length === 1) return first;
    if (!first) throw unreadableFile('no-table', 'The file has no table.', {}, 'bad-mapping');
    const has = names.join(', ');
    const message = `The mapping ${mapping.name} must say which sheet or entry it reads. The file has ${has}.`;
    throw unreadableFile('which-table', message, { names: has }, 'bad-mapping');
  }
  const wanted = mapping.part;
  const part =
    parts.find(({ name }) => name === wanted) ?? parts.find(({ name }) => fold(name) === fold(wanted));
  if (part) return part;
  const has = names.join(', ');
  const message = `The mapping ${mapping.name} reads “${wanted}”. The file has ${has}.${didYouMean(wanted, names)}`;
  throw unreadableFile('no-such-table', message, { name: wanted, names: has }, 'bad-mapping');
}
