import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createApp } from './app.ts';
import { listenHost, webFolder } from './config.ts';
import { GevinstError } from './errors.ts';
import type { Loader } from './uploads/loader.ts';
import { KEPT_MS } from './uploads/storage.ts';
import { Uploads } from './uploads/uploads.ts';
import type { Db } from './warehouse/schema.ts';

/** Longer than proxies and browsers keep a connection: what they send on one that is just being closed would be lost. */
const KEEP_ALIVE_MS = 75_000;

export interface Serving {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a warehouse on a loopback address.
 * @param loader what loads files into the same warehouse
 * @throws GevinstError `bad-configuration` if host or port can't be had
 */
export async function serve(
  db: Db,
  loader: Loader,
  { host, port }: { host: string; port: number },
): Promise<Serving> {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
  const uploads = new Uploads(loader, (err) => log.error({ err }, 'upload failed'));
  process.once('exit', () => uploads.close());
  // A large file over a slow tunnel takes its time; Node would give it five minutes.
  const server = createServer(
    { requestTimeout: KEPT_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    createApp(db, webFolder(), log, uploads, loader),
  );
  await listen(server, listenHost(host), port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${actual}`,
    close: () =>
      new Promise((resolve) => {
        uploads.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = `Port ${port} is taken by another program. Stop it, or choose another with --port.`;
      reject(
        new GevinstError(
          'bad-configuration',
          error.code === 'EADDRINUSE' ? busy : `Cannot listen: ${error.message}.`,
          {
            port,
          },
        ),
      );
    });
    server.listen(port, host, () => resolve());
  });
}
