import type { Told } from '../server/contract/uploads.ts';
import { maskedSoFar } from '../server/privacy.ts';
import type { Db } from '../server/warehouse/schema.ts';
import type { Destination } from './destination.ts';
import type { LoadContext } from './loadContext.ts';
import { type Counts, type Loading, noCounts } from './loading.ts';
import type { Rows } from './readers/rows.ts';
import { Refusals } from './refusal.ts';
import { requiredLayout } from './sources/canonical/header.ts';
import { loadRuns } from './sources/canonical/loadRuns.ts';
import { loadTable } from './sources/canonical/loadTable.ts';
import type { TableShape } from './sources/canonical/table.ts';
import { smallTable } from './sources/canonical/tables/index.ts';
import { loadSourceRuns } from './sources/loadSourceRuns.ts';
import { mappedRows } from './sources/mapping/mappedRows.ts';
import type { Zone } from './time/zone.ts';
import { firstLoadOf, nextLoadId } from './write/loads.ts';

/** A table to load, whatever it comes from. */
interface Input {
  /** The file's, sheet's or entry's name, or a connection's. */
  name: string;
  /** The digest of its file; null for a connection. */
  sha256: string | null;
  rows: Rows;
  destination: Destination;
  onBytes(bytes: number): void;
}

interface Loaded {
  loadId: number;
  counts: Counts;
  refusals: Refusals;
  /** Columns that were not read. */
  ignored: string[];
  /** What is to be known of the rows as a whole, once they are read. */
  told: Told[];
  /** The zone in which its times without an offset were read; null when there were none. */
  localTimes: string | null;
}

/** Loads one table's rows. Its record is the caller's. */
export async function loadRows(
  trx: Db,
  { name, sha256, rows, destination, onBytes }: Input,
  context: Pick<LoadContext, 'newRobots' | 'queue' | 'zone' | 'work'>,
  now: number,
): Promise<Loaded> {
  const refusals = new Refusals(rows.sourceColumns);
  const first = sha256 === null ? null : await firstLoadOf(trx, sha256);
  const loadId = await nextLoadId(trx);
  const { newRobots, work } = context;
  const zone = zoneOf(destination, context.zone);
  const loading: Loading = {
    trx,
    rows,
    refusals,
    loadId,
    first,
    now,
    newRobots,
    zone,
    told: [],
    work,
    onBytes,
  };
  const before = maskedSoFar();
  const { counts, ignored, told } = await loadTo(destination, loading, { ...context, zone, name });
  return {
    loadId,
    counts: { ...counts, masked: counts.masked + maskedSoFar() - before },
    refusals,
    ignored,
    told: [...told, ...loading.told],
    localTimes: zone.isUsed ? zone.name : null,
  };
}

/** What times without an offset are in: what the mapping says, else what the load does. Nothing has been asked of it. */
function zoneOf(destination: Destination, zone: Zone): Zone {
  return ((destination.kind === 'mapping' ? destination.mapping.zone : null) ?? zone).unused();
}

const EMPTY_LIST: Told = {
  code: 'empty-list',
  values: {},
  text: 'it is an empty list: there were no records to load',
};

async function loadTo(
  destination: Destination,
  loading: Loading,
  context: Pick<LoadContext, 'queue' | 'zone'> & { name: string },
): Promise<Pick<Loaded, 'counts' | 'ignored' | 'told'>> {
  if (loading.rows.isEmptyList) {
    return { counts: noCounts(), ignored: [], told: [EMPTY_LIST] };
  }
  if (destination.kind === 'runs') {
    const counts = await loadSourceRuns(loading, destination.source, context);
    return { counts, ignored: [], told: [...loading.rows.told] };
  }
  if (destination.kind === 'table') return loadCanonical(loading, destination.table, false);
  const { mapping } = destination;
  const rows = mappedRows(loading.rows, { ...mapping, zone: context.zone });
  loading.refusals.sourceColumns = rows.sourceColumns;
  const loaded = await loadCanonical({ ...loading, rows }, mapping.table, true);
  const { counts } = loaded;
  const leftOut = Object.values(rows.leftOut).reduce((sum, count) => sum + count, 0);
  const passed = { ...counts.passed, ...rows.leftOut };
  return { ...loaded, counts: { ...counts, read: counts.read + leftOut, passed }, told: [...rows.notes] };
}

/** @param mapped whether a mapping named the columns: a robot may then be named by its queue */
async function loadCanonical(loading: Loading, table: TableShape, mapped: boolean) {
  const { header } = loading.rows;
  const layout = requiredLayout(header, table);
  loading.refusals.sourceColumns ??= new Map(
    [...layout.at].map(([column, place]) => [column, (header[place] ?? column).trim()]),
  );
  const small = smallTable(table.name);
  const counts = small
    ? await loadTable(loading, small, layout)
    : await loadRuns(loading, layout, { queues: mapped });
  return { counts, ignored: layout.ignored, told: [...loading.rows.told] };
}
