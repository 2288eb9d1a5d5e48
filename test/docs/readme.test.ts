import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { gevinst, tempFolder } from '../support/gevinst.ts';

const ROOT = join(import.meta.dirname, '../..');
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const readme = text('README.md');
const folder = tempFolder();
afterAll(() => folder.remove());

describe('the README', () => {
  const blocks = [...readme.matchAll(/```(?:sh|text)\n([\s\S]*?)```/g)].map((block) => block[1] ?? '');
  const commands = blocks
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('npx gevinst'));

  test('its load and report print what it says that they print', async () => {
    const db = join(folder.path, 'my.db');
    const [load, report] = commands.map((line) =>
      line
        .split(' ')
        .slice(2)
        .map((arg) => arg.replace('my.db', db)),
    );
    expect(load).toEqual(['load', 'docs/example', '--db', db]);
    expect(await gevinst(...(load ?? []))).toMatchObject({ code: 0, stderr: '' });
    expect((await gevinst(...(report ?? []))).stdout.trim()).toBe(
      blocks.find((b) => b.startsWith('helb'))?.trim(),
    );
  });

  test('its commands are commands of gevinst, and its scripts are in package.json', async () => {
    const { stdout } = await gevinst('--help');
    expect(commands.length).toBeGreaterThan(3);
    for (const line of commands) expect(stdout).toMatch(new RegExp(`^  ${line.split(' ')[2]} `, 'm'));
    const { scripts } = JSON.parse(text('package.json'));
    for (const [, name] of readme.matchAll(/`npm run (\w+)`/g)) expect(scripts).toHaveProperty(name ?? '');
  });
});

const PAGES = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);

test.each(['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'CHANGELOG.md', ...PAGES])(
  'every file that %s links to is there',
  (path) => {
    const links = [...text(path).matchAll(/\]\(([^)#]+)/g)].map((link) => link[1] ?? '');
    const files = links.filter((link) => !link.startsWith('http'));
    expect(files.filter((link) => !existsSync(join(ROOT, path, '..', link)))).toEqual([]);
  },
);

test('docs/arithmetic.md has every reason why a figure is not known', async () => {
  const { REASONS } = await import('../../server/domain/codes.ts');
  const table = text('docs/arithmetic.md').split('## Why a figure is not known')[1] ?? '';
  const listed = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map((row) => row[1]);
  expect([...listed].sort()).toEqual([...REASONS].sort());
});
