import { RUN_STATUS } from '../../../server/warehouse/status.ts';
import { checkedRows } from '../../readers/csv.ts';
import { CsvScanner } from '../../readers/csvScanner.ts';
import type { RawLines } from '../../readers/rows.ts';
import { windows1252 } from '../../readers/windows1252.ts';
import { unreadableFile } from '../../unreadableFile.ts';
import { danishDay, type RunBatch } from '../../write/runs/runBatch.ts';
import type { Misread } from '../source.ts';
import { ByteNumbers } from './byteNumbers.ts';
import type { Layout } from './header.ts';
import { InstantBytes, OTHER } from './parse/instantBytes.ts';
import { type Lookups, RunReader } from './runReader.ts';

const [NEWLINE, RETURN, QUOTE, SPACE, ZERO] = [10, 13, 34, 32, 48];
const [HASH, PLUS, COMMA, POINT, E] = [35, 43, 44, 46, 69];
const LONGEST_ROW = 1_000_000;
const LONGEST_TRANSACTION = 1_000;
const MOST_ROBOTS = 10_000;
const MOST_REASONS = 20_000;

/**
 * Reads the lines of a CSV file of runs straight from its bytes into a batch. A line that is written in any but the
 * usual way (quotes, other dates, white space, a code seen for the first time) is made text of and goes through
 * `RunReader`, whose word on what a line means is the only one.
 */
export class RunLines {
  /** Rows that have been read. */
  read = 0;
  #line: number;
  readonly #slow: RunReader;
  readonly #robots = new ByteNumbers(MOST_ROBOTS);
  readonly #statuses = new ByteNumbers(100);
  readonly #reasons = new ByteNumbers(MOST_REASONS);
  readonly #started: InstantBytes;
  readonly #ended: InstantBytes;
  /** Where each cell of the line ends. */
  readonly #ends: Int32Array;
  readonly #separator: number;
  readonly #places: Record<
    'robot' | 'transaction' | 'started' | 'ended' | 'status' | 'items' | 'reason',
    number
  >;

