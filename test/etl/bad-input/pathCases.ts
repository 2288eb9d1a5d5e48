import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type BadCommand, file, NOTHING, type Place } from './badCommand.ts';
import { lines, projects, type Section } from './badFile.ts';

function missing(title: string, make: (place: Place) => string): BadCommand {
  return {
    title,
    gets: 'A sentence with the path, and no warehouse is made.',
    prepare: (place) => {
      const db = join(place.folder, 'new.db');
      return { args: [make(place), '--db', db], after: () => assert(!existsSync(db)) };
    },
    code: 1,
    stderr: /^gevinst: Cannot read .+: .+\.\n$/,
  };
}

function noFile(title: string, prepare: BadCommand['prepare']): BadCommand {
  return {
    title,
    gets: 'A sentence that it is no file; nothing waits for it.',
    prepare,
    code: 1,
    stdout: /: nothing was loaded\. It is a device or pipe, not a file\.\n$/,
    stderr: NOTHING,
  };
}

/** Where files come from. */
export const PATHS: Section<BadCommand> = {
  heading: 'Paths',
  cases: [
    missing('A path that is not there', ({ folder }) => join(folder, 'none.csv')),
    missing('A file name that is too long for the disk', ({ folder }) =>
      join(folder, `${'x'.repeat(300)}.csv`),
    ),
    missing('A link that leads back to itself', ({ folder }) => {
      symlinkSync(join(folder, 'runs.csv'), join(folder, 'runs.csv'));
      return join(folder, 'runs.csv');
    }),
    {
      title: 'An empty folder, or one with nothing that can be read',
      gets: 'A sentence that there is no table to load; what was passed over is named.',
      prepare: ({ folder, db }) => {
        mkdirSync(join(folder, 'runs.csv', 'inner'), { recursive: true });
        writeFileSync(join(folder, 'runs.csv', 'film.mov'), 'x');
        return { args: [join(folder, 'runs.csv'), '--db', db] };
      },
      code: 1,
      stdout: /^There is no table to load\.\n$/,
      stderr: /^gevinst: film\.mov: not a table, passed over\ngevinst: inner: not a table, passed over\n$/,
    },
    noFile('A named pipe that no one writes to', ({ folder, db }) => {
      const path = join(folder, 'runs.csv');
      spawnSync('mkfifo', [path]);
      return { args: [path, '--db', db] };
    }),
    noFile('/dev/null', ({ db }) => ({ args: ['/dev/null', '--source', 'runs', '--db', db] })),
    noFile('/dev/zero, which never ends', ({ db }) => ({
      args: ['/dev/zero', '--source', 'runs', '--db', db],
    })),
    noFile('A socket', async ({ folder, db }) => {
      const path = join(folder, 'runs.csv');
      const server = createServer().listen(path);
      await once(server, 'listening');
      return { args: [path, '--db', db], after: () => void server.close() };
    }),
    {
      title: 'A file that may not be read',
      gets: 'A sentence that says so.',
      prepare: (place) => {
        const prepared = file(place, 'projects.csv', projects('P2;Et'));
        chmodSync(join(place.folder, 'projects.csv'), 0);
        return prepared;
      },
      asOther: true,
      code: 1,
      stdout: /^projects\.csv: nothing was loaded\. Reading it is not allowed\.\n$/,
      stderr: NOTHING,
    },
    {
      title: 'A folder that may not be read',
      gets: 'A sentence that says so.',
      prepare: ({ folder, db }) => {
        mkdirSync(join(folder, 'bundle'), { mode: 0 });
        return { args: [join(folder, 'bundle'), '--db', db] };
      },
      asOther: true,
      code: 1,
      stderr: /^gevinst: Cannot read .*bundle: reading it is not allowed\.\n$/,
    },
    {
      title: 'A file that is given twice',
      gets: 'The second time all its rows are already there.',
      prepare: (place) => {
        const { args } = file(place, 'projects.csv', projects('P2;Et'));
        return { args: [args[0] ?? '', ...args] };
      },
      code: 0,
      stdout: /1 kept, 0 already there, 0 refused\n.* 0 kept, 1 already there, 0 refused\n$/,
      stderr: /^gevinst: projects\.csv: the same file as load \d+, of which nothing has changed\n$/,
      projects: 2,
    },
    {
      title: 'A --source that is not known',
      gets: 'A sentence with those that are.',
      prepare: (place) => {
        const { args } = file(place, 'projects.csv', projects('P2;Et'));
        return { args: [...args, '--source', 'projekt'] };
      },
      code: 1,
      stderr: /^gevinst: There is no .*projekt.* departments, .*\n$/,
    },
    {
      title: 'Control characters in a file’s name and cells',
      gets: 'The terminal is shown � in their place.',
      prepare: (place) =>
        file(place, 'robots-\u001b[2J.csv', lines('robot;project;name', 'R2;P\u202e9\u0007;Et')),
      code: 1,
      stdout: /^robots-�\[2J\.csv → robots: 1 read, 0 kept.*\n .*“P�9�” — expected a known project\n$/,
      stderr: NOTHING,
    },
    {
      title: 'Output that is no longer read: gevinst load … | head -0',
      gets: 'The load is finished, without complaint.',
      prepare: (place) =>
        file(place, 'projects.csv', projects('P2;Et', ...Array.from({ length: 9999 }, () => 'P9;'))),
      shell: 'set -o pipefail; "$@" --json | head -c 0',
      code: 2,
      stderr: NOTHING,
      projects: 2,
    },
    {
      title: 'Input and output that are closed: gevinst load … <&- >&-',
      gets: 'The load is finished.',
      prepare: (place) => file(place, 'projects.csv', projects('P2;Et')),
      shell: '"$@" <&- >&-',
      code: 0,
      stderr: NOTHING,
      projects: 2,
    },
    {
      title: 'Output to a full disk: gevinst load … > /dev/full',
      gets: 'The load is finished; a sentence says that its answer could not be written.',
      prepare: (place) => file(place, 'projects.csv', projects('P2;Et')),
      shell: '"$@" > /dev/full',
      code: 1,
      stderr: /^gevinst: The answer could not be written: .+\.\n$/,
      projects: 2,
    },
  ],
};
