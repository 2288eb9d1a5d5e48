import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { Settling } from '../../etl/watch/settling.ts';
import { type WatchedFile, watchFolder } from '../../etl/watch.ts';
import { GevinstError } from '../../server/errors.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import { tempFolder } from '../support/gevinst.ts';
import { LOADED } from './support.ts';

const PROJECTS = 'project;name;municipality\nP1;Et;Vejle\n';
const ROBOTS = 'robot;project;name\nR1;P1;Et\n';
const RUNS = 'robot;transaction;ended;status\nR1;T1;2024-01-01T08:00:00;success\n';

let root: ReturnType<typeof tempFolder>;
let folder: string;
let database: string;
beforeEach(() => {
  root = tempFolder();
  folder = join(root.path, 'inbox');
  database = join(root.path, 'warehouse.db');
  mkdirSync(folder);
});
afterEach(() => root.remove());

const path = (...names: string[]) => join(folder, ...names);
const put = (name: string, text: string) => writeFileSync(path(name), text);
const read = (...names: string[]) => readFileSync(path(...names), 'utf8');
const lying = () => readdirSync(folder, { withFileTypes: true }).flatMap((e) => (e.isFile() ? e.name : []));

/** How often the warehouse was opened, and with which files, from the first. */
let batches: string[][] = [];
beforeEach(() => {
  batches = [];
});

async function load(paths: readonly string[]) {
  batches.push(paths.map((one) => one.slice(folder.length + 1)));
  const db = await openWarehouse(database, { create: true });
  try {
    return await loadPaths(db, paths, { ...LOADED, keepRefused: true });
  } finally {
    await db.destroy();
  }
}

