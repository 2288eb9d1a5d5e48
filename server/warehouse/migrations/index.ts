import type { Migration } from 'kysely';
import * as star from './0001-star.ts';

/** In order; a migration that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-star': star,
};
