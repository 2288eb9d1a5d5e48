import type { Destination } from './destination.ts';
import type { Inspection } from './readers/inspect.ts';
import type { Part } from './readers/parts.ts';
import type { Zone } from './time/zone.ts';
import type { Work } from './work.ts';
import type { NewRobots } from './write/robots.ts';

/** What all files of a load have in common, and what is said by hand of the one at hand. */
export interface LoadContext {
  by: string;
  /** What every file is, when it is said by hand. */
  destination: Destination | null;
  /** The queue of files that do not say it. */
  queue: string | null;
  /** What times without an offset are in. */
  zone: Zone;
  newRobots: NewRobots | null;
  /** Whether the refused rows are wanted as they stand in the file, which takes reading it once more. */
  keepRefused: boolean;
  /** Epoch seconds of the load. */
  now(): number;
  /** How far the files are. */
  work: Work;
  onBytes(bytes: number): void;
}

/** Where a file is in its load, so that a failure can tell of it. */
export interface Attempt {
  path: string;
  /** How large the file is; 0 for a connection. */
  bytes: number;
  started: number;
  inspection?: Inspection;
  part?: Part;
  destination?: Destination;
}
