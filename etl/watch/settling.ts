/** What the file system says of a file. */
export interface Seen {
  name: string;
  size: number;
  /** Milliseconds, on the clock of where the file lies. */
  modified: number;
  /** Whether it is a symbolic link: who may write in the folder could read any file by it that we may. */
  isLink: boolean;
}

/** When the file system was asked for the files, and when it had told, in milliseconds on our clock. */
interface Look {
  asked: number;
  told: number;
}

interface Since {
  seen: Seen;
  /** When it was there at the latest, in milliseconds on our clock. */
  at: number;
  polls: number;
}

const POLLS = 2;
/** Some programs make the file first and write it when their work is done. */
const EMPTY_FOR_MS = 60_000;

/**
 * Which files nobody writes to any more. Ages are measured here, because a file server's clock may be another; sizes
 * and times are compared between looks, because a network share tells of no changes.
 */
export class Settling {
  #known = new Map<string, Since>();

  /** @param unchangedMs how long a file must have been the same */
  constructor(private readonly unchangedMs: number) {}

  /** The files that are at rest, of those that are there; how long a look took is not taken for rest. */
  look(files: readonly Seen[], { asked, told }: Look): Seen[] {
    const before = this.#known;
    this.#known = new Map();
    return files.filter((seen) => {
      const known = before.get(seen.name);
      const since = known && isSame(known.seen, seen) ? known : { seen, at: told, polls: 0 };
      since.polls++;
      this.#known.set(seen.name, since);
      const wait = seen.size === 0 ? Math.max(this.unchangedMs, EMPTY_FOR_MS) : this.unchangedMs;
      return since.polls >= POLLS && asked - since.at >= wait;
    });
  }
}

/** Whether nothing was written to a file between two looks at it. */
export function isSame(one: Seen, other: Seen): boolean {
  return one.size === other.size && one.modified === other.modified;
}
