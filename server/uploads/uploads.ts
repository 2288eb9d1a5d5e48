import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { MappingAsk, MappingForm } from '../contract/mappings.ts';
import type { LoadOutcome, UndoOutcome, Upload, UploadOptions } from '../contract/uploads.ts';
import { GevinstError } from '../errors.ts';
import { type Loader, REFUSED, type Watch } from './loader.ts';
import { OneAtATime } from './oneAtATime.ts';
import { KEPT_MS, removeLeftBehind, safeName, store, uploadFolder } from './storage.ts';

const MOST_FILES = 500;
const SWEEP_MS = 60_000;

interface Kept {
  upload: string;
  folder: string;
  /** Folders made in it, one a file: files of one name do not meet. */
  places: number;
  files: { name: string; bytes: number; path: string }[];
  state: Upload['state'];
  options: UploadOptions;
  waiting: boolean;
  progress: Upload['progress'];
  outcome: LoadOutcome | null;
  error: Upload['error'];
  /** When it was last asked for, in epoch milliseconds. */
  touched: number;
  stop: AbortController | null;
}

type Work = (paths: readonly string[], options: UploadOptions, watch: Watch) => Promise<LoadOutcome>;

/** The files that were sent to be loaded, in a temporary folder, and how far each upload has come. */
export class Uploads {
  readonly #kept = new Map<string, Kept>();
  readonly #queue = new OneAtATime();
  readonly #sweeping = setInterval(() => this.#sweep(), SWEEP_MS).unref();
  #folder: string | null = null;

  constructor(
    private readonly loader: Loader,
    private readonly onError: (error: unknown) => void,
  ) {
    try {
      removeLeftBehind();
    } catch (error) {
      // Another user's folder, say: nothing that keeps this server from its work.
      onError(error);
    }
  }

  /**
   * Takes a file into a new upload, or into the one named.
   * @param declared how many bytes are said to come; NaN when it is not said
   * @throws GevinstError `not-found`, `upload-busy`, and those of `store`
   */
  async add(input: Readable, name: string, declared: number, to: string | undefined): Promise<Upload> {
    const kept = to === undefined ? this.#create() : this.#idle(to);
    if (kept.places >= MOST_FILES) {
      throw new GevinstError(
        'too-large',
        `An upload takes ${MOST_FILES} files at most. Load a ZIP file instead.`,
      );
    }
    const place = join(kept.folder, String(++kept.places));
    const stored = safeName(this.loader.masked(name));
    this.#kept.set(kept.upload, kept);
    try {
      const bytes = await store(input, place, stored, declared);
      kept.files.push({ name: stored, bytes, path: join(place, stored) });
    } catch (error) {
      if (to === undefined) await this.drop(kept.upload);
      throw error;
    }
    Object.assign(kept, { state: 'uploaded', outcome: null, error: null, touched: Date.now() });
    return shown(kept);
  }

