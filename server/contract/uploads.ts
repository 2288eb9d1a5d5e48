import * as z from 'zod/mini';
import { Refusal } from './loads.ts';
import { MappingText } from './mappings.ts';

const MunicipalityCode = z.string().check(z.regex(/^\d{4}$/, 'expected a code such as 0751'));
const Code = z.string().check(z.minLength(1), z.maxLength(100));

/**
 * What a queue is that no robot has: the robot named; else a robot is made for it, in the project named or in a new one of
 * the municipality named.
 */
export const QueueSaid = z.object({
  robot: z.optional(Code),
  project: z.optional(Code),
  municipality: z.optional(MunicipalityCode),
});
export type QueueSaid = z.infer<typeof QueueSaid>;

/** What is not said by the files themselves. Keys of `files` are the names that the upload gave them. */
export const UploadOptions = z.object({
  createRobots: z.optional(z.boolean()),
  /** Of the projects that are made with the robots, as a code such as 0751. */
  municipality: z.optional(MunicipalityCode),
  queues: z.optional(z.record(z.string(), QueueSaid)),
  files: z.optional(
    z.record(
      z.string(),
      z.object({
        source: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'expected a name of /api/sources'))),
        queue: z.optional(z.string().check(z.regex(/^[^\p{Cc}]{1,200}$/u, 'expected the name of a queue'))),
        /** What times without an offset are in. */
        zone: z.optional(
          z.string().check(z.refine(isZone, 'expected a time zone such as Europe/Copenhagen')),
        ),
        /** Where a file has columns of its own. */
        mapping: z.optional(MappingText),
      }),
    ),
  ),
});
export type UploadOptions = z.infer<typeof UploadOptions>;

/** Whether it is the name of a time zone, such as `America/Nuuk`. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What is to be known of a file as a whole. `code` is stable, `values` are what its sentence names; `text` is English prose. */
export const Told = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
});
export type Told = z.infer<typeof Told>;

/**
 * What is kept of a table in a few figures: the days it is of, runs by outcome and by robot (those with most), the sum of
 * amounts in kroner, and the projects that it gives figures to. null where the table has none of it.
 */
export const Brief = z.object({
  from: z.nullable(z.string()),
  until: z.nullable(z.string()),
  outcomes: z.record(z.string(), z.number()),
  robots: z.array(z.object({ name: z.string(), runs: z.number() })),
  moreRobots: z.number(),
  kroner: z.nullable(z.number()),
  projects: z.array(z.object({ project: z.string(), name: z.string() })),
});
export type Brief = z.infer<typeof Brief>;

/**
 * What becomes, or became, of one table of a file. `load` is null when nothing was written; `errorCode` is stable, `error`
 * English prose, `errorDetails` what it names. `ignored` are columns that the table has not, `otherParts` sheets or entries that are no tables.
 * `localTimes` is the zone in which its times without an offset are read; null where there are none.
 */
export const TableOutcome = z.object({
  file: z.string(),
  part: z.nullable(z.string()),
  table: z.nullable(z.string()),
  source: z.nullable(z.string()),
  status: z.enum(['loaded', 'failed']),
  read: z.number(),
  kept: z.number(),
  duplicate: z.number(),
  refused: z.number(),
  passed: z.record(z.string(), z.number()),
  masked: z.number(),
  unknownQueues: z.array(z.object({ queue: z.string(), rows: z.number() })),
  refusals: z.array(Refusal),
  ignored: z.array(z.string()),
  otherParts: z.array(z.string()),
  told: z.array(Told),
  localTimes: z.nullable(z.string()),
  brief: z.optional(z.nullable(Brief)),
  load: z.nullable(z.number()),
  error: z.optional(z.string()),
  errorCode: z.optional(z.string()),
  errorDetails: z.optional(z.record(z.string(), z.nullable(z.union([z.string(), z.number()])))),
});
export type TableOutcome = z.infer<typeof TableOutcome>;

/** What a load keeps and refuses: of each table the first refusals, counts of all. */
export const LoadOutcome = z.object({ files: z.array(TableOutcome), dryRun: z.boolean() });
export type LoadOutcome = z.infer<typeof LoadOutcome>;

/**
 * Files that are in the server's keeping, for an hour, and what has come of them. `options` are those of the last
 * preview or load; `waiting` is true while another load is running; `progress` is in bytes.
 */
export const Upload = z.object({
  upload: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number() })),
  state: z.enum(['uploaded', 'previewing', 'previewed', 'loading', 'loaded', 'failed']),
  options: UploadOptions,
  waiting: z.boolean(),
  progress: z.nullable(z.object({ done: z.number(), total: z.number() })),
  outcome: z.nullable(LoadOutcome),
  error: z.nullable(z.object({ code: z.string(), message: z.string() })),
});
export type Upload = z.infer<typeof Upload>;

/** What a file may be said to be: one of Gevinst's own tables (`title` null), or a robot platform's export. */
export const SourceList = z.object({
  sources: z.array(z.object({ name: z.string(), title: z.nullable(z.string()) })),
});
export type SourceList = z.infer<typeof SourceList>;

/**
 * Rows that were taken out, and rows that are again what they were before. `alsoIn` are later loads that had some of
 * the same rows: if those still hold, their files are to be loaded again.
 */
export const UndoOutcome = z.object({
  load: z.number(),
  removed: z.number(),
  restored: z.number(),
  alsoIn: z.array(z.object({ load: z.number(), file: z.string() })),
});
export type UndoOutcome = z.infer<typeof UndoOutcome>;
