import * as z from 'zod/mini';
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
  basis: Basis,
  note: text,
  load: z.number(),
});
export type Measurement = z.infer<typeof Measurement>;

export const Target = z.object({ due: Day, value: z.number(), low: Known, high: Known });
export type Target = z.infer<typeof Target>;

export const Measure = z.object({
  measure: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(['flow', 'level']),
  better: z.enum(['higher', 'lower']),
  source: text,
  how: text,
  measurements: z.array(Measurement),
  targets: z.array(Target),
});
export type Measure = z.infer<typeof Measure>;

export const MeasureList = z.object({ measures: z.array(Measure) });
export type MeasureList = z.infer<typeof MeasureList>;