  /** @throws GevinstError `not-found` */
  get(upload: string): Upload {
    return shown(this.#find(upload));
  }

  /** Stops what an upload is doing, and removes its files. One that is gone already is no error. */
  async drop(upload: string): Promise<void> {
    const kept = this.#kept.get(upload);
    if (!kept) return;
    this.#kept.delete(upload);
    kept.stop?.abort();
    await rm(kept.folder, { recursive: true, force: true });
  }

  /** What is needed to say what one file's columns are. @throws GevinstError `not-found`, `unreadable-file`, `bad-mapping` */
  mappingForm(upload: string, asked: MappingAsk): Promise<MappingForm> {
    const { files, folder } = this.#find(upload);
    const file = files.find(({ name }) => name === asked.file);
    if (!file) throw new GevinstError('not-found', 'The upload has no such file.');
    return this.loader.mappingForm(file.path, asked, folder);
  }

  /** Starts to find out what a load would do. @throws GevinstError `not-found`, `upload-busy`, `bad-mapping` */
  async preview(upload: string, options: UploadOptions): Promise<Upload> {
    await this.loader.check(options);
    const kept = this.#idle(upload);
    void this.#work(kept, (...files) => this.loader.preview(...files), options, ['previewing', 'previewed']);
    return shown(kept);
  }

  /** Starts to load. @throws GevinstError `not-found`, `upload-busy`, `bad-mapping` */
  async load(upload: string, options: UploadOptions): Promise<Upload> {
    await this.loader.check(options);
    const kept = this.#idle(upload);
    void this.#work(kept, (...files) => this.loader.load(...files), options, ['loading', 'loaded']);
    return shown(kept);
  }

  /** The refused rows of the table of that number, from 1, of what came of an upload. @throws GevinstError `not-found` */
  async refused(upload: string, table: number): Promise<{ name: string; path: string }> {
    const { folder, stop } = this.#find(upload);
    const names = stop ? [] : await readdir(join(folder, REFUSED)).catch(() => []);
    const found = names.find((name) => name.startsWith(`${table}-`));
    if (found === undefined) throw new GevinstError('not-found', 'There are no refused rows of that table.');
    return { name: found.slice(`${table}-`.length), path: join(folder, REFUSED, found) };
  }

  /** @throws GevinstError `not-found`, `cannot-undo` */
  undo(load: number): Promise<UndoOutcome> {
    return this.#queue.run(() => this.loader.undo(load));
  }

  /** Stops everything, and removes all files. */
  close(): void {
    clearInterval(this.#sweeping);
    for (const { stop } of this.#kept.values()) stop?.abort();
    this.#kept.clear();
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  async #work(
    kept: Kept,
    work: Work,
    options: UploadOptions,
    [during, after]: [Upload['state'], Upload['state']],
  ): Promise<void> {
    const stop = new AbortController();
    Object.assign(kept, {
      state: during,
      options,
      waiting: this.#queue.busy,
      progress: null,
      error: null,
      stop,
    });
    try {
      const outcome = await this.#queue.run(() => {
        stop.signal.throwIfAborted();
        kept.waiting = false;
        const onProgress = (done: number, total: number) => {
          kept.progress = { done, total };
        };
        const paths = kept.files.map(({ path }) => path);
        return work(paths, options, { folder: kept.folder, onProgress, signal: stop.signal });
      });
      // What was refused can be fetched for as long as the upload is known.
      if (after === 'loaded') await removeFiles(kept).catch(this.onError);
      Object.assign(kept, { state: after, outcome });
    } catch (error) {
      if (stop.signal.aborted) return;
      if (!(error instanceof GevinstError)) this.onError(error);
      Object.assign(kept, { state: 'failed', error: told(error) });
    } finally {
      Object.assign(kept, { stop: null, waiting: false, touched: Date.now() });
    }
  }

  #create(): Kept {
    this.#folder ??= uploadFolder();
    const upload = randomBytes(16).toString('base64url');
    return {
      upload,
      folder: join(this.#folder, upload),
      places: 0,
      files: [],
      state: 'uploaded',
      options: {},
      waiting: false,
      progress: null,
      outcome: null,
      error: null,
      touched: Date.now(),
      stop: null,
    };
  }

  #find(upload: string): Kept {
    const kept = this.#kept.get(upload);
    if (!kept) {
      throw new GevinstError(
        'not-found',
        'There is no such upload. Files are kept for an hour: send them again.',
      );
    }
    kept.touched = Date.now();
    return kept;
  }

  #idle(upload: string): Kept {
    const kept = this.#find(upload);
    if (kept.stop || kept.state === 'loaded') {
      const why = kept.stop
        ? 'is being worked on. Wait, or stop it first'
        : 'has been loaded. Send the files again';
      throw new GevinstError('upload-busy', `The upload ${why}.`);
    }
    return kept;
  }

  #sweep(): void {
    const oldest = Date.now() - KEPT_MS;
    for (const { upload, touched, stop } of this.#kept.values()) {
      if (touched < oldest && !stop) void this.drop(upload).catch(this.onError);
    }
  }
}

/** Removes an upload's files, and its folder when no refused rows are in it. */
async function removeFiles({ files, folder }: Kept): Promise<void> {
  const gone = { recursive: true, force: true };
  const refused = await readdir(join(folder, REFUSED)).catch(() => []);
  if (refused.length === 0) return rm(folder, gone);
  for (const { path } of files) await rm(dirname(path), gone);
}

function shown({ upload, files, state, options, waiting, progress, outcome, error }: Kept): Upload {
  const named = files.map(({ name, bytes }) => ({ name, bytes }));
  return { upload, files: named, state, options, waiting, progress, outcome, error };
}

function told(error: unknown): { code: string; message: string } {
  if (error instanceof GevinstError) return { code: error.code, message: error.message };
  return { code: 'internal', message: 'Something went wrong in Gevinst. The server’s log says what.' };
}
