import type { Request } from 'express';
import { GevinstError } from '../errors.ts';

/**
 * Lets only our own pages, and programs, change something. A page elsewhere cannot send the header without being asked
 * about first, and is not let in then; and the browser says where a request comes from.
 * @throws GevinstError `forbidden-origin`
 */
export function requireOwnPage(req: Request): void {
  const site = req.get('Sec-Fetch-Site');
  const origin = req.get('Origin');
  const foreign =
    (site !== undefined && site !== 'same-origin') || (origin !== undefined && !isOwn(origin, req));
  if (foreign) {
    throw new GevinstError(
      'forbidden-origin',
      'Only Gevinst’s own pages may change what is in the warehouse.',
    );
  }
  if (req.get('X-Gevinst') !== '1') {
    throw new GevinstError(
      'forbidden-origin',
      'The header “X-Gevinst: 1” is lacking. See /api/openapi.json.',
    );
  }
}

function isOwn(origin: string, req: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === req.get('Host');
}
