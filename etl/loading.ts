import type { Db } from '../server/warehouse/schema.ts';
import type { Rows } from './readers/rows.ts';
import type { Refusals } from './refusal.ts';

/** One file being loaded, inside its transaction. */
export interface Loading {
  trx: Db;
  rows: Rows;
  refusals: Refusals;
  loadId: number;
  /** Epoch seconds of the load. */
  now: number;
}

export interface Counts {
  read: number;
  kept: number;
  duplicate: number;
}
