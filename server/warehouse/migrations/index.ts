import type { Migration } from 'kysely';
import * as star from './0001-star.ts';
import * as sources from './0002-sources.ts';
import * as followUp from './0003-follow-up.ts';

/** In order; a migration that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-star': star,
  '0002-sources': sources,
  '0003-follow-up': followUp,
};
