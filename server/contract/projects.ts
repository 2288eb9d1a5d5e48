import * as z from 'zod/mini';
import { Totals } from './report.ts';
import { Month, Reasons, Stage } from './scalars.ts';

const text = z.nullable(z.string());

/** A project's fact box. */
export const Project = z.object({
  project: z.string(),
  name: z.string(),
  municipality: z.string(),
  municipalityName: z.string(),
  department: text,
  departmentName: text,
  field: text,
  technology: text,
  stage: z.nullable(Stage),
  started: text,
  live: text,
  ended: text,
  owner: text,
  ownerEmail: text,
  contact: text,
  goal: text,
  summary: text,
  robots: z.number(),
  benefits: z.number(),
});
export type Project = z.infer<typeof Project>;

/** A project in a list, with its figures up to the list's month. */
export const ProjectRow = z.object({
  ...Project.shape,
  until: z.nullable(Month),
  complete: z.boolean(),
  /** Whether it has any costs at all, in whichever months: without them its costs of zero say nothing. */
  costsRegistered: z.boolean(),
  totals: Totals,
  reasons: Reasons,
});
export type ProjectRow = z.infer<typeof ProjectRow>;

export const ProjectList = z.object({ projects: z.array(ProjectRow) });
export type ProjectList = z.infer<typeof ProjectList>;
