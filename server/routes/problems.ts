import type { ErrorRequestHandler } from 'express';
import type { Problem } from '../contract/problem.ts';
import { type ErrorCode, GevinstError } from '../errors.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  'not-found': 404,
  'bad-parameter': 400,
  'forbidden-host': 403,
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
    if (known.code === 'internal') log.error({ err: error, path: req.path }, 'request failed');
    const { code, message, details } = known;
    const body: Problem = { error: details ? { code, message, details } : { code, message } };
    res.status(STATUS[code] ?? 500).json(body);
  };
}

function knownError(error: unknown): GevinstError {
  if (error instanceof GevinstError) return error;
  const status = (error as { status?: number }).status;
  if (status === 404) return new GevinstError('not-found', 'There is no such file.');
  if (error instanceof URIError || status === 400) {
    return new GevinstError('bad-parameter', 'The address is not well-formed.', { parameter: 'path' });
  }
  if ((error as { code?: string }).code === 'SQLITE_BUSY') {
    return new GevinstError('warehouse-busy', 'The warehouse is being written to. Try again in a moment.');
  }
  return new GevinstError('internal', 'Something went wrong in Gevinst. The server’s log says what.');
}
