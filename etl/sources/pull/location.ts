import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { GevinstError } from '../../../server/errors.ts';
import { maskCpr } from '../../../server/privacy.ts';
import type { Location } from './connector.ts';
import { isSqlServer, shownSqlServer, sqlServerOf } from './sqlServerUrl.ts';

const SCHEME = /^([a-z][a-z0-9+.-]+):\/\//i;
const KINDS: Record<string, Location['kind']> = {
  postgres: 'postgres',
  postgresql: 'postgres',
  http: 'api',
  https: 'api',
};

/**
 * What a location is: the URL of a database or an API, or else the path of a SQLite file.
 * @throws GevinstError `bad-parameter` for URLs that cannot be pulled from
 */
export function locationOf(given: string): Location {
  if (isSqlServer(given)) {
    const at = sqlServerOf(given);
    return { given, kind: 'mssql', shown: maskCpr(shownSqlServer(at)), label: at.server };
  }
  const scheme = SCHEME.exec(given)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    const path = resolve(given);
    return { given: path, kind: 'sqlite', shown: maskCpr(path), label: maskCpr(basename(path)) };
  }
  const kind = KINDS[scheme];
  if (kind === undefined) {
    throw new GevinstError(
      'bad-parameter',
      `${scheme}:// cannot be pulled from. Expected a postgres or mssql URL, an http(s) URL, or the path of a SQLite file.`,
    );
  }
  const url = urlOf(given, scheme);
  if (kind === 'api' && (url.username !== '' || url.password !== '')) {
    throw new GevinstError(
      'bad-parameter',
      'The URL must not hold a name or password, because others on this machine can see it. Put the token in GEVINST_PULL_TOKEN, or in a file named by --token-file.',
    );
  }
  url.password = '';
  url.search = '';
  url.hash = '';
  return { given, kind, shown: url.href.replace(/\/$/, ''), label: url.hostname || basename(url.pathname) };
}

function urlOf(given: string, scheme: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url) return url;
  throw new GevinstError('bad-parameter', `The ${scheme} URL cannot be read. Expected ${scheme}://host/…`);
}

/** The name under which the warehouse keeps how far a location has been read. */
export function stateName(source: string, { shown }: Location): string {
  return `pull:${source}:${createHash('sha256').update(shown).digest('hex').slice(0, 16)}`;
}
