import type { ErrorRequestHandler } from 'express';
import type { Problem } from '../contract/problem.ts';
import { type ErrorCode, type ErrorDetail, GevinstError } from '../errors.ts';
import { maskCpr } from '../privacy.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  'not-found': 404,
  'bad-parameter': 400,
  'forbidden-host': 403,
  'forbidden-origin': 403,
  'upload-busy': 409,
  'changed-meanwhile': 409,
  'already-exists': 409,
  'personal-number': 422,
  'cannot-undo': 409,
  'cannot-restore': 409,
  'load-failed': 422,
  'bad-mapping': 422,
  'unreadable-file': 422,
  'too-large': 413,
  'cannot-write': 507,
  'warehouse-busy': 503,
};

export interface Logger {
  error(details: object, message: string): void;
}

/** Renders every error once, as `{error: {code, message, details?}}`. What is not ours is logged, not shown. */
export function problems(log: Logger): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const known = knownError(error);
    if (known.code === 'internal') log.error({ err: error, path: maskCpr(req.path) }, 'request failed');
    const { code, details } = known;
    const message = maskCpr(known.message);
    const body: Problem = {
      error: details ? { code, message, details: masked(details) } : { code, message },
    };
    res.status(STATUS[code] ?? 500).json(body);
  };
}

/** What was asked for may itself hold a personal number. */
function masked(details: ErrorDetail): ErrorDetail {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? maskCpr(value) : value,
    ]),
  );
}

function knownError(error: unknown): GevinstError {
  if (error instanceof GevinstError) return error;
  const { status, type } = error as { status?: number; type?: string };
  if (error instanceof URIError) {
    return new GevinstError('bad-parameter', 'The address is not well-formed.', { parameter: 'path' });
  }
  if (type === 'entity.too.large') return new GevinstError('too-large', 'The body is longer than is taken.');
  // The rest of these are Express’ word on a body: also on one that is said to be packed, and is not.
  if (status === 400 || type?.startsWith('entity.') || /^(encoding|charset)\.unsupported$/.test(type ?? '')) {
    return new GevinstError('bad-parameter', 'The body is not well-formed JSON.', {
      parameter: 'body',
    });
  }
  if (status === 404) return new GevinstError('not-found', 'There is no such file.');
  if ((error as { code?: string }).code === 'SQLITE_BUSY') {
    return new GevinstError('warehouse-busy', 'The warehouse is being written to. Try again in a moment.');
  }
  return new GevinstError('internal', 'Something went wrong in Gevinst. The server’s log says what.');
}
