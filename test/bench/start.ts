import { join } from 'node:path';
import { type Line, median, run, times } from './measure.ts';
import { freePort, startPeer, untilAnswering } from './servers.ts';
import { ms } from './table.ts';

const BIN = join(import.meta.dirname, '../../dist/gevinst.js');

/** How long the server and the command line take to start, beside Node doing nothing. */
export async function benchStart(db: string, { repeat }: { repeat: number }): Promise<Line[]> {
  const serve = await times(repeat * 3, async () => {
    const port = await freePort();
    const started = await untilAnswering([BIN, 'serve', '--db', db, '--port', String(port)], port);
    await started.stop();
    return started.ms;
  });
  const bare = await times(repeat * 3, async () => {
    const started = await startPeer();
    await started.stop();
    return started.ms;
  });
  const command = async (...args: string[]) =>
    median(await times(repeat * 3, async () => (await run(process.execPath, args)).seconds * 1000));
  const version = await command(BIN, '--version');
  const node = await command('-e', '0');
  return [
    line('gevinst serve to the first answer; peer: node:http', median(serve), median(bare)),
    line('gevinst --version; peer: node -e 0', version, node),
  ];
}

function line(what: string, ours: number, peer: number): Line {
  return { what, gevinst: ms(ours), peer: ms(peer), ratio: ours / peer };
}
