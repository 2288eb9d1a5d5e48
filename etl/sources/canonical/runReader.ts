import { RUN_STATUS } from '../../../server/warehouse/status.ts';
import { ownCopy, type Row, type Rows } from '../../readers/rows.ts';
import { Fault } from '../../refusal.ts';
import type { Zone } from '../../time/zone.ts';
import type { ReasonTexts } from '../../write/runs/reasonTexts.ts';
import { danishDay, type RunBatch } from '../../write/runs/runBatch.ts';
import type { SipHash } from '../../write/runs/sipHash.ts';
import { Misread } from '../source.ts';
import type { Layout } from './header.ts';
import { lostId } from './lostId.ts';
import { requireDayFirst } from './parse/dayFirst.ts';
import { INSTANT_EXPECTED, parseInstant } from './parse/instant.ts';
import { parseCount } from './parse/number.ts';
import { runs } from './tables/runs.ts';

const LATEST_AHEAD = 2 * 86_400;
const LONGEST_TRANSACTION = 1_000;
const MOST_STATUSES = 100;

type RunColumn = keyof typeof runs.columns;

/** What runs are read with. */
export interface Lookups {
  /** The number of the robot that a row names, without white space around it; 0 when there is none. */
  robots: { find(name: string): number };
  reasons: ReasonTexts;
  hash: Pick<SipHash, 'hash' | 'hashBytes' | 'hi' | 'lo'>;
  /** What times without an offset are in. */
  zone: Zone;
}

/** The last second that a run may end in when it is loaded now: clocks and zones differ by up to two days. */
export function latestEnd(now: number): number {
  return now + LATEST_AHEAD;
}

/** Reads rows of a log straight into a batch's arrays. */
export class RunReader {
  readonly #at: Readonly<Record<RunColumn, number>>;
  readonly #statuses = new Map<string, number>();

  /** @param latest the last epoch second that a run may end in */
  constructor(
    layout: Layout,
    private readonly decimal: Rows['decimal'],
    private readonly lookups: Lookups,
    private readonly latest: number,
  ) {
    const at = (column: RunColumn) => layout.at.get(column) ?? -1;
    this.#at = {
      robot: at('robot'),
      transaction: at('transaction'),
      started: at('started'),
      ended: at('ended'),
      status: at('status'),
      items: at('items'),
      reason: at('reason'),
    };
  }

  /** Adds the row's run to the batch, or tells why there is none. @throws GevinstError `unreadable-file` when months come first */
  read(row: Row, batch: RunBatch): Misread | null {
    const { cells, fault, at: where } = row;
    if (fault) return new Misread(where?.column ?? null, where?.value ?? null, fault);
    const places = this.#at;
    const { robots, reasons, hash, zone } = this.lookups;

    const robotCell = cells[places.robot] ?? '';
    const robot = robots.find(robotCell);
    if (robot <= 0) return misread('robot', robotCell, 'unknown-reference', runs.columns.robot.holds);

    const transaction = (cells[places.transaction] ?? '').trim();
    // The id may itself name a citizen's case: it is in no refusal.
    if (transaction === '') return misread('transaction', '', 'missing', runs.columns.transaction.holds);
    if (transaction.length > LONGEST_TRANSACTION) {
      const fault = new Fault('too-long', `at most ${LONGEST_TRANSACTION} characters`);
      return new Misread('transaction', null, fault);
    }

    const lost = lostId(transaction);
    if (lost) return new Misread('transaction', null, lost);

    const startedCell = (cells[places.started] ?? '').trim();
    const started =
      startedCell === '' ? Number.NaN : parseInstant(startedCell, Number.NEGATIVE_INFINITY, zone);
    if (startedCell !== '' && Number.isNaN(started)) {
      requireDayFirst(startedCell, row, 'started');
      return misread('started', startedCell, 'not-an-instant', INSTANT_EXPECTED);
    }
    const endedCell = (cells[places.ended] ?? '').trim();
    const ended = parseInstant(endedCell, started, zone);
    if (Number.isNaN(ended)) {
      requireDayFirst(endedCell, row, 'ended');
      return misread('ended', endedCell, 'not-an-instant', INSTANT_EXPECTED);
    }
    if (ended > this.latest) {
      return misread('ended', endedCell, 'in-the-future', 'a time at most two days after the load');
    }

    const statusCell = cells[places.status] ?? '';
    const status = this.#statuses.get(statusCell) ?? this.#status(statusCell);
    if (status < 0) return misread('status', statusCell, 'unknown-code', runs.columns.status.holds);

    const itemsCell = (cells[places.items] ?? '').trim();
    const items = itemsCell === '' || itemsCell === '1' ? 1 : parseCount(itemsCell, this.decimal);
    if (items instanceof Fault) return new Misread('items', itemsCell, items);

    const reason = cells[places.reason] ?? '';
    const { columns } = batch;
    const at = batch.size++;
    hash.hash(transaction);
    columns.robot[at] = robot;
    columns.keyHi[at] = hash.hi;
    columns.keyLo[at] = hash.lo;
    columns.started[at] = started;
    columns.ended[at] = ended;
    columns.day[at] = danishDay(ended);
    columns.status[at] = status;
    columns.items[at] = items;
    columns.reason[at] = reasons.number(reason);
    return null;
  }

  /** The number of a status, remembered as it is written; −1 for none. */
  #status(cell: string): number {
    const named = runs.columns.status.parse(cell.trim(), this.decimal);
    const status = named instanceof Fault ? -1 : RUN_STATUS[named];
    if (this.#statuses.size < MOST_STATUSES) this.#statuses.set(ownCopy(cell), status);
    return status;
  }
}

function misread(
  column: RunColumn,
  cell: string,
  code: 'unknown-reference' | 'missing' | 'not-an-instant' | 'in-the-future' | 'unknown-code',
  expected: string,
): Misread {
  const value = cell.trim();
  return new Misread(column, value, new Fault(value === '' ? 'missing' : code, expected));
}
