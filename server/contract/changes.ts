import * as z from 'zod/mini';
import { SUBJECTS } from '../domain/codes.ts';
import { ProjectParams } from './params.ts';
import { Day, Per, Phase } from './scalars.ts';

const Subject = z.enum(SUBJECTS);
const value = z.nullable(z.union([z.string(), z.number(), z.boolean()]));

/** One field of what was changed, by its place in it: `targets.0.likely`. */
const FieldChange = z.object({ field: z.string(), from: value, to: value });
export type FieldChange = z.infer<typeof FieldChange>;

/** Which thing was changed, in words: `name` is the benefit’s or the measure’s, null where it is gone. */
const Thing = z.object({
  name: z.nullable(z.string()),
  /** Of a measurement: its measure’s unit, what a flow’s value is for, and the phase. */
  unit: z.nullable(z.string()),
  per: z.nullable(Per),
  phase: z.nullable(Phase),
  /** The first day of a measurement, or the day on which a follow-up is due. */
  day: z.nullable(Day),
});

const Change = z.object({
  change: z.string(),
  at: z.string(),
  by: z.string(),
  subject: Subject,
  key: z.string(),
  /** Which benefit, measurement or follow-up; null of anything else. */
  of: z.nullable(Thing),
  verb: z.enum(['created', 'changed', 'removed', 'restored']),
  fields: z.array(FieldChange),
  /** Whether what was before can be put back. */
  restorable: z.boolean(),
});
export type Change = z.infer<typeof Change>;

export const changeEndpoints = {
  changes: {
    path: '/api/projects/{project}/changes',
    summary:
      'Who changed what by hand, newest first; of one subject, of one of its things, or of a benefit with its measurements and follow-ups',
    params: ProjectParams,
    query: z.object({
      subject: z.optional(Subject),
      key: z.optional(z.string()),
      benefit: z.optional(z.string()),
    }),
    answer: z.object({ changes: z.array(Change) }),
  },
} as const;

export const changeActions = {
  restoreChange: {
    method: 'post',
    path: '/api/changes/{change}/restore',
    summary: 'Puts back what was before a change, as a new change',
    params: z.object({ change: z.string().check(z.regex(/^\d{1,9}$/, 'expected the number of a change')) }),
    query: z.object({}),
    body: null,
    answer: z.object({ restored: z.string() }),
  },
} as const;
