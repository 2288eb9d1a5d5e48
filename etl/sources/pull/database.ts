import { type RawBuilder, sql, type TableMetadata } from 'kysely';
import { GevinstError } from '../../../server/errors.ts';
import { maskCpr } from '../../../server/privacy.ts';
import { shortened } from '../../refusal.ts';
import type { Zone } from '../../time/zone.ts';
import type { RunSource } from '../source.ts';
import type { Connector, DatabaseLocation } from './connector.ts';
import { type Foreign, openDatabase } from './openDatabase.ts';
import { unreachable } from './reading.ts';
import type { TableSpec } from './tables.ts';
import { WORDINGS, type Wording } from './wording.ts';

const PAGE = 10_000;
const LONGEST_LIST = 600;

/** The last row of a page: the next page starts after it. */
interface Place {
  moment: string;
  key: string;
}

/**
 * A platform's own database. Pages are cut by what is in the rows (moment, then key) and not by counting them, so rows
 * that come or go meanwhile move none of the others over the edge of a page. Each page is a short query of its own: the
 * platform's robots are not kept waiting.
 */
export class DatabaseConnector implements Connector {
  readonly ascending = true;
  readonly header: string[];
  readonly moment: string;

  private constructor(
    readonly source: RunSource,
    private readonly spec: TableSpec,
    private readonly location: DatabaseLocation,
    private readonly db: Foreign,
    private readonly table: FoundTable,
    private readonly zone: Zone,
    private readonly wording: Wording,
  ) {
    this.moment = spec.moment;
    this.header = [...table.columns, ...(spec.queue ? ['workqueue_name'] : [])];
  }

  /** @throws GevinstError `source-unreachable`, `unknown-table`, `missing-column` */
  static async open(
    source: RunSource,
    spec: TableSpec,
    location: DatabaseLocation,
    zone: Zone,
  ): Promise<DatabaseConnector> {
    let db: Foreign | undefined;
    try {
      db = await openDatabase(location);
      const tables = await db.introspection.getTables();
      const wording = WORDINGS[location.kind];
      const table = foundTable(spec, tables, location, wording.schema);
      return new DatabaseConnector(source, spec, location, db, table, zone, wording);
    } catch (error) {
      await db?.destroy();
      throw unreachable(location.shown, error);
    }
  }

  async *pages(since: number | null): AsyncIterable<string[][]> {
    const keyAt = this.header.indexOf(this.spec.key);
    const momentAt = this.header.indexOf(this.spec.moment);
    let last: Place | null = null;
    for (;;) {
      const rows = await this.#page(since, last);
      yield rows;
      const end = rows.at(-1);
      if (rows.length < PAGE || !end) return;
      const place: Place = { moment: end[momentAt] ?? '', key: end[keyAt] ?? '' };
      if (last?.moment === place.moment && last.key === place.key) throw this.#stuck(place);
      last = place;
    }
  }

  close(): Promise<void> {
    return this.db.destroy();
  }

  async #page(since: number | null, last: Place | null): Promise<string[][]> {
    const { key, moment, queue } = this.spec;
    const at = this.#column(moment);
    const id = this.#column(key);
    const wanted = [sql`${at} is not null`];
    if (since !== null) wanted.push(sql`${at} >= ${this.#value(moment, this.#clock(since))}`);
    if (last) {
      const edge = this.#value(moment, last.moment);
      wanted.push(sql`${at} >= ${edge} and (${at} > ${edge} or ${id} > ${this.#value(key, last.key)})`);
    }
    const cells = this.table.columns.map((name, i) => sql`${this.#text(name)} as ${sql.id(`c${i}`)}`);
    if (queue) {
      const queueName = this.wording.text(sql`q.${sql.id(queue.name)}`, '');
      cells.push(sql`${queueName} as ${sql.id(`c${cells.length}`)}`);
    }
    const names = queue
      ? sql`left join ${this.table.queue} as q on q.${sql.id(queue.key)} = ${this.#column(queue.by)}`
      : sql``;
    const from = sql`${this.table.name} as t ${names}`;
    const query = this.wording.page({ cells, from, where: wanted, order: [at, id], rows: PAGE });
    try {
      const { rows } = await query.execute(this.db);
      return rows.map((row) => this.header.map((_, i) => row[`c${i}`] ?? ''));
    } catch (error) {
      throw unreachable(this.location.shown, error);
    }
  }

  /** It would be read forever. */
  #stuck({ moment }: Place): GevinstError {
    const { shown } = this.location;
    return new GevinstError('internal', `${shown} gives the same rows again and again, those of ${moment}.`);
  }

  #column(name: string): RawBuilder<unknown> {
    return sql`t.${sql.id(name)}`;
  }

  #type(name: string): string {
    return this.table.types.get(name) ?? '';
  }

  #text(name: string): RawBuilder<unknown> {
    return this.wording.text(this.#column(name), this.#type(name));
  }

  #value(name: string, text: string): RawBuilder<unknown> {
    return this.wording.value(text, this.#type(name));
  }

  /** An instant as the clock shows it that the table's moments are written by. */
  #clock(since: number): string {
    if (this.wording.hasOffset(this.#type(this.spec.moment))) return new Date(since * 1000).toISOString();
    const local = new Date((since + this.zone.offset(since)) * 1000).toISOString();
    return local.slice(0, 19).replace('T', this.wording.gap);
  }
}

/** What a database has of a table that is to be read. */
interface FoundTable {
  name: RawBuilder<unknown>;
  queue: RawBuilder<unknown>;
  columns: string[];
  /** The columns' types, by name. */
  types: ReadonlyMap<string, string>;
}

function foundTable(
  spec: TableSpec,
  tables: readonly TableMetadata[],
  { shown }: DatabaseLocation,
  schema: string | null,
): FoundTable {
  const table = required(spec.table, spec.columns);
  const has = new Set(table.columns.map(({ name }) => name));
  const queue = spec.queue && required(spec.queue.table, [spec.queue.key, spec.queue.name]);
  return {
    name: idOf(table),
    queue: queue ? idOf(queue) : sql``,
    columns: [...spec.columns, ...spec.optional.filter((name) => has.has(name))],
    types: new Map(table.columns.map(({ name, dataType }) => [name, dataType])),
  };

  function required(name: string, columns: readonly string[]): TableMetadata {
    const same = (table: TableMetadata) => table.name.toLowerCase() === name.toLowerCase();
    const found =
      tables.find((table) => table.name === name && table.schema === schema) ??
      tables.find((table) => table.name === name) ??
      tables.find(same);
    if (!found) {
      const names = tables.map((table) => table.name).join(', ') || 'none';
      throw new GevinstError(
        'unknown-table',
        `${shown} has no table ${name}, which ${spec.product} has. Is it another database, or may the user not read the table? Its tables: ${listed(names)}.`,
      );
    }
    const missing = columns.filter((column) => !found.columns.some((one) => one.name === column));
    if (missing.length > 0) {
      const names = found.columns.map((column) => column.name).join(', ');
      throw new GevinstError(
        'missing-column',
        `The table ${name} in ${shown} has no column ${missing.join(', nor ')}. Its columns: ${listed(names)}.`,
      );
    }
    return found;
  }
}

function idOf({ schema, name }: TableMetadata): RawBuilder<unknown> {
  return schema === undefined ? sql.id(name) : sql.id(schema, name);
}

function listed(names: string): string {
  return shortened(maskCpr(names), LONGEST_LIST);
}
