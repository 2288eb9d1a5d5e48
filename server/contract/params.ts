import * as z from 'zod/mini';
import { Month } from './scalars.ts';

export const Nothing = z.object({});
export const ProjectParams = z.object({ project: z.string() });
export const UntilQuery = z.object({ until: z.optional(Month) });
