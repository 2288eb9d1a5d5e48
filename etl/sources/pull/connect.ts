import { GevinstError } from '../../../server/errors.ts';
import type { Zone } from '../../time/zone.ts';
import { automationServer } from '../automationServer.ts';
import { openOrchestrator } from '../openOrchestrator.ts';
import { AutomationServerApi } from './automationServerApi.ts';
import type { Connector, Location } from './connector.ts';
import { DatabaseConnector } from './database.ts';
import { QUEUES, WORK_ITEMS } from './tables.ts';

export interface Access {
  /** What times without an offset are in. */
  zone: Zone;
  /** For an API that asks for one. */
  token: string | null;
  /** Ends what is waited for. */
  signal: AbortSignal;
}

/**
 * Opens the way into a robot platform.
 * @throws GevinstError `unknown-source`, `bad-parameter`, `source-unreachable`, `unknown-table`, `missing-column`
 */
export async function connect(source: string, location: Location, access: Access): Promise<Connector> {
  const isApi = location.kind === 'api';
  switch (source) {
    case openOrchestrator.name:
      if (isApi) throw wrongKind(source);
      return DatabaseConnector.open(openOrchestrator, QUEUES, location, access.zone);
    case automationServer.name:
      if (!isApi) return DatabaseConnector.open(automationServer, WORK_ITEMS, location, access.zone);
      return new AutomationServerApi({ ...access, base: location.shown }, access.zone);
    default:
      throw new GevinstError(
        'unknown-source',
        `${source} cannot be pulled from. Expected ${openOrchestrator.name} or ${automationServer.name}; the others’ exports are loaded as files.`,
      );
  }
}

function wrongKind(source: string): GevinstError {
  return new GevinstError(
    'bad-parameter',
    `${source} has no API to pull from. Give the URL of its SQL Server or postgres database, or the path of its SQLite file.`,
  );
}
