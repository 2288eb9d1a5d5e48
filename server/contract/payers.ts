import * as z from 'zod/mini';
import { Nothing, ProjectParams, UntilQuery } from './params.ts';
import { PortfolioQuery } from './portfolio.ts';
import { Known, Kroner, Month, Reason } from './scalars.ts';

/** What somebody pays and gains, in kroner; shares are fractions. */
export const Party = z.object({
  /** `no-payer` is costs whose payer is not said, `no-department` gains whose department is not said. */
  kind: z.enum(['party', 'no-payer', 'no-department']),
  name: z.nullable(z.string()),
  /** The municipality’s name. */
  municipality: z.nullable(z.string()),
  /** Whether any cost, and any benefit in kroner, is registered: without one its sum of zero says nothing. */
  registered: z.object({ costs: z.boolean(), gains: z.boolean() }),
  costs: z.number(),
  /** The financing share: of all costs. */
  costShare: Known,
  gains: Kroner,
  gainShare: Known,
  net: Kroner,
  /** Why gains and net are unknown, or the net alone. */
  reason: z.nullable(Reason),
});
export type Party = z.infer<typeof Party>;

/** Who pays and who gains, from `from` to `until`. The rows’ costs and known gains sum to the totals. */
export const Payers = z.object({
  from: z.nullable(Month),
  until: z.nullable(Month),
  rows: z.array(Party),
  costs: z.number(),
  gains: Kroner,
  net: Kroner,
  reason: z.nullable(Reason),
});
export type Payers = z.infer<typeof Payers>;

export const payerEndpoints = {
  projectPayers: {
    path: '/api/projects/{project}/payers',
    summary: 'Who pays for one project, and who gains by it',
    params: ProjectParams,
    query: UntilQuery,
    answer: Payers,
  },
  portfolioPayers: {
    path: '/api/portfolio/payers',
    summary: 'Who pays and who gains, of the projects and months that the filters leave',
    params: Nothing,
    query: PortfolioQuery,
    answer: Payers,
  },
} as const;
