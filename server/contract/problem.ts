import * as z from 'zod/mini';

/** What every error answers. `message` is fit to show; `details` names the parameter or thing at fault. */
export const Problem = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  }),
});
export type Problem = z.infer<typeof Problem>;
