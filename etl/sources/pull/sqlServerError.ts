/** An error with a code by which what it means is looked up. */
export class Coded extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const CERTIFICATE = /CERT|UNABLE_TO_|SELF_SIGNED/;

/** What an error of a query comes of. */
export function queryError(error: Error): Error {
  return codeOf(error) === 'ETIMEOUT' ? new Coded('mssql-slow', error.message) : plainError(error);
}

/** What an error of a login comes of; `number` is the first that SQL Server told, which the error itself has not. */
export function loginError(error: Error, number: number | undefined, hasInstance: boolean): Error {
  const isUnanswered = hasInstance && codeOf(error) === 'ETIMEOUT';
  return isUnanswered ? new Coded('EINSTLOOKUP', error.message) : plainError(error, number);
}

/** By the number that SQL Server gave it, as `mssql-18456`; or a socket’s own error, or the first of several. */
function plainError(error: Error, number = numberOf(error)): Error {
  if (number !== undefined) return new Coded(`mssql-${number}`, messageOf(error));
  const { cause } = error;
  if (!(cause instanceof Error)) return error;
  const code = codeOf(cause);
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return new Coded('mssql-name', cause.message);
  return CERTIFICATE.test(code) ? new Coded('mssql-certificate', cause.message) : cause;
}

function codeOf(error: Error): string {
  return String((error as NodeJS.ErrnoException).code ?? '');
}

function numberOf(error: Error): number | undefined {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return (first as { number?: number } | undefined)?.number;
}

function messageOf(error: Error): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return (first as Error).message;
}
