import type { LoadOutcome, SourceList, UndoOutcome, UploadOptions } from '../contract/uploads.ts';

/** How far a load is is told to `onProgress` in bytes; `signal` stops it, and then nothing more is written. */
export interface Watch {
  onProgress(done: number, total: number): void;
  signal: AbortSignal;
}

/** What loads files into the warehouse that is served. The server itself only reads it. */
export interface Loader {
  sources: SourceList['sources'];
  /** The name as it may be shown and stored: personal numbers are masked. */
  masked(name: string): string;
  /** What a load would do; writes nothing. @throws GevinstError */
  preview(paths: readonly string[], options: UploadOptions, watch: Watch): Promise<LoadOutcome>;
  /** @throws GevinstError */
  load(paths: readonly string[], options: UploadOptions, watch: Watch): Promise<LoadOutcome>;
  /** @throws GevinstError `cannot-undo`, `not-found` */
  undo(load: number): Promise<UndoOutcome>;
}
