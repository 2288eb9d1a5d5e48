import { connect } from '../../../etl/sources/pull/connect.ts';
import { locationOf } from '../../../etl/sources/pull/location.ts';
import { COPENHAGEN } from '../../../etl/time/zone.ts';

/** The table of OpenOrchestrator as SQLAlchemy makes it on SQL Server. */
export const QUEUES = {
  id: 'uniqueidentifier',
  queue_name: 'varchar',
  status: 'varchar',
  data: 'varchar',
  reference: 'varchar',
  created_date: 'datetime',
  start_date: 'datetime',
  end_date: 'datetime',
  message: 'varchar',
  created_by: 'varchar',
};

/** The id of a queue element. As text and as SQL Server compares them, ids are in different orders. */
export function idOf(id: number): string {
  const first = id.toString(16).padStart(8, '0');
  const last = String((id * 7919) % 1_000_003).padStart(12, '0');
  return `${first}-0000-4000-8000-${last}`.toUpperCase();
}

/** A queue element, with what must not be read in it. */
export function element(id: number, end: string | null, status = 'DONE'): (string | null)[] {
  return [
    ...[idOf(id), 'Sygedagpenge', status, '{"cpr":"010190-1234"}', '010190-1234'],
    ...['2026-01-01T00:00:00', '2026-03-01T07:59:00.500', end, 'Hr. Hansen', 'robot'],
  ];
}

export function openLocation(location: string) {
  const access = { zone: COPENHAGEN, token: null, signal: new AbortController().signal };
  return connect('openorchestrator', locationOf(location), access);
}

/** All rows of a location, or those that changed since an epoch second. */
export async function readLocation(location: string, since: number | null = null): Promise<string[][]> {
  const connector = await openLocation(location);
  try {
    const rows: string[][] = [];
    for await (const page of connector.pages(since)) rows.push(...page);
    return rows;
  } finally {
    await connector.close();
  }
}
