import { RUN_STATUS } from '../../../server/warehouse/status.ts';
import { ownCopy, type Row, type Rows } from '../../readers/rows.ts';
import { Fault } from '../../refusal.ts';
import type { Reasons } from '../../write/runs/reasons.ts';
import { danishDay, type RunBatch } from '../../write/runs/runBatch.ts';
import type { SipHash } from '../../write/runs/sipHash.ts';
import type { Layout } from './header.ts';
import { INSTANT_EXPECTED, parseInstant } from './parse/instant.ts';
import { parseCount } from './parse/number.ts';
import { runs } from './tables/runs.ts';

const LATEST_AHEAD = 2 * 86_400;
const LONGEST_TRANSACTION = 1_000;
const MOST_STATUSES = 100;

type RunColumn = keyof typeof runs.columns;

/** Why a row gives no run. */
export interface Misread {
  column: RunColumn | null;
  value: string | null;
  fault: Fault;
}

interface Lookups {
  robots: ReadonlyMap<string, { id: number }>;
  reasons: Reasons;
  hash: SipHash;
}

/** Reads rows of a log straight into a batch's arrays. */
export class RunReader {
  readonly #at: Readonly<Record<RunColumn, number>>;
  readonly #statuses = new Map<string, number>();
  readonly #latest: number;

  /** @param now epoch seconds of the load */
  constructor(
    layout: Layout,
    private readonly decimal: Rows['decimal'],
    private readonly lookups: Lookups,
    now: number,
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
    this.#latest = now + LATEST_AHEAD;
  }

  /** Adds the row's run to the batch, or tells why there is none. */
  read({ cells, fault }: Row, batch: RunBatch): Misread | null {
    if (fault) return { column: null, value: null, fault };
    const places = this.#at;
    const { robots, reasons, hash } = this.lookups;

    const robotCell = cells[places.robot] ?? '';
    const robot = robots.get(robotCell) ?? robots.get(robotCell.trim());
    if (!robot) return misread('robot', robotCell, 'unknown-reference', runs.columns.robot.holds);

    const transaction = (cells[places.transaction] ?? '').trim();
    // The id may itself name a citizen's case: it is in no refusal.
    if (transaction === '') return misread('transaction', '', 'missing', runs.columns.transaction.holds);
    if (transaction.length > LONGEST_TRANSACTION) {
      const fault = new Fault('too-long', `at most ${LONGEST_TRANSACTION} characters`);
      return { column: 'transaction', value: null, fault };
    }

    const startedCell = (cells[places.started] ?? '').trim();
    const started = startedCell === '' ? Number.NaN : parseInstant(startedCell);
    if (startedCell !== '' && Number.isNaN(started)) {
      return misread('started', startedCell, 'not-an-instant', INSTANT_EXPECTED);
    }
    const endedCell = (cells[places.ended] ?? '').trim();
    const ended = parseInstant(endedCell, started);
    if (Number.isNaN(ended)) return misread('ended', endedCell, 'not-an-instant', INSTANT_EXPECTED);
    if (ended > this.#latest) {
      return misread('ended', endedCell, 'in-the-future', 'a time at most two days after the load');
    }

    const statusCell = cells[places.status] ?? '';
    const status = this.#statuses.get(statusCell) ?? this.#status(statusCell);
    if (status < 0) return misread('status', statusCell, 'unknown-code', runs.columns.status.holds);

    const itemsCell = (cells[places.items] ?? '').trim();
    const items = itemsCell === '' || itemsCell === '1' ? 1 : parseCount(itemsCell, this.decimal);
    if (items instanceof Fault) return { column: 'items', value: itemsCell, fault: items };

    const reason = cells[places.reason] ?? '';
    const at = batch.size++;
    hash.hash(transaction);
    batch.robot[at] = robot.id;
    batch.keyHi[at] = hash.hi;
    batch.keyLo[at] = hash.lo;
    batch.started[at] = started;
    batch.ended[at] = ended;
    batch.day[at] = danishDay(ended);
    batch.status[at] = status;
    batch.items[at] = items;
    batch.reason[at] = reason === '' ? 0 : reasons.id(reason);
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
  return { column, value, fault: new Fault(value === '' ? 'missing' : code, expected) };
}
