import { listenHost, portNumber } from '../../server/config.ts';
import { mailConfig } from '../../server/mail/config.ts';
import { serve } from '../../server/main.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import { childLoader } from '../childLoader.ts';
import { printable } from '../printable.ts';

export interface ServeOptions {
  db: string;
  host: string;
  port: string;
}

/** `gevinst serve`: until it is interrupted. */
export async function runServe(options: ServeOptions): Promise<void> {
  const port = portNumber(options.port);
  const host = listenHost(options.host);
  const mail = mailConfig(process.env, port);
  const db = await openWarehouse(options.db, { create: true });
  const serving = await serve(db, childLoader(options.db), { host, port });
  const mailing = mail && (await import('../../server/mail/schedule.ts')).scheduleMail(db, mail, sayWhen);
  stopOnSignal(async () => {
    await Promise.all([mailing?.stop(), serving.close()]);
    await db.destroy();
  });
  process.stdout.write(`Gevinst is at ${serving.url} (Ctrl-C stops it)\n`);
}

function sayWhen(line: string): void {
  process.stderr.write(printable(`gevinst: ${new Date().toISOString()} ${line}\n`));
}

/** Ends the process after `stop`, on Ctrl-C and on a service manager's request. */
export function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().finally(() => process.exit(0));
    });
  }
}
