import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GevinstError } from './errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Where a warehouse is when nothing else is said. */
export function defaultDatabase(): string {
  return process.env.DATABASE_URL || './gevinst.db';
}

/** The port to serve on when nothing else is said. */
export function defaultPort(): string {
  return process.env.PORT || '3000';
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase());
}

/** The address to listen on. @throws GevinstError `bad-configuration` for any that others could reach */
export function listenHost(host: string): string {
  if (isLoopback(host)) return host.replace(/^\[|\]$/g, '');
  throw new GevinstError(
    'bad-configuration',
    `Gevinst has no sign-in yet, so it serves this machine only: --host ${host} is refused. Use --host 127.0.0.1, and a tunnel (ssh -L) to look at it from elsewhere.`,
    { host },
  );
}

/** @throws GevinstError `bad-configuration` */
export function portNumber(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new GevinstError(
    'bad-configuration',
    `${value} is no port (--port, or PORT in the environment): expected a number from 0 to 65535.`,
  );
}

/** Where the links of mails and calendars lead: PUBLIC_URL, or else this machine. @throws GevinstError `bad-configuration` */
export function publicUrl(env: Environment, port: number): string {
  const given = env.PUBLIC_URL?.trim();
  if (!given) return `http://localhost:${port}`;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === '') {
    return url.href.replace(/\/+$/, '');
  }
  throw new GevinstError(
    'bad-configuration',
    'The environment’s PUBLIC_URL is wrong: expected the dashboard’s address, such as https://gevinst.kommune.dk.',
    { variable: 'PUBLIC_URL' },
  );
}

/** The built dashboard, beside the built server. */
export function webFolder(): string {
  const folder = [
    new URL('./web/', import.meta.url),
    new URL('../dist/web/', import.meta.url),
    new URL('../web/', import.meta.url),
  ]
    .map((url) => fileURLToPath(url))
    .find((path) => existsSync(`${path}/index.html`));
  if (folder) return folder;
  throw new GevinstError('bad-configuration', 'The dashboard has not been built. Run npm run build first.');
}