interface Watching {
  files: WatchedFile[];
  troubles: string[];
  /** Waits until it holds. */
  until(holds: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

function watching({ settleMs = 60, loader = load } = {}): Watching {
  const stop = new AbortController();
  const files: WatchedFile[] = [];
  const troubles: string[] = [];
  const ended = watchFolder(folder, {
    everyMs: 20,
    settleMs,
    signal: stop.signal,
    load: loader,
    onStart() {},
    onFile: (file) => files.push(file),
    onTrouble: (message) => troubles.push(message),
  });
  return {
    files,
    troubles,
    async until(holds) {
      const start = performance.now();
      while (!holds()) {
        if (performance.now() - start > 60_000)
          throw new Error(`It never came: ${JSON.stringify({ files, troubles, lies: lying() })}`);
        await pause(10);
      }
    },
    stop: () => {
      stop.abort();
      return ended;
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Watches until so many files were dealt with. */
async function dealtWith(count: number, options = {}): Promise<Watching> {
  const watch = watching(options);
  await watch.until(() => watch.files.length >= count);
  await watch.stop();
  return watch;
}

async function rows(table: 'run' | 'project' | 'load') {
  const db = await openWarehouse(database);
  try {
    return await db.selectFrom(table).selectAll().execute();
  } finally {
    await db.destroy();
  }
}

describe('what lands is loaded', () => {
  test('a file that lies there at the start, and one that lands later, are moved to done', async () => {
    put('projects.csv', PROJECTS);
    const watch = watching();
    await watch.until(() => watch.files.length === 1);
    put('robots.csv', ROBOTS);
    await watch.until(() => watch.files.length === 2);
    await watch.stop();
    expect(watch.files).toMatchObject([
      {
        file: 'projects.csv',
        tables: ['projects'],
        read: 1,
        kept: 1,
        refused: 0,
        movedTo: 'done/projects.csv',
      },
      { file: 'robots.csv', tables: ['robots'], kept: 1, error: null, movedTo: 'done/robots.csv' },
    ]);
    expect(lying()).toEqual([]);
    expect(read('done', 'robots.csv')).toBe(ROBOTS);
    expect(watch.troubles).toEqual([]);
  });

  test('files that land together are loaded together, each after those that it names', async () => {
    put('a-runs.csv', RUNS);
    put('b-robots.csv', ROBOTS);
    put('c-projects.csv', PROJECTS);
    const { files } = await dealtWith(3);
    expect(batches).toEqual([['a-runs.csv', 'b-robots.csv', 'c-projects.csv']]);
    expect(files.map(({ kept, refused }) => [kept, refused])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  test('a file that was loaded but not moved when the machine stopped is loaded again, and changes nothing', async () => {
    put('projects.csv', PROJECTS);
    await load([path('projects.csv')]);
    const { files } = await dealtWith(1);
    expect(files).toMatchObject([{ kept: 0, duplicate: 1, movedTo: 'done/projects.csv' }]);
    expect(await rows('project')).toHaveLength(1);
  });

  test('of two files with one name, the later gets another in done', async () => {
    for (const count of [1, 2, 3]) {
      put('projects.csv', PROJECTS.replace('Et', `Nr. ${count}`));
      await dealtWith(1);
    }
    const names = readdirSync(path('done')).sort();
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/^projects(-\d{8}-\d{6}(-\d)?)?\.csv$/);
  });
});

describe('a file that is being written', () => {
  test('is left until nothing is added for as long as it must rest, and is then loaded once, whole', async () => {
    await load([writeAside('projects.csv', PROJECTS), writeAside('robots.csv', ROBOTS)]);
    batches = [];
    const watch = watching({ settleMs: 250 });
    put('runs.csv', 'robot;transaction;ended;status\n');
    for (let i = 0; i < 20; i++) {
      // Half a row at a time.
      appendFileSync(path('runs.csv'), `R1;T${i};2024-01-0`);
      await pause(30);
      appendFileSync(path('runs.csv'), '1T08:00:00;success\n');
      await pause(30);
    }
    expect(batches).toEqual([]);
    await watch.until(() => watch.files.length === 1);
    await watch.stop();
    expect(batches).toEqual([['runs.csv']]);
    expect(watch.files).toMatchObject([{ read: 20, kept: 20, refused: 0 }]);
  });

  test('and goes on after a pause longer than that, is loaded again once it is whole', async () => {
    put('projects.csv', PROJECTS);
    let grown = false;
    const loader = async (paths: readonly string[]) => {
      const result = await load(paths);
      if (!grown) appendFileSync(path('projects.csv'), 'P2;To;Vejle\n');
      grown = true;
      return result;
    };
    const { files } = await dealtWith(1, { loader });
    expect(batches).toHaveLength(2);
    expect(files).toMatchObject([{ read: 2, kept: 1, duplicate: 1 }]);
    expect(read('done', 'projects.csv')).toContain('P2;To');
  });

  test('a link is not followed: it goes to failed, and a text beside it says so', async () => {
    writeFileSync(join(root.path, 'secret.csv'), PROJECTS);
    symlinkSync(join(root.path, 'secret.csv'), path('projects.csv'));
    const { files } = await dealtWith(1);
    expect(batches).toEqual([]);
    expect(files).toMatchObject([{ file: 'projects.csv', movedTo: 'failed/projects.csv', read: 0 }]);
    const reason = read('failed', 'projects.csv.reason.txt');
    expect(reason).toContain('genveje bliver ikke fulgt');
    expect(reason).toContain('links are not followed');
    expect(existsSync(join(root.path, 'secret.csv'))).toBe(true);
  });

  test.each(['.hidden.csv', '~$projects.xlsx', 'projects.csv.tmp', 'a.part', 'a.crdownload', 'a.filepart'])(
    'under a name such as %s is not touched',
    async (name) => {
      put(name, PROJECTS);
      put('projects.csv', PROJECTS);
      await dealtWith(1);
      expect(batches).toEqual([['projects.csv']]);
      expect(lying()).toEqual([name]);
    },
  );

  test('rests from when it was told of until it is asked for again, however long the file server takes', () => {
    const settling = new Settling(100);
    const files = [{ name: 'projects.csv', size: 1, modified: 1, isLink: false }];
    expect(settling.look(files, { asked: 0, told: 500 })).toEqual([]);
    expect(settling.look(files, { asked: 599, told: 5000 })).toEqual([]);
    expect(settling.look(files, { asked: 600, told: 601 })).toEqual(files);
  });

  test('and has nothing in it yet is waited for', async () => {
    put('projects.csv', '');
    const watch = watching();
    await pause(300);
    expect(batches).toEqual([]);
    put('projects.csv', PROJECTS);
    await watch.until(() => watch.files.length === 1);
    await watch.stop();
    expect(watch.files).toMatchObject([{ kept: 1, error: null }]);
  });
});

describe('a file that cannot be loaded', () => {
  test('is moved to failed, with a text that says what is wrong', async () => {
    put('robots.csv', 'robot;name\nR1;Et\n');
    const { files } = await dealtWith(1);
    expect(files).toMatchObject([{ kept: 0, movedTo: 'failed/robots.csv' }]);
    expect(read('failed', 'robots.csv')).toBe('robot;name\nR1;Et\n');
    const reason = read('failed', 'robots.csv.reason.txt');
    expect(reason).toContain('Nothing of robots.csv was loaded.');
    expect(reason).toContain('needs the column project');
    expect(reason).toContain('put the file back');
  });

  test('because every row was refused has the first hundred of them in that text', async () => {
    const lines = Array.from({ length: 250 }, (_, i) => `R9;T${i};2024-01-01T08:00:00;success`);
    put('runs.csv', ['robot;transaction;ended;status', ...lines, ''].join('\n'));
    const { files } = await dealtWith(1);
    expect(files).toMatchObject([{ read: 250, refused: 250, movedTo: 'failed/runs.csv' }]);
    const reason = read('failed', 'runs.csv.reason.txt');
    expect(reason.match(/^line \d+, robot: “R9” — expected/gm)).toHaveLength(100);
    expect(reason).toContain('and 150 more.');
  });

  test('does not keep others from being loaded', async () => {
    put('projects.csv', PROJECTS);
    put('robots.csv', 'nothing of use\n');
    await dealtWith(2);
    expect(existsSync(path('done', 'projects.csv'))).toBe(true);
    expect(existsSync(path('failed', 'robots.csv'))).toBe(true);
  });

  test('because of what no reader expects is found out on its own', async () => {
    put('bad.csv', 'x');
    put('projects.csv', PROJECTS);
    const loader = async (paths: readonly string[]) => {
      if (paths.some((one) => one.endsWith('bad.csv'))) throw new TypeError('cannot read 010190-1234');
      return load(paths);
    };
    const { files } = await dealtWith(2, { loader });
    expect(files.map(({ movedTo }) => movedTo)).toEqual(['failed/bad.csv', 'done/projects.csv']);
    expect(read('failed', 'bad.csv.reason.txt')).toContain('cannot read XXXXXX-XXXX');
  });
});

describe('a file of which some rows were refused', () => {
  test('is done, with the refused rows in a table beside it', async () => {
    put('projects.csv', 'project;name;municipality;stage\nP1;Et;Vejle;\nP2;To;Vejle;now\nP3;Tre;Vejle;=X\n');
    const { files } = await dealtWith(1);
    expect(files).toMatchObject([{ kept: 1, refused: 2, movedTo: 'done/projects.csv' }]);
    const [header, first, second] = read('done', 'projects.csv.refused.csv')
      .replace('\ufeff', '')
      .split('\r\n');
    expect(header).toBe('afvist på linje;afvist i kolonne;afvist fordi;project;name;municipality;stage');
    expect(first).toMatch(/^3;stage;Et af de kendte ord: .*;P2;To;Vejle;now$/);
    expect(second).toMatch(/^4;stage;.*;P3;Tre;Vejle;'=X$/);
  });
});

describe('nothing is lost when', () => {
  test('another process writes to the warehouse: the file stays, and is tried again', async () => {
    put('projects.csv', PROJECTS);
    let tries = 0;
    const loader = async (paths: readonly string[]) => {
      if (tries++ < 3) throw new GevinstError('warehouse-busy', 'Wait.');
      return load(paths);
    };
    const { files, troubles } = await dealtWith(1, { loader });
    expect(files).toMatchObject([{ movedTo: 'done/projects.csv' }]);
    expect(troubles).toEqual([
      'Another process is writing to the warehouse. The files stay where they are, and are tried again.',
    ]);
  });

  test('a file vanishes before it is loaded, or while it is', async () => {
    put('projects.csv', PROJECTS);
    put('robots.csv', ROBOTS);
    let tries = 0;
    const loader = async (paths: readonly string[]) => {
      if (tries++ === 0) rmSync(path('robots.csv'));
      return load(paths);
    };
    const { files } = await dealtWith(1, { loader });
    expect(files).toMatchObject([{ movedTo: 'done/projects.csv' }]);
    expect(lying()).toEqual([]);
    expect(readdirSync(path('failed'))).toEqual([]);
  });

  test('it cannot be moved: it is loaded once only, and moved as soon as it can be', async () => {
    put('projects.csv', 'project;name;municipality;stage\nP1;Et;Vejle;\nP2;To;Vejle;now\n');
    mkdirSync(path('done', 'projects.csv.refused.csv'), { recursive: true });
    const watch = watching();
    await watch.until(() => watch.troubles.length === 1);
    await pause(100);
    expect(watch.troubles).toEqual([
      'projects.csv was dealt with, but cannot be moved to done: a folder is where the text beside it should be. Move it away.',
    ]);
    rmSync(path('done'), { recursive: true });
    await watch.until(() => watch.files.length === 1);
    await watch.stop();
    expect(batches).toEqual([['projects.csv']]);
    expect(readdirSync(path('done')).sort()).toEqual(['projects.csv', 'projects.csv.refused.csv']);
  });

  test('the watching is ended during a load: the file is loaded and moved first', async () => {
    put('projects.csv', PROJECTS);
    let begun = false;
    const loader = async (paths: readonly string[]) => {
      begun = true;
      await pause(100);
      return load(paths);
    };
    const watch = watching({ loader });
    await watch.until(() => begun);
    await watch.stop();
    expect(watch.files).toMatchObject([{ movedTo: 'done/projects.csv' }]);
  });
});

test('files of which only a personal number tells the names apart each get their own outcome', async () => {
  put('projects 010190-1234.csv', PROJECTS);
  put('projects 020290-1234.csv', 'no;table\n');
  const { files } = await dealtWith(2);
  expect(files.map(({ file }) => file)).toEqual(['projects XXXXXX-XXXX.csv', 'projects XXXXXX-XXXX.csv']);
  expect(readdirSync(path('done'))).toEqual(['projects 010190-1234.csv']);
  expect(readdirSync(path('failed')).sort()).toEqual([
    'projects 020290-1234.csv',
    'projects 020290-1234.csv.reason.txt',
  ]);
});

test('what is no folder cannot be watched', async () => {
  rmSync(folder, { recursive: true });
  const options = { everyMs: 20, settleMs: 20, signal: new AbortController().signal, load };
  const watch = watchFolder(folder, { ...options, onStart() {}, onFile() {}, onTrouble() {} });
  await expect(watch).rejects.toThrow(/^Cannot watch .*: it is not there\.$/);
});

function writeAside(name: string, text: string): string {
  const aside = join(root.path, name);
  writeFileSync(aside, text);
  return aside;
}
