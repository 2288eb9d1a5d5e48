import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createApp } from './app.ts';
import { listenHost, webFolder } from './config.ts';
import { GevinstError } from './errors.ts';
import type { Db } from './warehouse/schema.ts';

export interface Serving {
  url: string;
  close(): Promise<void>;
}

/** Serves a warehouse on a loopback address. @throws GevinstError `bad-configuration` if host or port can't be had */
export async function serve(db: Db, { host, port }: { host: string; port: number }): Promise<Serving> {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
  const server = createServer(createApp(db, webFolder(), log));
  await listen(server, listenHost(host), port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${actual}`,
    close: () =>
      new Promise((resolve) => {
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
