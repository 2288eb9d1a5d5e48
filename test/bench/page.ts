import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { startGevinst } from '../support/gevinst.ts';
import type { Line } from './measure.ts';
import { kb } from './table.ts';

type Manifest = Record<string, { file: string; imports?: string[] }>;

const WEB = join(import.meta.dirname, '../../dist/web');
const FIRST = ['index.html'];
const WITH_CURVE = [...FIRST, 'charts/CumulativeFigure.tsx'];

/** The JavaScript of the first page as the server sends it; it leaves very small files as they are. */
export async function benchPage(db: string): Promise<Line[]> {
  const manifest: Manifest = JSON.parse(readFileSync(join(WEB, '.vite/manifest.json'), 'utf8'));
  const server = await startGevinst(['serve', '--db', db]);
  try {
    const line = async (what: string, entries: string[]): Promise<Line> => {
      const files = scripts(manifest, entries);
      const sizes = async (encoding: string) => {
        const each = await Promise.all(files.map((file) => sentBytes(`${server.url}/${file}`, encoding)));
        return each.reduce((sum, size) => sum + size, 0);
      };
      return { what, gevinst: `${kb(await sizes('br'))} brotli, ${kb(await sizes('gzip'))} gzip` };
    };
    return [await line('JavaScript of the first page', FIRST), await line('… with its curve', WITH_CURVE)];
  } finally {
    await server.stop();
  }
}

/** The files of some entries and of all that they import at once. */
function scripts(manifest: Manifest, entries: string[]): string[] {
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`dist/web has no ${key}: run npm run build`);
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const entry of entries) visit(entry);
  return [...seen].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'));
}

function sentBytes(url: string, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': encoding } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve(bytes));
    }).once('error', reject);
  });
}
