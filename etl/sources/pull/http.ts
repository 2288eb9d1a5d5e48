import { setTimeout as sleep } from 'node:timers/promises';
import { GevinstError } from '../../../server/errors.ts';
import { codeOf, unreachable } from './reading.ts';

const TRIES = 5;
const TIMEOUT_MS = 60_000;
const LONGEST_WAIT_MS = 600_000;
const AGAIN = new Set([408, 429, 500, 502, 503, 504]);
/** Nobody is there, or it is not the one: waiting does not help. */
const FINAL = /^(ECONNREFUSED|ENOTFOUND|ENETUNREACH)$|CERT|SELF_SIGNED|UNABLE_TO_/;

export interface Api {
  /** Without a slash at its end. */
  base: string;
  token: string | null;
  signal: AbortSignal;
}

/** Thrown for an answer that is none of data; `status` tells why. */
export class Refused extends GevinstError {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super('source-unreachable', message);
  }
}

/**
 * The JSON that an API answers with. What may pass is tried again: after as long as the answer says, or else after 1,
 * 2, 4 and 8 seconds.
 * @throws GevinstError `source-unreachable`; Refused when it answers with an error
 */
export async function getJson(api: Api, path: string): Promise<unknown> {
  const url = `${api.base}${path}`;
  for (let tried = 1; ; tried++) {
    const backOff = 1000 * 2 ** (tried - 1);
    const last = tried === TRIES;
    let wait = backOff;
    try {
      const response = await fetch(url, {
        headers: {
          accept: 'application/json',
          ...(api.token === null ? {} : { authorization: `Bearer ${api.token}` }),
        },
        signal: AbortSignal.any([api.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      if (response.ok) return await jsonOf(response, url);
      await response.body?.cancel();
      const asked = waitAsked(response);
      if (last || !AGAIN.has(response.status) || (asked ?? 0) > LONGEST_WAIT_MS) throw refused(response, url);
      wait = asked ?? backOff;
    } catch (error) {
      api.signal.throwIfAborted();
      if (error instanceof GevinstError) throw error;
      if (last || FINAL.test(codeOf(error))) throw unreachable(url, error);
    }
    await sleep(wait, undefined, { signal: api.signal });
  }
}

async function jsonOf(response: Response, url: string): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new GevinstError('source-unreachable', `${url} does not answer with JSON. Check the address.`);
  }
}

/** Milliseconds until the next try, as `Retry-After` says it: in seconds, or as a moment. */
function waitAsked(response: Response): number | null {
  const asked = response.headers.get('retry-after')?.trim();
  if (!asked) return null;
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  const moment = Date.parse(asked);
  return Number.isNaN(moment) ? null : Math.max(0, moment - Date.now());
}

function refused({ status }: Response, url: string): Refused {
  const WHY: Record<number, string> = {
    401: 'the token is missing, wrong or out of date. Put it in GEVINST_PULL_TOKEN, or in a file named by --token-file.',
    403: 'the token gives no right to this.',
    404: 'it has no such address. Is it the address of the API, which often ends in /api?',
    410: 'it is no longer there.',
    429: 'it asks for fewer requests. Pull again later.',
  };
  const why =
    WHY[status] ?? (status >= 500 ? 'it has an error of its own. Pull again later.' : 'it refuses.');
  return new Refused(status, `${url} answered ${status}: ${why}`);
}
