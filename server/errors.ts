/** The closed set of things that can go wrong in a way a user can act on. */
export type ErrorCode =
  | 'not-found'
  | 'bad-parameter'
  | 'bad-configuration'
  | 'not-a-warehouse'
  | 'no-warehouse'
  | 'newer-warehouse'
  | 'warehouse-busy'
  | 'unreadable-file'
  | 'unknown-table'
  | 'missing-column'
  | 'unknown-queue'
  | 'unknown-source'
  | 'bad-mapping'
  | 'source-unreachable'
  | 'mail-unreachable'
  | 'too-large'
  | 'cannot-write'
  | 'cannot-undo'
  | 'cannot-restore'
  | 'load-failed'
  | 'upload-busy'
  | 'changed-meanwhile'
  | 'already-exists'
  | 'personal-number'
  | 'forbidden-host'
  | 'forbidden-origin'
  | 'internal';

export interface ErrorDetail {
  [name: string]: string | number | null;
}

/** An error with a message fit for the user: what is wrong, where, and what to do. */
export class GevinstError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: ErrorDetail,
  ) {
    super(message);
    this.name = 'GevinstError';
  }
}
