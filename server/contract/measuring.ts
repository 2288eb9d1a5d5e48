import * as z from 'zod/mini';
import { Basis, Count, Day, Per, Phase, Quantity } from './scalars.ts';

const Key = { phase: Phase, from: Day };

/** A measurement as it is entered. With `counted` the value is 100 × counted ÷ n. */
export const MeasurementEntry = z.object({
  ...Key,
  to: z.nullable(Day),
  per: z.nullable(Per),
  value: Quantity,
  low: z.nullable(Quantity),
  high: z.nullable(Quantity),
  n: z.nullable(Count),
  counted: z.nullable(Count),
  basis: Basis,
  note: z.nullable(z.string().check(z.maxLength(2000))),
});
export type MeasurementEntry = z.infer<typeof MeasurementEntry>;

const MeasureParams = z.object({ project: z.string(), measure: z.string() });
const Saved = z.object({ ...Key, revision: z.string() });

export const measuringActions = {
  saveMeasurement: {
    method: 'put',
    path: '/api/projects/{project}/measures/{measure}/measurements',
    summary: 'Enters a measurement, or changes the one that `replaces` names',
    params: MeasureParams,
    query: z.object({}),
    body: z.object({
      ...MeasurementEntry.shape,
      replaces: z.optional(z.object({ ...Key, revision: z.string() })),
    }),
    answer: Saved,
  },
  removeMeasurement: {
    method: 'post',
    path: '/api/projects/{project}/measures/{measure}/measurements/removal',
    summary: 'Takes a measurement out; the history keeps it',
    params: MeasureParams,
    query: z.object({}),
    body: Saved,
    answer: z.object({}),
  },
} as const;
