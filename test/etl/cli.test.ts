import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeTemplate } from '../../etl/template/writeTemplate.ts';
import { engines } from '../support/databases.ts';
import { type Outcome, tempFolder, writeBundle } from '../support/gevinst.ts';
import { fixture } from './support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());
let databases = 0;
const newDatabase = () => join(folder.path, `${databases++}.db`);

/** Runs `gevinst load` from its source. */
function load(...args: string[]): Promise<Outcome> {
  const cli = new URL('../../etl/cli.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', cli, 'load', ...args], {
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

describe('exit code', () => {
  test('0 when all is kept, and 0 when all was there', async () => {
    const db = newDatabase();
    const first = await load(fixture('ok/minimal'), '--db', db);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('runs.csv → runs: 2 read, 2 kept, 0 already there, 0 refused\n');
    const second = await load(fixture('ok/minimal'), '--db', db);
    expect(second.code).toBe(0);
    expect(second.stderr).toContain(
      'gevinst: runs.csv: the same file as load 7, of which nothing has changed\n',
    );
    expect(second.stdout).toContain('runs.csv → runs: 2 read, 0 kept, 2 already there, 0 refused\n');
  });

  test('2 when rows were refused: the first ten of a file are shown, the rest counted', async () => {
    const { code, stdout } = await load(
      fixture('ok/minimal'),
      fixture('bad/runs.csv'),
      '--db',
      newDatabase(),
    );
    expect(code).toBe(2);
    expect(stdout).toMatch(/runs\.csv → runs: 15 read, 1 kept, 0 already there, 14 refused/);
    expect(stdout).toContain('  runs.csv:2 robot: “R9” — expected a known robot\n');
    expect(stdout).toContain('  and 4 more\n');
    expect(stdout.split('\n').filter((line) => line.startsWith('  runs.csv:'))).toHaveLength(10);
  });

  test('2 when a file failed beside good ones', async () => {
    const { code, stdout } = await load(
      fixture('ok/minimal'),
      fixture('bad/robots-empty.csv'),
      '--db',
      newDatabase(),
    );
    expect(code).toBe(2);
    expect(stdout).toContain('robots-empty.csv: nothing was loaded. The file is empty.\n');
  });

  test.each([
    ['every file failed', 'bad/robots-empty.csv'],
    ['there were no rows', 'bad/robots-header-only.csv'],
    ['every row was refused', 'bad/departments-tree.csv'],
  ])('1 when %s', async (_, file) => {
    expect((await load(fixture(file), '--db', newDatabase())).code).toBe(1);
  });

  test('0 for a template that no one has filled in, whose sheets are told as empty in one line', async () => {
    const template = join(folder.path, 'skabelon.xlsx');
    await writeTemplate(template);
    const { code, stdout } = await load(template, '--db', newDatabase());
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^skabelon\.xlsx: \d+ sheets were empty\n$/),
    });
  });

  test('1 for a path that is not there, in one line, without a warehouse being made', async () => {
    const db = newDatabase();
    const { code, stdout, stderr } = await load(join(folder.path, 'none.csv'), '--db', db);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^gevinst: Cannot read .*none\.csv: it is not there\.\n$/);
    expect(existsSync(db)).toBe(false);
  });
});

describe('--json', () => {
  test('is one line with the agreed keys', async () => {
    const { stdout } = await load(
      fixture('ok/minimal/departments.csv'),
      fixture('bad/rates.csv'),
      '--json',
      '--db',
      newDatabase(),
    );
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['files', 'read', 'kept', 'duplicate', 'refused', 'dryRun']);
    expect(answer).toMatchObject({
      files: [
        {
          file: 'departments.csv',
          table: 'departments',
          status: 'loaded',
          read: 1,
          kept: 1,
          duplicate: 0,
          refused: 0,
          refusals: [],
        },
        {
          file: 'rates.csv',
          table: 'rates',
          status: 'loaded',
          read: 3,
          kept: 1,
          duplicate: 0,
          refused: 2,
          refusals: [
            {
              line: 2,
              column: 'hourly_kr',
              value: '-1',
              code: 'out-of-range',
              expected: 'an amount in kroner, at least 0',
            },
            {
              line: 3,
              column: 'hours_per_fte',
              value: '0',
              code: 'out-of-range',
              expected: 'a number of hours above 0',
            },
          ],
        },
      ],
      read: 4,
      kept: 2,
      duplicate: 0,
      refused: 2,
      dryRun: false,
    });
  });

  test('a failed file has its error', async () => {
    const { stdout } = await load(fixture('bad/robots-missing-column.csv'), '--json', '--db', newDatabase());
    const error = expect.stringContaining('needs the column project');
    expect(JSON.parse(stdout).files).toMatchObject([{ status: 'failed', error }]);
  });
});

describe('--dry-run', () => {
  test('makes no warehouse where there is none', async () => {
    const db = newDatabase();
    const { code, stdout } = await load(fixture('ok/minimal'), '--dry-run', '--db', db);
    expect(code).toBe(0);
    expect(stdout).toMatch(/This was a dry run: nothing was written\.\n$/);
    expect(existsSync(db)).toBe(false);
  });
});

test('columns and files that were passed over are said on stderr', async () => {
  const bundle = writeBundle(join(folder.path, 'notes'), {
    projects: 'project;name;municipality;colour\nP1;Et;Vejle;blå',
    other: 'a;b',
  });
  const { code, stderr } = await load(bundle, '--db', newDatabase());
  expect(code).toBe(0);
  expect(stderr).toBe(
    'gevinst: projects.csv: the column “colour” is not known and was not read\ngevinst: other.csv: not a table, passed over\n',
  );
});

test.each(engines)(
  'on $name two processes may load at the same time: each run counts once',
  async ({ open }) => {
    const { db, url, close } = await open();
    try {
      const tables = {
        projects: 'project;name;municipality\nP1;Et;Vejle',
        robots: 'robot;project;name\nR1;P1;Et',
      };
      await load(writeBundle(join(folder.path, 'base'), tables), '--db', url);
      const part = (name: string, from: number) =>
        writeBundle(join(folder.path, name), {
          runs: [
            'robot;transaction;ended;status',
            ...Array.from({ length: 3000 }, (_, i) => `R1;T${from + i};2024-01-01T08:00:00;success`),
          ].join('\n'),
        });
      const outcomes = await Promise.all([
        load(part('first', 0), '--json', '--db', url),
        load(part('second', 1500), '--json', '--db', url),
      ]);
      const [a, b] = outcomes.map(({ stdout }) => JSON.parse(stdout));
      expect([a.kept + b.kept, a.duplicate + b.duplicate]).toEqual([4500, 1500]);
      expect(await db.selectFrom('run_day').select(['runs', 'items']).execute()).toEqual([
        { runs: 4500, items: 4500 },
      ]);
    } finally {
      await close();
    }
  },
);