  /**
   * @param refuse told of each line that gives no run
   * @param now epoch seconds of the load
   */
  constructor(
    private readonly shape: RawLines,
    layout: Layout,
    private readonly lookups: Lookups,
    private readonly latest: number,
    private readonly refuse: (line: number, misread: Misread) => void,
  ) {
    this.#line = shape.line;
    this.#separator = shape.separator.charCodeAt(0);
    this.#ends = new Int32Array(shape.width + 1);
    this.#started = new InstantBytes(lookups.zone);
    this.#ended = new InstantBytes(lookups.zone);
    this.#slow = new RunReader(layout, shape.separator === ';' ? ',' : '.', lookups, latest);
    const at = (column: string) => layout.at.get(column) ?? -1;
    this.#places = {
      robot: at('robot'),
      transaction: at('transaction'),
      started: at('started'),
      ended: at('ended'),
      status: at('status'),
      items: at('items'),
      reason: at('reason'),
    };
  }

  /**
   * Reads whole rows until the bytes or the batch are full. Gives where it stopped: what is left is the start of a row.
   * @param last whether no more bytes come. @throws GevinstError `unreadable-file` for a quote that is never closed
   */
  push(bytes: Uint8Array, from: number, last: boolean, batch: RunBatch): number {
    let at = from;
    while (at < bytes.length && !batch.isFull) {
      const end = this.#scan(bytes, at);
      if (end >= 0) {
        if (end === bytes.length && !last) break;
        if (!this.#usual(bytes, at, batch)) this.#unusual(bytes, at, end, batch);
        this.#line++;
        at = end + 1;
        continue;
      }
      const quoted = this.#rowEnd(bytes, at);
      if (quoted < 0 && !last) break;
      const stop = quoted < 0 ? bytes.length : quoted;
      this.#unusual(bytes, at, stop, batch);
      for (let i = at; i < stop; i++) if (bytes[i] === NEWLINE) this.#line++;
      this.#line++;
      at = stop + 1;
    }
    if (bytes.length - at > LONGEST_ROW && !batch.isFull) {
      throw unreadableFile(
        'long-row',
        `The row on line ${this.#line} is longer than a million characters. Is a quote there never closed?`,
        { line: this.#line },
      );
    }
    return Math.min(at, bytes.length);
  }

  /** Finds the ends of the line's cells. Gives where the line ends; −1 when it has a quote. `#ends[0]` is −1 unless it has its width. */
  #scan(bytes: Uint8Array, from: number): number {
    const ends = this.#ends;
    const { width } = this.shape;
    const separator = this.#separator;
    let cells = 0;
    let at = from;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === separator) {
        if (cells < width) ends[cells] = at;
        cells++;
      } else if (byte === NEWLINE) break;
      else if (byte === QUOTE) return -1;
    }
    ends[width - 1] = at > from && bytes[at - 1] === RETURN ? at - 1 : at;
    if (cells !== width - 1) ends[0] = -1;
    return at;
  }

  /** Adds the run of a line that is written in the usual way. False when it is not, and then nothing is added. */
  #usual(bytes: Uint8Array, from: number, batch: RunBatch): boolean {
    const ends = this.#ends;
    const places = this.#places;
    if (ends[0] === -1) return false;
    const start = (place: number) => (place === 0 ? from : (ends[place - 1] ?? 0) + 1);
    const end = (place: number) => ends[place] ?? 0;

    const robot = this.#robots.get(bytes, start(places.robot), end(places.robot));
    const status = this.#statuses.get(bytes, start(places.status), end(places.status));
    if (robot < 0 || status < 0) return false;

    const idFrom = start(places.transaction);
    const idTo = end(places.transaction);
    const length = idTo - idFrom;
    if (length < 1 || length > LONGEST_TRANSACTION) return false;
    if (!isInk(bytes[idFrom]) || !isInk(bytes[idTo - 1])) return false;
    if (mayBeLost(bytes, idFrom)) return false;
    if (this.shape.encoding !== 'utf-8' && !isAscii(bytes, idFrom, idTo)) return false;

    let started = Number.NaN;
    if (places.started >= 0 && end(places.started) > start(places.started)) {
      started = this.#started.parse(
        bytes,
        start(places.started),
        end(places.started),
        Number.NEGATIVE_INFINITY,
      );
      if (started === OTHER) return false;
    }
    const ended = this.#ended.parse(bytes, start(places.ended), end(places.ended), started);
    // Also what is in the future, and so refused.
    if (!(ended <= this.latest)) return false;

    let items = 1;
    if (places.items >= 0 && end(places.items) > start(places.items)) {
      items = smallNumber(bytes, start(places.items), end(places.items));
      if (items < 0) return false;
    }
    let reason = 0;
    if (places.reason >= 0 && end(places.reason) > start(places.reason)) {
      reason = this.#reasons.get(bytes, start(places.reason), end(places.reason));
      if (reason < 0) return false;
      this.lookups.reasons.countMasked(reason);
    }

    const { columns } = batch;
    const at = batch.size++;
    this.lookups.hash.hashBytes(bytes, idFrom, idTo);
    columns.robot[at] = robot;
    columns.keyHi[at] = this.lookups.hash.hi;
    columns.keyLo[at] = this.lookups.hash.lo;
    columns.started[at] = started;
    columns.ended[at] = ended;
    columns.day[at] = danishDay(ended);
    columns.status[at] = status;
    columns.items[at] = items;
    columns.reason[at] = reason;
    this.read++;
    return true;
  }

  /** Reads a row through its text, and learns the codes that it has. */
  #unusual(bytes: Uint8Array, from: number, to: number, batch: RunBatch): void {
    const slice = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
    const text = this.shape.encoding === 'utf-8' ? slice.toString('utf8') : windows1252(slice);
    const rows = new CsvScanner(this.shape.separator, '\n', this.#line).push(text, true);
    for (const row of checkedRows(rows, this.shape.width, false)) {
      this.read++;
      const misread = this.#slow.read(row, batch);
      if (misread) this.refuse(row.line, misread);
      else if (!text.includes('"')) this.#learn(bytes, from, batch);
    }
  }

  /** Remembers the codes of the line that was just read through its text. */
  #learn(bytes: Uint8Array, from: number, { columns, size }: RunBatch): void {
    const ends = this.#ends;
    if (ends[0] === -1) return;
    const at = size - 1;
    const learn = (known: ByteNumbers, place: number, number: number | undefined) => {
      if (place < 0) return;
      const start = place === 0 ? from : (ends[place - 1] ?? 0) + 1;
      const end = ends[place] ?? 0;
      if (end > start && known.get(bytes, start, end) < 0) known.add(bytes, start, end, number ?? 0);
    };
    learn(this.#robots, this.#places.robot, columns.robot[at]);
    learn(this.#statuses, this.#places.status, columns.status[at] ?? RUN_STATUS.success);
    learn(this.#reasons, this.#places.reason, columns.reason[at]);
  }

  /** Where a row with quotes ends: at the first line end outside of them; −1 when it is not in these bytes. */
  #rowEnd(bytes: Uint8Array, from: number): number {
    let at = from;
    for (;;) {
      if (bytes[at] === QUOTE) {
        at = bytes.indexOf(QUOTE, at + 1);
        while (at >= 0 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
        if (at < 0 || at + 1 >= bytes.length) return -1;
        at++;
      }
      while (at < bytes.length && bytes[at] !== this.#separator && bytes[at] !== NEWLINE) at++;
      if (at >= bytes.length) return -1;
      if (bytes[at] === NEWLINE) return at;
      at++;
    }
  }
}

/** Whether an id starts as those do that Excel has shortened, `1,77E+15`, or has an error for. */
function mayBeLost(bytes: Uint8Array, from: number): boolean {
  const second = bytes[from + 1];
  if (second === E) return bytes[from + 2] === PLUS;
  return second === COMMA || second === POINT || bytes[from] === HASH;
}

/** Whether the byte is no white space, nor the start of a character that could be. */
function isInk(byte: number | undefined): boolean {
  return byte !== undefined && byte > SPACE && byte < 0x7f;
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] ?? 0) > 0x7e) return false;
  return true;
}

/** A whole number of at most six digits; −1 for anything else. */
function smallNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 6) return -1;
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = (bytes[i] ?? 0) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}
