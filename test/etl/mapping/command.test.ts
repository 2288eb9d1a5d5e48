import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseMapping } from '../../../etl/sources/mapping/readMapping.ts';
import { type Outcome, tempFolder } from '../../support/gevinst.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const FILE = join(folder.path, 'sager.csv');
writeFileSync(
  FILE,
  'Kø;Sag;Slut;Resultat\nBolig;4711;31-03-2026 08:15;ok\nBolig;4712;31-03-2026 08:16;Parkeret\n',
);

/** Runs `gevinst map` from its source. */
function map(...args: string[]): Promise<Outcome> {
  const cli = new URL('../../../etl/cli.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', cli, 'map', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Outcome = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    out.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    out.stderr += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...out, code })));
}

test('what is printed is a mapping, with the first rows and the doubts in comments', async () => {
  const { code, stdout, stderr } = await map(FILE);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(parseMapping(stdout, 'sager.yaml').table.name).toBe('runs');
  expect(stdout).toContain(
    '# robot  transaction  ended             status\n# Bolig  47…          2026-03-31 08:15  success\n',
  );
  expect(stdout).toContain('# To look at:\n# - 1 row was left out by the mapping’s statuses\n');
  expect(stdout).not.toContain('4711');
});

test('a mapping is written with --out, and never over a file that is there without --force', async () => {
  const out = join(folder.path, 'sager.yaml');
  const first = await map(FILE, '--out', out);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain(`Wrote ${out}.\n`);
  expect(parseMapping(readFileSync(out, 'utf8'), 'sager.yaml').name).toBe('sager');
  const again = await map(FILE, '--out', out);
  expect(again).toMatchObject({
    code: 1,
    stderr: `gevinst: ${out} is there already. Use --force to write over it.\n`,
  });
  expect(await map(FILE, '--out', out, '--force')).toMatchObject({ code: 0 });
});

test('nothing is written for a file that cannot be read, or under a name that is no mapping’s', async () => {
  const out = join(folder.path, 'none.yaml');
  const missing = await map(join(folder.path, 'none.csv'), '--out', out);
  expect(missing).toMatchObject({ code: 1, stderr: 'gevinst: none.csv: It is not there.\n' });
  expect(existsSync(out)).toBe(false);
  const named = await map(FILE, '--out', join(folder.path, 'sager.csv'));
  expect(named.stderr).toMatch(
    /^gevinst: --out .*sager\.csv: the name of a mapping file ends in \.yaml\.\n$/,
  );
});
