import * as z from 'zod/mini';
import { Nothing } from './params.ts';

/** The calendar that mail programs subscribe to; its answer is no JSON, so it stands beside the endpoints. */
export const calendar = {
  path: '/api/calendar.ics',
  summary: 'Follow-ups that are not done, as a calendar to subscribe to; of one owner, or all',
  params: Nothing,
  query: z.object({ owner: z.optional(z.string().check(z.minLength(1), z.maxLength(300))) }),
} as const;
