import { setTimeout as sleep } from 'node:timers/promises';
import { GevinstError } from '../server/errors.ts';
import { maskCpr } from '../server/privacy.ts';
import type { LoadResult } from './load.ts';
import { reasonOf, WatchedFolder } from './watch/folder.ts';
import { A_LINK, type Outcome, outcomeOf, textsBeside } from './watch/outcome.ts';
import { isSame, type Seen, Settling } from './watch/settling.ts';

/** A file that was dealt with: what came of it, and where it is now, from the folder. */
export interface WatchedFile extends Outcome {
  movedTo: string;
}

export interface WatchOptions {
  /** Milliseconds between looks at the folder. */
  everyMs: number;
  /** Milliseconds for which a file must have been the same before it is loaded. */
  settleMs: number;
  /** Ends the watching, after the files that are being loaded. */
  signal: AbortSignal;
  /** Loads files as `loadPaths` does; its connection is its own, so that none is open between looks. */
  load(paths: readonly string[]): Promise<LoadResult>;
  /** Told once the folder is found fit. */
  onStart(): void;
  onFile(file: WatchedFile): void;
  /** Told what keeps files where they are for now; the same thing once. */
  onTrouble(message: string): void;
}

/**
 * Loads what lands in a folder, until it is told to stop. Files are moved to `done` and `failed` beneath it.
 * @throws GevinstError `unreadable-file` when the folder cannot be watched
 */
export async function watchFolder(path: string, options: WatchOptions): Promise<void> {
  const watcher = new Watcher(await WatchedFolder.open(path), options);
  options.onStart();
  while (!options.signal.aborted) {
    await watcher.look();
    await sleep(options.everyMs, undefined, { signal: options.signal }).catch(() => {});
  }
}

/** A file whose load is over, and that could not be moved. */
interface Unmoved {
  seen: Seen;
  outcome: Outcome;
}

class Watcher {
  readonly #settling: Settling;
  readonly #unmoved = new Map<string, Unmoved>();
  #trouble = '';

  constructor(
    private readonly folder: WatchedFolder,
    private readonly options: WatchOptions,
  ) {
    this.#settling = new Settling(options.settleMs);
  }

  /** Loads the files that are at rest. Those that land together may name each other, so they are loaded together. */
  async look(): Promise<void> {
    try {
      const asked = performance.now();
      const files = await this.folder.files();
      const ready = this.#settling.look(files, { asked, told: performance.now() });
      const loaded = new Set(this.#unmoved.keys());
      const troubles = await this.#moveLoaded(files);
      const fresh = ready.filter(({ name, isLink }) => !loaded.has(name) && !isLink);
      for (const seen of ready.filter(({ name, isLink }) => !loaded.has(name) && isLink)) {
        troubles.push(...(await this.#move({ seen, outcome: outcomeOf(seen.name, [], A_LINK) })));
      }
      for (const batch of batches(fresh)) {
        if (this.options.signal.aborted) break;
        troubles.push(...(await this.#load(batch)));
      }
      this.#tell(troubles);
    } catch (error) {
      this.#tell([troubleOf(error)]);
    }
  }

  async #load(batch: readonly Seen[]): Promise<string[]> {
    const troubles: string[] = [];
    let files: LoadResult['files'] = [];
    let broken: string | null = null;
    try {
      ({ files } = await this.options.load(batch.map(({ name }) => this.folder.pathOf(name))));
    } catch (error) {
      if (!isOfFiles(error)) throw error;
      // One file that no reader can stand must not keep the others from being loaded.
      for (const file of batch.length > 1 ? batch : []) troubles.push(...(await this.#load([file])));
      if (batch.length > 1) return troubles;
      broken = `Something went wrong that should not have: ${maskCpr((error as Error).message)}`;
    }
    for (const seen of batch) {
      const shown = maskCpr(seen.name);
      const results = batch.length === 1 ? files : files.filter(({ file }) => file === shown);
      const now = await this.folder.look(seen.name);
      // What was written to while it was loaded is loaded again once it is at rest.
      if (now === null || !isSame(now, seen)) continue;
      troubles.push(...(await this.#move({ seen, outcome: outcomeOf(seen.name, results, broken) })));
    }
    return troubles;
  }

  async #moveLoaded(files: readonly Seen[]): Promise<string[]> {
    const troubles: string[] = [];
    for (const [name, unmoved] of [...this.#unmoved]) {
      const now = files.find((file) => file.name === name);
      this.#unmoved.delete(name);
      if (now && isSame(now, unmoved.seen)) troubles.push(...(await this.#move(unmoved)));
    }
    return troubles;
  }

  async #move(unmoved: Unmoved): Promise<string[]> {
    const { seen, outcome } = unmoved;
    try {
      const movedTo = await this.folder.move(seen.name, outcome.destiny, textsBeside(outcome), new Date());
      this.options.onFile({ ...outcome, movedTo: maskCpr(movedTo) });
      return [];
    } catch (error) {
      // Another program may have moved it first.
      if ((await this.folder.look(seen.name)) === null) return [];
      this.#unmoved.set(seen.name, unmoved);
      const reason = maskCpr(reasonOf(error));
      return [`${outcome.file} was dealt with, but cannot be moved to ${outcome.destiny}: ${reason}`];
    }
  }

  #tell(troubles: readonly string[]): void {
    const message = troubles.join('\n');
    if (message !== '' && message !== this.#trouble) this.options.onTrouble(message);
    this.#trouble = message;
  }
}

/** Results go by the name without personal numbers: files that would share one are loaded alone. */
function batches(files: readonly Seen[]): Seen[][] {
  const shown = files.map(({ name }) => maskCpr(name));
  const shared = (name: string) => shown.indexOf(name) !== shown.lastIndexOf(name);
  const alone = files.filter((_, i) => shared(shown[i] ?? ''));
  const together = files.filter((_, i) => !shared(shown[i] ?? ''));
  return [...(together.length > 0 ? [together] : []), ...alone.map((file) => [file])];
}

/** What disks, networks and databases say is no fault of a file. */
const OF_SYSTEMS = /^(E[A-Z0-9]+|SQLITE_\w+|[0-9A-Z]{5})$/;

function isOfFiles(error: unknown): boolean {
  if (error instanceof GevinstError) return false;
  const { code = '', message } = error as NodeJS.ErrnoException;
  return !OF_SYSTEMS.test(code) && !/connection terminated|timeout/i.test(message);
}

function troubleOf(error: unknown): string {
  const isBusy = error instanceof GevinstError && error.code === 'warehouse-busy';
  const told = error instanceof GevinstError ? error.message : sentence(reasonOf(error));
  const message = isBusy ? 'Another process is writing to the warehouse.' : maskCpr(told);
  return `${message} The files stay where they are, and are tried again.`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
