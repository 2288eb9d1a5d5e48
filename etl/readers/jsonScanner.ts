import { unreadableFile } from '../unreadableFile.ts';

const LARGEST_RECORD = 16 << 20;
/** How deep in the file its list of records may lie. */
const DEEPEST_LIST = 4;
const DEEPEST = 1_000;

const [QUOTE, BACKSLASH, COMMA, NEWLINE, RETURN, TAB, SPACE, OPEN, CLOSE, LIST, END] = [
  ...'"\\,\n\r\t {}[]',
].map((c) => c.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** One element of the list. Its text is null when it is no object. */
export interface Found {
  line: number;
  text: string | null;
}

/**
 * Finds the records of a JSON file, chunk by chunk: the objects of its first list of objects, wherever in the file that
 * is, with those of the lists beside it in one list and of the answers after it, or else the objects that the file itself is. Only brackets and
 * quotes are looked at; what is within a record is not.
 */
export class JsonScanner {
  #line = 1;
  /** What closes each bracket that is open, the innermost last. */
  readonly #closers: number[] = [];
  /** Whether the file's one value is over; an object may be followed by more of them. */
  #over = false;
  #wasObject = false;
  #inString = false;
  #escaped = false;
  /** Whether nothing has come since a list opened. */
  #opened = false;
  /** The depth of the list's elements; 0 until it is found, −1 when it is over. */
  #list = 0;
  /** Whether the list is one of several in a list. */
  #oneOfSeveral = false;
  #further: number | null = null;
  /** Whether an answer before had a list. */
  #hadList = false;
  /** Whether the record before was the file's whole value. */
  #single = false;
  /** Whether the element at hand is no object, and has been told. */
  #other = false;
  #recordLine = 0;
  #kept: Buffer[] = [];
  #size = 0;
  /** Where in the chunk the text to keep starts; −1 when nothing is kept. */
  #from = -1;

  /** Whether a list of records was found, or the file's only object was given as one. */
  get found(): boolean {
    return this.#list !== 0 || this.#oneOfSeveral || this.#hadList;
  }

  /** The line of the first objects that lie elsewhere than the records; null for none. */
  get further(): number | null {
    return this.#further;
  }

  /** @throws GevinstError `unreadable-file` */
  push(chunk: Buffer): Found[] {
    const found: Found[] = [];
    if (this.#from >= 0) this.#from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
        else if (byte === NEWLINE) this.#line++;
        continue;
      }
      if (byte === NEWLINE) this.#line++;
      if (byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB) continue;
      this.#step(byte, chunk, at, found);
    }
    if (this.#from >= 0) this.#keep(chunk.subarray(this.#from));
    return found;
  }

  /** @throws GevinstError `unreadable-file` when it ended before its brackets were closed */
  end(): void {
    if (this.#closers.length === 0 && !this.#inString) return;
    throw unreadableFile(
      'cut-off',
      `The JSON ends on line ${this.#line} before its brackets are closed: the file is cut off.`,
      { line: this.#line },
    );
  }

  #step(byte: number, chunk: Buffer, at: number, found: Found[]): void {
    const opened = this.#opened;
    const depth = this.#closers.length;
    this.#opened = false;
    if (this.#over && depth === 0) this.#startAnother(byte);
    if (byte === OPEN) {
      if (this.#list === 0 && opened && !this.#single && depth <= DEEPEST_LIST) this.#list = depth;
      else if (this.#isElsewhere(opened)) this.#further ??= this.#line;
      const isOnly = this.#list === 0 && depth === 0;
      if (isOnly || (this.#list > 0 && depth === this.#list)) this.#start(at);
      this.#nest(CLOSE);
    } else if (byte === LIST) {
      this.#foundOther(found);
      this.#nest(END);
      this.#opened = true;
    } else if (byte === CLOSE || byte === END) {
      this.#close(byte);
      this.#closed(byte, opened, chunk, at, found);
    } else if (byte === COMMA) {
      if (depth === this.#list) this.#other = false;
    } else {
      this.#foundOther(found);
      if (byte === QUOTE) this.#inString = true;
    }
  }

  /** @throws GevinstError when something other than a further record comes after the end */
  #startAnother(byte: number): void {
    if (byte === OPEN && (this.#single || this.#wasObject)) {
      this.#hadList ||= this.#list !== 0;
      this.#over = false;
      this.#list = 0;
      return;
    }
    throw unreadableFile('after-end', `The JSON goes on in line ${this.#line} after its end.`, {
      line: this.#line,
    });
  }

  #nest(closer: number): void {
    if (this.#closers.push(closer) <= DEEPEST) return;
    throw unreadableFile('deep-nesting', `Line ${this.#line} nests deeper than ${DEEPEST} brackets.`, {
      line: this.#line,
      most: DEEPEST,
    });
  }

  #close(byte: number): void {
    const expected = this.#closers.pop();
    if (expected === byte) return;
    const what =
      expected === undefined
        ? 'closes a bracket that is not open'
        : `has ${String.fromCharCode(byte)} where ${String.fromCharCode(expected)} belongs`;
    throw unreadableFile('wrong-bracket', `Line ${this.#line} ${what}.`, { line: this.#line });
  }

  #closed(byte: number, opened: boolean, chunk: Buffer, at: number, found: Found[]): void {
    const depth = this.#closers.length;
    if (byte === END) {
      if (this.#list > 0 && depth < this.#list) {
        this.#oneOfSeveral = this.#closers.at(-1) === END;
        this.#list = this.#oneOfSeveral ? 0 : -1;
      } else if (opened && this.#list === 0 && depth === 0) this.#list = -1;
    } else if (this.#from >= 0 && depth === Math.max(this.#list, 0)) {
      this.#single = this.#list === 0;
      found.push(this.#taken(chunk, at));
      if (this.#single) this.#list = -1;
    }
    if (depth === 0) {
      this.#over = true;
      this.#wasObject = byte === CLOSE;
    }
  }

  /** Whether an object that opens now is neither a record nor within one, and stands in a list as records do. */
  #isElsewhere(opened: boolean): boolean {
    if (this.#single) return false;
    return this.#list === -1 ? opened : this.#list === 0 && this.#oneOfSeveral;
  }

  /** Tells of an element that is no object, once. */
  #foundOther(found: Found[]): void {
    if (this.#list <= 0 || this.#closers.length !== this.#list || this.#other) return;
    this.#other = true;
    found.push({ line: this.#line, text: null });
  }

  #start(at: number): void {
    this.#from = at;
    this.#recordLine = this.#line;
    this.#kept = [];
    this.#size = 0;
  }

  #taken(chunk: Buffer, at: number): Found {
    this.#keep(chunk.subarray(this.#from, at + 1));
    const text = (this.#kept.length === 1 ? this.#kept[0] : Buffer.concat(this.#kept))?.toString('utf8');
    this.#from = -1;
    this.#kept = [];
    return { line: this.#recordLine, text: text ?? '' };
  }

  #keep(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size > LARGEST_RECORD) {
      throw unreadableFile(
        'large-record',
        `The record on line ${this.#recordLine} is larger than 16 MB. Expected a list of records.`,
        { line: this.#recordLine },
      );
    }
    this.#kept.push(bytes);
  }
}
