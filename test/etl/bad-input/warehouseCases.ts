import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, openSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type BadCommand, file, untouched } from './badCommand.ts';
import { projects, type Section } from './badFile.ts';

/** Rows for some megabytes of warehouse. */
const MANY = 20_000;

/** What is wrong with the warehouse, or its disk. */
export const WAREHOUSES: Section<BadCommand> = {
  heading: 'The warehouse and its disk',
  cases: [
    {
      title: 'A full disk',
      gets: 'Nothing of the file is loaded, and a sentence says why; the warehouse is as it was.',
      prepare: (place) => {
        const rows = Array.from({ length: MANY }, (_, i) => `P${i};${'Navn '.repeat(20)}`);
        return file(place, 'projects.csv', projects(...rows));
      },
      // A limit of a file's size fails as a full disk does, and needs neither root nor a disk.
      shell: 'ulimit -f 1000; exec "$@"',
      code: 1,
      stderr: /^gevinst: The disk (is full|does not take what is written)\b.*\.\n$/,
    },
    {
      title: 'A warehouse that another process is writing to, and goes on writing to',
      gets: 'The load waits for fifteen seconds; then a sentence says so.',
      prepare: async (place) => {
        const writer = holdLock(place.db);
        await once(writer.stdout ?? writer, 'data');
        return { ...file(place, 'projects.csv', projects('P2;Et')), after: () => ended(writer) };
      },
      code: 1,
      stderr:
        /^gevinst: Another process is writing to the warehouse\. Wait until it is done, and load again\.\n$/,
    },
    {
      title: 'A warehouse that may only be read',
      gets: 'A sentence that says so.',
      prepare: (place) => {
        chmodSync(place.db, 0o444);
        return file(place, 'projects.csv', projects('P2;Et'));
      },
      asOther: true,
      code: 1,
      stderr: /^gevinst: The warehouse may not be written to\..*\n$/,
    },
    {
      title: 'A folder that may only be read, and no warehouse in it',
      gets: 'A sentence that the warehouse cannot be made.',
      prepare: (place) => {
        const { args } = file(place, 'projects.csv', projects('P2;Et'));
        mkdirSync(join(place.folder, 'closed'), { mode: 0o555 });
        return { args: [...args.slice(0, 2), join(place.folder, 'closed', 'new.db')] };
      },
      asOther: true,
      code: 1,
      stderr: /^gevinst: Cannot open .*new\.db: .+\.\n$/,
    },
    {
      title: 'A --db that is another file',
      gets: 'A sentence that it is no warehouse; it is left as it was.',
      prepare: (place) => {
        const { args } = file(place, 'projects.csv', projects('P2;Et'));
        const [path = ''] = args;
        return { args: [path, '--db', path], after: untouched(path) };
      },
      code: 1,
      stderr: /^gevinst: .*projects\.csv is not a Gevinst warehouse, and was left untouched\..*\n$/,
    },
    {
      title: 'A warehouse that is damaged',
      gets: 'A sentence that says so; nothing is written to it.',
      prepare: (place) => {
        const damaged = openSync(place.db, 'r+');
        writeSync(damaged, Buffer.alloc(120_000, 0xa5), 0, 120_000, 8192);
        return { ...file(place, 'projects.csv', projects('P2;Et')), after: untouched(place.db) };
      },
      code: 1,
      stderr: /^gevinst: Cannot open .*w\.db: .*malformed.*\n$/,
      projects: null,
    },
    {
      title: 'Half of a warehouse',
      gets: 'A sentence that says so; nothing is written to it.',
      prepare: (place) => {
        truncateSync(place.db, 50_000);
        return { ...file(place, 'projects.csv', projects('P2;Et')), after: untouched(place.db) };
      },
      code: 1,
      stderr: /^gevinst: (Cannot open )?.*w\.db.*\n$/,
      projects: null,
    },
    {
      title: 'A PostgreSQL server that does not answer',
      gets: 'A sentence with its address, without the password.',
      prepare: (place) => {
        const { args } = file(place, 'projects.csv', projects('P2;Et'));
        return { args: [...args.slice(0, 2), 'postgres://anne:hemmeligt@127.0.0.1:1/gevinst'] };
      },
      code: 1,
      stderr: /^gevinst: Cannot open postgres:\/\/anne:…@127\.0\.0\.1:1\/gevinst: .+\n$/,
    },
  ],
};

/** Tried by test/cli/kill.test.ts, which needs more than one try. */
export const KILLED = {
  title: 'A load that is killed (kill -9, no memory left)',
  gets: 'The warehouse holds all of the file or none of it; loading again gives what an undisturbed load gives.',
};

/** Tried there too. */
export const INTERRUPTED = {
  title: 'A load that is interrupted (Ctrl-C, a restart)',
  gets: 'Nothing of the file that was being loaded is in the warehouse.',
};

/** A process that holds the warehouse's write lock, and says when it does. */
function holdLock(db: string): ChildProcess {
  const script = `
    const db = new (require('better-sqlite3'))(${JSON.stringify(db)});
    db.exec('begin immediate');
    process.stdout.write('held');
    setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ['-e', script], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

async function ended(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'close');
}
