import * as z from 'zod/mini';
import { BenefitList } from './benefits.ts';
import { cardEndpoints } from './card.ts';
import { changeEndpoints } from './changes.ts';
import { explanationEndpoints } from './explanations.ts';
import { followupEndpoints } from './followups.ts';
import { LoadDetail, LoadList } from './loads.ts';
import { mapEndpoints } from './map.ts';
import { MeasureList } from './measures.ts';
import { Nothing, ProjectParams, UntilQuery } from './params.ts';
import { payerEndpoints } from './payers.ts';
import { planEndpoints } from './plan.ts';
import { Portfolio, PortfolioQuery } from './portfolio.ts';
import { Project, ProjectList } from './projects.ts';
import { BusinessCase, ProjectSeries } from './report.ts';
import { robotWorkEndpoints } from './robotWork.ts';

/** Every endpoint: the server mounts these, the web calls these, and the OpenAPI document is made from these. */
export const endpoints = {
  portfolio: {
    path: '/api/portfolio',
    summary: 'What the portfolio was worth, filtered as the overview is',
    params: Nothing,
    query: PortfolioQuery,
    answer: Portfolio,
  },
  projects: {
    path: '/api/projects',
    summary: 'All projects with their figures',
    params: Nothing,
    query: PortfolioQuery,
    answer: ProjectList,
  },
  project: {
    path: '/api/projects/{project}',
    summary: 'One project’s fact box',
    params: ProjectParams,
    query: Nothing,
    answer: Project,
  },
  businessCase: {
    path: '/api/projects/{project}/business-case',
    summary: 'The business case, as gevinst report --json',
    params: ProjectParams,
    query: UntilQuery,
    answer: BusinessCase,
  },
  series: {
    path: '/api/projects/{project}/series',
    summary: 'The cumulative curve, with the expected months to the horizon',
    params: ProjectParams,
    query: UntilQuery,
    answer: ProjectSeries,
  },
  benefits: {
    path: '/api/projects/{project}/benefits',
    summary: 'Benefits with figures and what they were calculated from',
    params: ProjectParams,
    query: UntilQuery,
    answer: BenefitList,
  },
  measures: {
    path: '/api/projects/{project}/measures',
    summary: 'Measures with their measurements and targets',
    params: ProjectParams,
    query: Nothing,
    answer: MeasureList,
  },
  loads: {
    path: '/api/loads',
    summary: 'The newest loads, and how fresh each kind of data is',
    params: Nothing,
    query: z.object({
      limit: z.optional(z.string().check(z.regex(/^\d{1,4}$/, 'expected a number up to 9999'))),
    }),
    answer: LoadList,
  },
  load: {
    path: '/api/loads/{load}',
    summary: 'One load with the rows it refused',
    params: z.object({ load: z.string().check(z.regex(/^\d{1,9}$/, 'expected the number of a load')) }),
    query: Nothing,
    answer: LoadDetail,
  },
  ...mapEndpoints,
  ...cardEndpoints,
  ...planEndpoints,
  ...payerEndpoints,
  ...followupEndpoints,
  ...explanationEndpoints,
  ...changeEndpoints,
  ...robotWorkEndpoints,
} as const;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
