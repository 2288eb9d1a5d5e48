import { GevinstError } from '../../../server/errors.ts';
import type { Part } from '../../readers/parts.ts';
import type { Row, Rows } from '../../readers/rows.ts';
import { shortened } from '../../refusal.ts';
import { COPENHAGEN } from '../../time/zone.ts';
import { unreadableFile } from '../../unreadableFile.ts';
import { automationServer } from '../automationServer.ts';
import { openOrchestrator } from '../openOrchestrator.ts';
import { connect } from './connect.ts';
import type { Connector } from './connector.ts';
import { locationOf } from './location.ts';
import { openDatabase } from './openDatabase.ts';

/** The platforms that keep their transactions in a SQLite file. */
const PLATFORMS = [openOrchestrator.name, automationServer.name];
const LONGEST_LIST = 300;

/**
 * The table of a robot platform's own SQLite file, read as `gevinst pull` reads it. A database of anything else is a
 * part that cannot be opened, `unknown-table`.
 * @throws GevinstError `unreadable-file` when it cannot be read at all
 */
export async function openSqlite(name: string, path: string): Promise<Part[]> {
  const tables = await tablesOf(path);
  let fault: GevinstError | null = null;
  for (const source of PLATFORMS) {
    try {
      const connector = await opened(source, path);
      await connector.close();
      const rows: Part['rows'] = async (onBytes) => rowsOf(connector.header, source, path, onBytes);
      return [{ name, place: null, rows }];
    } catch (error) {
      if (!(error instanceof GevinstError)) throw error;
      // The platform's table with other columns than it should have tells more than that there is no such table.
      if (error.code === 'missing-column') fault ??= error;
      else if (error.code !== 'unknown-table') throw damaged(error.message);
    }
  }
  const other = fault ?? otherDatabase(tables);
  return [{ name, place: null, rows: () => Promise.reject(other) }];
}

function opened(source: string, path: string): Promise<Connector> {
  // The zone is for who reads from a day on.
  return connect(source, locationOf(path), {
    zone: COPENHAGEN,
    token: null,
    signal: new AbortController().signal,
  });
}

function rowsOf(
  header: readonly string[],
  source: string,
  path: string,
  onBytes: (bytes: number) => void,
): Rows {
  return {
    header: [...header],
    decimal: '.',
    told: [],
    async *batches() {
      const connector = await opened(source, path);
      try {
        let line = 0;
        for await (const page of connector.pages(null)) {
          onBytes(page.reduce((sum, row) => sum + row.join().length, 0));
          yield page.map((cells): Row => ({ line: ++line, cells }));
        }
      } finally {
        await connector.close();
      }
    },
  };
}

async function tablesOf(path: string): Promise<string[]> {
  const db = await openDatabase({ kind: 'sqlite', given: path, shown: path, label: path });
  try {
    return (await db.introspection.getTables()).map((table) => table.name);
  } catch (error) {
    throw damaged((error as Error).message);
  } finally {
    await db.destroy();
  }
}

function damaged(message: string): GevinstError {
  return unreadableFile('damaged', `It is a SQLite database that cannot be read: ${message}`, {});
}

function otherDatabase(tables: readonly string[]): GevinstError {
  if (['load', 'refusal', 'run_month', 'state'].every((name) => tables.includes(name))) {
    return new GevinstError(
      'unknown-table',
      'It is a Gevinst warehouse. See it with gevinst serve --db FILE, or load the files that it was made of.',
      { why: 'own-warehouse' },
    );
  }
  const has = tables.length === 0 ? 'has no tables' : `has the tables ${listed(tables)}`;
  return new GevinstError(
    'unknown-table',
    `It is a SQLite database that ${has}. Of databases those of OpenOrchestrator (the table Queues) and Automation Server (the table workitem) are read. Save the table that you want as CSV, and load that.`,
    { why: 'other-database', tables: tables.length === 0 ? '–' : listed(tables) },
  );
}

function listed(tables: readonly string[]): string {
  return shortened(tables.join(', '), LONGEST_LIST);
}
