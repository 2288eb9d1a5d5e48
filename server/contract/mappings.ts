import * as z from 'zod/mini';

/** Where a value comes from: one of the file's columns, several together, or the same in every row. */
const Origin = z.object({
  column: z.optional(z.string()),
  columns: z.optional(z.array(z.string())),
  value: z.optional(z.string()),
  time: z.optional(z.string()),
});
export type Origin = z.infer<typeof Origin>;

const Words = z.record(z.string(), z.string());
const Texts = z.union([z.string(), z.array(z.string())]);

/** What a mapping file says (docs/mapping.schema.json), so far as it is filled in. */
export const MappingContent = z.object({
  table: z.string(),
  name: z.optional(z.string()),
  sheet: z.optional(z.string()),
  entry: z.optional(z.string()),
  separator: z.optional(z.string()),
  decimal: z.optional(z.string()),
  dates: z.optional(z.string()),
  zone: z.optional(z.string()),
  where: z.optional(
    z.array(z.object({ column: z.string(), equals: z.optional(Texts), not: z.optional(Texts) })),
  ),
  statuses: z.optional(Words),
  codes: z.optional(z.record(z.string(), Words)),
  columns: z.record(z.string(), Origin),
});
export type MappingContent = z.infer<typeof MappingContent>;

/** The text of a mapping file, YAML or JSON, and its name, which its loads go by. */
export const MappingText = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  text: z.string().check(z.maxLength(100_000, 'expected at most 100,000 characters')),
});
export type MappingText = z.infer<typeof MappingText>;

/** Of which file, sheet or entry, and table a form is wanted; a mapping that is given is shown instead of a proposal. */
export const MappingAsk = z.object({
  file: z.string(),
  part: z.optional(z.string()),
  table: z.optional(z.string().check(z.regex(/^[a-z]{1,40}$/, 'expected the name of a table'))),
  mapping: z.optional(MappingText),
});
export type MappingAsk = z.infer<typeof MappingAsk>;

/**
 * A column of the file: its first cells, and its words with what they most likely mean for a run, where it has few.
 * Personal numbers are masked.
 */
const FileColumn = z.object({
  name: z.string(),
  cells: z.array(z.string()),
  words: z.nullable(z.array(z.object({ word: z.string(), rows: z.number(), means: z.nullable(z.string()) }))),
});
export type FileColumn = z.infer<typeof FileColumn>;

/** A column of one of Gevinst's tables: `danish` is what it is called in Danish, `codes` the words that it may have. */
const TableColumn = z.object({
  name: z.string(),
  danish: z.string(),
  kind: z.enum(['choice', 'yes-no', 'instant', 'day', 'kroner', 'percent', 'count', 'number', 'text']),
  required: z.boolean(),
  codes: z.nullable(z.array(z.object({ code: z.string(), danish: z.string() }))),
});
export type TableColumn = z.infer<typeof TableColumn>;

/**
 * What is needed to say what a file's columns are. `parts` are its sheets or entries, where there are several; `table`
 * is null where nothing tells which it is, and then there is no `content`. `guesses` are the paths of `content` that
 * the file leaves in doubt, such as `columns.robot`; `statuses` and `codes.<column>` have the word after them.
 */
export const MappingForm = z.object({
  file: z.string(),
  parts: z.array(z.string()),
  part: z.nullable(z.string()),
  rows: z.number(),
  columns: z.array(FileColumn),
  table: z.nullable(z.string()),
  needs: z.array(TableColumn),
  content: z.nullable(MappingContent),
  guesses: z.array(z.string()),
});
export type MappingForm = z.infer<typeof MappingForm>;
