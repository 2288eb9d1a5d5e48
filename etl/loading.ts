import type { Brief, Told } from '../server/contract/uploads.ts';
import type { Db } from '../server/warehouse/schema.ts';
import type { Rows } from './readers/rows.ts';
import type { Refusals } from './refusal.ts';
import type { Zone } from './time/zone.ts';
import type { Work } from './work.ts';
import type { NewRobots } from './write/robots.ts';

/** One table being loaded, inside its file's transaction. */
export interface Loading {
  trx: Db;
  rows: Rows;
  refusals: Refusals;
  loadId: number;
  /** The load in which this very file came first; null for a new one. */
  first: number | null;
  /** Epoch seconds of the load. */
  now: number;
  newRobots: NewRobots | null;
  /** What times without an offset are in. */
  zone: Zone;
  /** What is to be known of the load as a whole, for who reads its result. */
  told: Told[];
  /** Told of what is written, by who writes in large batches. */
  work: Work;
  /** Told how many more bytes of the file have been read, by who reads them itself. */
  onBytes(bytes: number): void;
}

export interface Counts {
  read: number;
  kept: number;
  duplicate: number;
  /** Rows that say nothing to count, by why. */
  passed: Record<string, number>;
  /** Queues that no robot has, with the rows that were refused for it. */
  unknownQueues: { queue: string; rows: number }[];
  /** Rows of which a personal number was masked beside those that `maskCpr` has counted itself. */
  masked: number;
  /** What is kept, in a few figures; null where there is none of it. */
  brief: Brief | null;
}

export function noCounts(): Counts {
  return { read: 0, kept: 0, duplicate: 0, passed: {}, unknownQueues: [], masked: 0, brief: null };
}
