import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approvePlans } from '../../fixtures/demo/approvedPlans.ts';
import { generateDemo } from '../../fixtures/demo/generate.ts';
import { today } from '../../server/clock.ts';
import { listenHost, portNumber } from '../../server/config.ts';
import { serve } from '../../server/main.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import { childLoader } from '../childLoader.ts';
import { loadPaths } from '../load.ts';
import { progressBar } from '../progress.ts';
import { stopOnSignal } from './serve.ts';

export interface DemoOptions {
  host: string;
  port: string;
  open: boolean;
}

/** `gevinst demo`: writes the published cases as a bundle, loads it as any user's files, and serves it. */
export async function runDemo(options: DemoOptions): Promise<void> {
  const port = portNumber(options.port);
  const host = listenHost(options.host);
  const folder = mkdtempSync(join(tmpdir(), 'gevinst-demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const bundle = join(folder, 'bundle');
  const path = join(folder, 'demo.db');
  const db = await openWarehouse(path, { create: true });
  const bar = progressBar('Demo');
  await generateDemo(bundle, (done, total) => bar.update(done, total, 'generating'));
  await loadPaths(db, [bundle], {
    by: 'demo',
    onProgress: (done, total) => bar.update(done, total, 'loading'),
  });
  bar.stop();
  await approvePlans(db, today(), { by: 'demo', at: Math.floor(Date.now() / 1000) });
  const serving = await serve(db, childLoader(path), { host, port });
  stopOnSignal(async () => {
    await serving.close();
    await db.destroy();
  });
  process.stdout.write(`The demo is at ${serving.url} (Ctrl-C stops it, and removes it)\n`);
  if (options.open && process.stdout.isTTY) await (await import('open')).default(serving.url);
}
