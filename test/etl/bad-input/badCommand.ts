import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of the case's own, with a loaded warehouse in it. */
export interface Place {
  folder: string;
  db: string;
}

/** A kind of bad input that is about the command, the disk or the warehouse. */
export interface BadCommand {
  title: string;
  gets: string;
  /** Makes what is needed. Gives what follows `gevinst load`, and what is to be seen to afterwards. */
  prepare(place: Place): Prepared | Promise<Prepared>;
  /** The shell's line in which `"$@"` is the command, where it is not run as it is. */
  shell?: string;
  /** Run by someone who may do less; root may do all. */
  asOther?: true;
  code: number;
  stdout?: RegExp;
  stderr: RegExp;
  /** How many projects the warehouse holds afterwards, 1 when left out; null when it is itself spoiled. */
  projects?: number | null;
}

export interface Prepared {
  args: string[];
  after?(): void | Promise<void>;
}

export const NOTHING = /^$/;

/** A file in the place, and the command that loads it. */
export function file({ folder, db }: Place, name: string, content: string | Buffer): Prepared {
  writeFileSync(join(folder, name), content);
  return { args: [join(folder, name), '--db', db] };
}

/** What sees to it that a file is afterwards as it is now. */
export function untouched(path: string): () => void {
  const now = readFileSync(path);
  return () => assert(readFileSync(path).equals(now), `${path} was written to`);
}
