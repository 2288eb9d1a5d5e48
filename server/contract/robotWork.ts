import * as z from 'zod/mini';
import { Nothing, ProjectParams } from './params.ts';
import { Known, Month } from './scalars.ts';

/**
 * What robots did, whatever it is worth: transactions handled, how many of them succeeded and which share that is, and the
 * hours that the robots ran in the `timed` ones whose start and end are known. null where there is nothing to count.
 */
const Work = z.object({
  runs: z.number(),
  succeeded: z.number(),
  share: Known,
  hours: Known,
  timed: z.number(),
});

/** One robot of a project; `counted` tells whether a benefit counts its transactions. */
export const RobotWork = z.object({
  robot: z.string(),
  name: z.string(),
  counted: z.boolean(),
  work: Work,
});
export type RobotWork = z.infer<typeof RobotWork>;

/** A project's robots: all together, each, and by month. */
export const ProjectWork = z.object({
  robots: z.array(RobotWork),
  work: Work,
  months: z.array(z.object({ month: Month, ...Work.shape })),
});
export type ProjectWork = z.infer<typeof ProjectWork>;

/** How many of the project's transactions each load brought, the newest load first. */
export const WorkLoads = z.object({
  loads: z.array(
    z.object({
      load: z.number(),
      file: z.nullable(z.string()),
      part: z.nullable(z.string()),
      runs: z.number(),
    }),
  ),
});
export type WorkLoads = z.infer<typeof WorkLoads>;

/** Every robot and project by name, to choose among. */
export const RobotChoices = z.object({
  robots: z.array(z.object({ robot: z.string(), name: z.string(), projectName: z.string() })),
  projects: z.array(z.object({ project: z.string(), name: z.string() })),
});
export type RobotChoices = z.infer<typeof RobotChoices>;

export const robotWorkEndpoints = {
  robotChoices: {
    path: '/api/robots',
    summary: 'Every robot and project by name',
    params: Nothing,
    query: Nothing,
    answer: RobotChoices,
  },
  robotWork: {
    path: '/api/projects/{project}/robots',
    summary:
      'What a project’s robots did: transactions, how many succeeded, hours they ran, by robot and month',
    params: ProjectParams,
    query: Nothing,
    answer: ProjectWork,
  },
  workLoads: {
    path: '/api/projects/{project}/robots/loads',
    summary: 'Which loads a project’s transactions come from',
    params: ProjectParams,
    query: Nothing,
    answer: WorkLoads,
  },
} as const;
