import type { MappingAsk, MappingForm } from '../contract/mappings.ts';
import type { LoadOutcome, SourceList, UndoOutcome, UploadOptions } from '../contract/uploads.ts';

/** Where in its folder the loader leaves the refused rows, as `N-NAME.refused.csv` for the Nth table of its outcome. */
export const REFUSED = 'refused';

/**
 * How far a load is is told to `onProgress` in bytes; `signal` stops it, and then nothing more is written. In `folder`
 * the loader may write what it needs: it is removed with the upload's files.
 */
export interface Watch {
  folder: string;
  onProgress(done: number, total: number): void;
  signal: AbortSignal;
}

/** What loads files into the warehouse that is served. The server itself only reads it. */
export interface Loader {
  sources: SourceList['sources'];
  /** The name as it may be shown and stored: personal numbers are masked. */
  masked(name: string): string;
  /** @throws GevinstError `bad-mapping`, whose details name the `file` and have what is wrong by its path */
  check(options: UploadOptions): Promise<void>;
  /** What is needed to say what a file's columns are. @throws GevinstError `unreadable-file`, `bad-mapping` */
  mappingForm(path: string, asked: MappingAsk, folder: string): Promise<MappingForm>;
  /** The workbook to fill in; with a project’s measures where it is named. @throws GevinstError `not-found` */
  template(project: string | null): Promise<Buffer>;
  /** What a load would do; writes nothing. @throws GevinstError */
  preview(paths: readonly string[], options: UploadOptions, watch: Watch): Promise<LoadOutcome>;
  /** @throws GevinstError */
  load(paths: readonly string[], options: UploadOptions, watch: Watch): Promise<LoadOutcome>;
  /** @throws GevinstError `cannot-undo`, `not-found` */
  undo(load: number): Promise<UndoOutcome>;
}
