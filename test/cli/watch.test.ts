import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gevinst, tempFolder } from '../support/gevinst.ts';
import { running } from './running.ts';

let folder: ReturnType<typeof tempFolder>;
let inbox: string;
let db: string;
beforeEach(() => {
  folder = tempFolder();
  inbox = join(folder.path, 'inbox');
  db = join(folder.path, 'test.db');
  mkdirSync(inbox);
});
afterEach(() => folder.remove());

const put = (name: string, text: string) => writeFileSync(join(inbox, name), text);
const fast = ['--every', '0.1', '--settle', '0.2'];
const lines = (text: string) => text.split('\n').length - 1;

describe('gevinst watch', () => {
  test('says a line for each file, moves it, and ends well when it is asked to', async () => {
    const watch = running(['watch', inbox, '--db', db, ...fast]);
    await watch.until(({ stdout }) => stdout.startsWith('Watching'));
    put('projects.csv', 'project;name;municipality\nP1;Et;Vejle\n');
    put('robots.csv', 'nothing of use\n');
    await watch.until(({ stdout }) => lines(stdout) === 3);
    const { code, stdout, stderr } = await watch.end('SIGTERM');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      'projects.csv → projects: 1 read, 1 kept, 0 already there, 0 refused (now done/projects.csv)\n',
    );
    expect(stdout).toMatch(/^robots\.csv: nothing was loaded\. .* \(now failed\/robots\.csv\)$/m);
    expect(readdirSync(join(inbox, 'failed')).sort()).toEqual(['robots.csv', 'robots.csv.reason.txt']);
  });

  test('passes on what the files are, and makes robots for their queues', async () => {
    put('export.csv', 'Id,Status,Ended (absolute)\n1,Successful,2026-03-01 08:00:00\n');
    const load = ['--source', 'uipath-queue', '--queue', 'Byggesag', '--zone', 'UTC', '--create-robots'];
    const watch = running(['watch', inbox, '--db', db, '--json', ...fast, ...load]);
    await watch.until(({ stdout }) => lines(stdout) === 1);
    const { code, stdout } = await watch.end('SIGINT');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      status: 'loaded',
      file: 'export.csv',
      tables: ['runs'],
      read: 1,
      kept: 1,
      duplicate: 0,
      refused: 0,
      error: null,
      movedTo: 'done/export.csv',
    });
  });

  test('leaves the warehouse to others between its loads', async () => {
    const watch = running(['watch', inbox, '--db', db, ...fast]);
    await watch.until(({ stdout }) => stdout.startsWith('Watching'));
    const own = join(folder.path, 'projects.csv');
    writeFileSync(own, 'project;name;municipality\nP1;Et;Vejle\n');
    expect(await gevinst('load', own, '--db', db)).toMatchObject({ code: 0 });
    put('robots.csv', 'robot;project;name\nR1;P1;Et\n');
    await watch.until(() => existsSync(join(inbox, 'done', 'robots.csv')));
    await watch.end('SIGTERM');
  });

  test('does not take its own warehouse or mapping for a file to load', async () => {
    const inside = await gevinst('watch', inbox, '--db', join(inbox, 'test.db'));
    expect(inside).toMatchObject({ code: 1, stdout: '' });
    expect(inside.stderr).toMatch(
      /^gevinst: The warehouse .*test\.db must not lie in the folder that is watched\./,
    );
    expect(readdirSync(inbox)).toEqual([]);
  });

  test.each([
    [['--every', 'often'], /^gevinst: --every often: expected a number of seconds/],
    [['--source', 'nothing'], /^gevinst: There is no source nothing\./],
    [['--zone', 'Mars'], /^gevinst: There is no time zone Mars\./],
  ])('%j ends at once, in one line', async (options, message) => {
    const { code, stderr } = await gevinst('watch', inbox, '--db', db, ...options);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});
