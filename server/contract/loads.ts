import * as z from 'zod/mini';

/**
 * One import of one table of a file. Times are ISO instants. `part` is the sheet or entry, null when the file is one
 * table; `source` what it was read as, `table` where its rows are; `passed` counts rows that say nothing to count,
 * `masked` the personal numbers that were masked. `undone` is when its rows were taken out again, and by whom.
 */
export const Load = z.object({
  load: z.number(),
  file: z.string(),
  part: z.nullable(z.string()),
  source: z.string(),
  table: z.nullable(z.string()),
  started: z.string(),
  finished: z.nullable(z.string()),
  by: z.string(),
  status: z.enum(['loaded', 'failed']),
  read: z.number(),
  kept: z.number(),
  duplicate: z.number(),
  refused: z.number(),
  passed: z.number(),
  masked: z.number(),
  error: z.nullable(z.string()),
  undone: z.nullable(z.string()),
  undoneBy: z.nullable(z.string()),
});
export type Load = z.infer<typeof Load>;

/** How fresh one kind of data is: when it was last loaded, or looked for without anything being new, and its rows. */
export const Freshness = z.object({
  source: z.string(),
  loads: z.number(),
  lastLoaded: z.string(),
  rows: z.number(),
});
export type Freshness = z.infer<typeof Freshness>;

/** The newest loads, and how many there are before them. */
export const LoadList = z.object({
  loads: z.array(Load),
  older: z.number(),
  freshness: z.array(Freshness),
});
export type LoadList = z.infer<typeof LoadList>;

/** A row that was not kept. `code` is stable, `expected` is English prose; `value` has personal numbers masked. */
export const Refusal = z.object({
  line: z.number(),
  column: z.nullable(z.string()),
  value: z.nullable(z.string()),
  code: z.string(),
  expected: z.string(),
});
export type Refusal = z.infer<typeof Refusal>;

export const LoadDetail = z.object({ ...Load.shape, refusals: z.array(Refusal) });
export type LoadDetail = z.infer<typeof LoadDetail>;
