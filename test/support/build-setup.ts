import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['server', 'etl', 'web', 'fixtures/demo', 'package.json', 'vite.config.ts', 'tsconfig.json'];
const BUILT = ['dist/gevinst.js', 'dist/web/index.html'];

/** Tests of the command line and the pages run what users run: dist/, built anew when a source is newer. */
export default function setup(): void {
  const built = Math.min(...BUILT.map((path) => modified(join(ROOT, path))));
  if (built > Math.max(...SOURCES.map((path) => newest(join(ROOT, path))))) return;
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm run build failed:\n${stdout}${stderr}`);
}

function modified(path: string): number {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function newest(path: string): number {
  if (!existsSync(path) || !statSync(path).isDirectory()) return modified(path);
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(...entries.map((entry) => modified(join(path, entry))));
}
