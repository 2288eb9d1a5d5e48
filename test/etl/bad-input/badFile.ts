/** What comes of a file: nothing of it is loaded and a sentence says why, or rows are kept and others refused. */
export type Comes =
  | { failed: string | RegExp }
  | {
      kept: number;
      duplicate?: number;
      /** Each refused row as `line column code`; `-` where the row as such is at fault. */
      refused?: readonly string[];
      /** What the first of them says was expected. */
      expected?: RegExp;
      /** How many rows were refused, where they are more than are told. */
      refusedInAll?: number;
      /** The beginning of what is told of the rows as a whole. */
      told?: string;
      /** What a column of the warehouse holds afterwards, in the order of its text. */
      stored?: readonly [table: string, column: string, values: readonly (string | number | null)[]];
    };

/** A kind of bad input that is one file, loaded into the warehouse of fixtures/ok/minimal. */
export interface BadFile {
  /** What it is, as the first cell of its row in docs/bad-input.md. */
  title: string;
  /** What the user gets, as the second cell. */
  gets: string;
  file: string;
  content(): string | Buffer | Promise<Buffer>;
  comes: Comes;
  /** Set where the database decides, so that it is tried on PostgreSQL too. */
  bothEngines?: true;
}

/** Kinds that belong together in the documentation. */
export interface Section<T> {
  heading: string;
  cases: readonly T[];
}

/** A file of runs of robot R1, `rows` without the header. */
export function runs(...rows: string[]): string {
  return lines('robot;transaction;started;ended;status;items;reason', ...rows);
}

/** A file of measurements of the level `min`: `from;to;value`. */
export function measurements(...rows: string[]): string {
  return lines('measure;phase;from;to;value', ...rows.map((row) => `min;after;${row}`));
}

/** A file of projects in Vejle: `project;name`. */
export function projects(...rows: string[]): string {
  return lines('project;name;municipality', ...rows.map((row) => `${row};Vejle`));
}

export function lines(...rows: string[]): string {
  return `${rows.join('\n')}\n`;
}
