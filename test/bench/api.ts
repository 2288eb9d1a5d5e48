import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import SQLite from 'better-sqlite3';
import { startGevinst } from '../support/gevinst.ts';
import { type Line, median, milliseconds, times } from './measure.ts';
import { startPeer } from './servers.ts';
import { ms, perSecond } from './table.ts';

const AUTOCANNON = join(import.meta.dirname, '../../node_modules/.bin/autocannon');
const PAGES = {
  portfolio: '/api/portfolio',
  'a project’s curve': '/api/projects/P001/series',
  'a project’s benefits': '/api/projects/P001/benefits',
};

/** How long answers take right after the warehouse changed and when nothing did, and how many a second there can be. */
export async function benchApi(folder: string, db: string, { repeat }: { repeat: number }): Promise<Line[]> {
  const server = await startGevinst(['serve', '--db', db]);
  const writer = new SQLite(db);
  // What every load does last: it makes the server forget its answers.
  const change = () => writer.exec("update state set value = cast(value + 1 as text) where name = 'version'");
  const lines: Line[] = [];
  try {
    for (const [name, path] of Object.entries(PAGES)) {
      const ask = async () => {
        const response = await fetch(server.url + path);
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        await response.arrayBuffer();
      };
      const cold = await times(repeat * 3, async () => {
        change();
        return milliseconds(ask);
      });
      const warm = await times(100, () => milliseconds(ask));
      lines.push({ what: `${name}: warehouse just changed`, gevinst: ms(median(cold)) });
      lines.push({ what: `${name}: asked again`, gevinst: ms(median(warm)) });
    }
    lines.push(await throughput(folder, server.url));
  } finally {
    writer.close();
    await server.stop();
  }
  return lines;
}

async function throughput(folder: string, url: string): Promise<Line> {
  const body = join(folder, 'portfolio.json');
  writeFileSync(body, Buffer.from(await (await fetch(url + PAGES.portfolio)).arrayBuffer()));
  const peer = await startPeer(body);
  try {
    const ours = await requestsPerSecond(url + PAGES.portfolio);
    const bare = await requestsPerSecond(peer.url);
    return {
      what: 'answers of /api/portfolio; peer: node:http, same bytes',
      gevinst: perSecond(ours, 'requests'),
      peer: perSecond(bare, 'requests'),
      ratio: ours / bare,
    };
  } finally {
    await peer.stop();
  }
}

async function requestsPerSecond(url: string): Promise<number> {
  const { stdout } = await promisify(execFile)(AUTOCANNON, ['--json', '-c', '10', '-d', '5', url]);
  const { requests, non2xx, errors } = JSON.parse(stdout);
  if (non2xx || errors) throw new Error(`${url}: ${non2xx} answers were no success, ${errors} failed`);
  return requests.average;
}
