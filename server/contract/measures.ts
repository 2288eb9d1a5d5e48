import * as z from 'zod/mini';
import { DOUBTS, VERDICTS } from '../domain/beforeAfter.ts';
import { ROLES } from '../domain/codes.ts';
import { Basis, Day, Known, Per, Phase } from './scalars.ts';

const text = z.nullable(z.string());

export const Measurement = z.object({
  phase: Phase,
  from: Day,
  to: z.nullable(Day),
  per: z.nullable(Per),
  value: z.number(),
  low: Known,
  high: Known,
  n: Known,
  /** How many of `n` were so, where that was entered: 38 % is 19 of 50. */
  counted: Known,
  basis: Basis,
  note: text,
  /** 0 is entered by hand. */
  load: z.number(),
});
export type Measurement = z.infer<typeof Measurement>;

export const Target = z.object({ due: Day, value: z.number(), low: Known, high: Known });
export type Target = z.infer<typeof Target>;

const Interval = z.object({ low: z.number(), high: z.number() });

/** A later measurement beside an earlier one, and whether it can be told that they differ. docs/measuring.md has the rule. */
export const Comparison = z.object({
  earlier: z.object({ phase: Phase, from: Day }),
  later: z.object({ phase: Phase, from: Day }),
  /** The earlier value in the later one's period, and the later as it was measured. */
  before: z.number(),
  after: z.number(),
  /** after − before in the measure's unit: percentage points where that is per cent. */
  difference: z.number(),
  /** In per cent of the earlier; null where that is zero. */
  changePercent: Known,
  verdict: z.enum(VERDICTS),
  /** Why the verdict is `unclear`. */
  doubt: z.nullable(z.enum(DOUBTS)),
  /** Of the difference between two shares, 95 %, in percentage points. */
  interval: z.nullable(Interval),
  /** Whether the ranges of the two overlap. */
  overlap: z.boolean(),
  /** The calendar months, 1–12, that each covers, where these differ and neither is a whole year. */
  season: z.nullable(z.object({ before: z.array(z.number()), after: z.array(z.number()) })),
});
export type Comparison = z.infer<typeof Comparison>;

/** A measurement of a series; `interval` is the 95 % interval of a share, in per cent. */
export const SeriesPoint = z.object({
  ...Measurement.shape,
  interval: z.nullable(Interval),
  /** What an edit of it begins from. */
  revision: z.string(),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;

export const Measure = z.object({
  measure: z.string(),
  /** Another project's where a benefit of this one rests on it: it is edited there. */
  project: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(['flow', 'level']),
  better: z.enum(['higher', 'lower']),
  source: text,
  how: text,
  measurements: z.array(SeriesPoint),
  targets: z.array(Target),
  /** The benefits that rest on it, as which input, and whether they are judged by it. */
  benefits: z.array(
    z.object({ benefit: z.string(), name: z.string(), role: z.enum(ROLES), judged: z.boolean() }),
  ),
  /** The latest value after beside the latest before, as of today. */
  comparison: z.nullable(Comparison),
  /** The latest value after beside the one before it, as of today. */
  trend: z.nullable(Comparison),
});
export type Measure = z.infer<typeof Measure>;

export const MeasureList = z.object({
  /** The project's first day in operation. */
  live: z.nullable(Day),
  /** The day that these are as of. */
  today: Day,
  measures: z.array(Measure),
});
export type MeasureList = z.infer<typeof MeasureList>;
