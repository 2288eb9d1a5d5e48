import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, utimesSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { gevinst, startGevinst, tempFolder, writeBundle } from '../support/gevinst.ts';
import { BYTES, OWN, uploadsAt } from '../support/uploads.ts';

const folder = tempFolder();
const COST = 'project;from;per;amount_kr;category;basis\nP2;2024-03;once;1.000,00;training;actual\n';
let url: string;
let server: Awaited<ReturnType<typeof startGevinst>>;

beforeAll(async () => {
  // Where the server keeps what is uploaded.
  process.env.TMPDIR = folder.path;
  const db = `${folder.path}/test.db`;
  expect((await gevinst('load', writeBundle(`${folder.path}/bundle`, EXAMPLE), '--db', db)).code).toBe(0);
  server = await startGevinst(['serve', '--db', db]);
  url = server.url;
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

const { json, uploaded, post, done, outcome } = uploadsAt(() => url);
const loads = async () => (await json('/api/loads')).loads;
const costsOfP2 = async () => (await json('/api/projects/P2/business-case')).totals.costs;

const kept = () => readdirSync(folder.path).filter((name) => name.startsWith('gevinst-uploads-'));
const uploadsOnDisk = () => kept().flatMap((name) => readdirSync(`${folder.path}/${name}`));

describe('a file is sent, looked through and loaded', () => {
  test('a preview tells what would be kept and writes nothing; a load is in the next answer', async () => {
    const before = { loads: (await loads()).length, costs: await costsOfP2() };
    const { upload } = await uploaded('costs.csv', `${COST}P9;2024-03;once;5;training;actual\n`);
    const [preview] = await outcome(upload, 'preview');
    expect(preview).toMatchObject({ table: 'costs', read: 2, kept: 1, refused: 1, load: null });
    expect(preview?.refusals).toMatchObject([
      { line: 3, column: 'project', value: 'P9', code: 'unknown-reference' },
    ]);
    expect({ loads: (await loads()).length, costs: await costsOfP2() }).toEqual(before);
    const [loaded] = await outcome(upload, 'load');
    expect(loaded).toMatchObject({ kept: 1, refused: 1 });
    expect((await costsOfP2()) - before.costs).toBe(1000);
    expect((await loads())[0]).toMatchObject({
      load: loaded?.load,
      file: 'costs.csv',
      kept: 1,
      undone: null,
    });
  });

  test('files of one upload see each other, whatever their order', async () => {
    const { upload } = await uploaded(
      'costs.csv',
      'project;from;per;amount_kr;category;basis\nNY;2024-03;once;5;training;actual',
    );
    await uploaded('projects.csv', 'project;name;municipality\nNY;Nyt;Vejle', upload);
    const files = await outcome(upload, 'preview');
    expect(files.map(({ table, kept, refused }) => [table, kept, refused])).toEqual([
      ['projects', 1, 0],
      ['costs', 1, 0],
    ]);
  });

  test('queues without a robot are told with their rows, and get robots when that is chosen', async () => {
    const log = ['Løn', 'Løn', 'Flytning'].map(
      (queue, i) => `${queue},Successful,vm,2026-02-1${i} 08:00:00,2026-02-1${i} 08:05:00`,
    );
    const { upload } = await uploaded(
      'jobs.csv',
      ['Process,State,Hostname,Started (absolute),Ended (absolute)', ...log].join('\n'),
    );
    const [without] = await outcome(upload, 'preview');
    expect(without?.unknownQueues).toEqual([
      { queue: 'Løn', rows: 2 },
      { queue: 'Flytning', rows: 1 },
    ]);
    const [made] = await outcome(upload, 'preview', { createRobots: true });
    expect(made).toMatchObject({ source: 'uipath-jobs', kept: 3, refused: 0, unknownQueues: [] });
  });

  test('a file that is not recognised says so, and is read as what it is said to be', async () => {
    const { upload } = await uploaded(
      'udgifter-2024.csv',
      COST.replace(';basis', '').replaceAll(';actual', ''),
    );
    await uploaded('hvad.csv', 'a;b\n1;2', upload);
    const files = await outcome(upload, 'preview');
    expect(files.find(({ file }) => file === 'hvad.csv')).toMatchObject({ status: 'failed', source: null });
    const said = await outcome(upload, 'preview', { files: { 'hvad.csv': { source: 'costs' } } });
    expect(said.find(({ file }) => file === 'hvad.csv')).toMatchObject({ status: 'failed', source: 'costs' });
    const { sources } = await json('/api/sources');
    expect(sources).toContainEqual({ name: 'costs', title: null });
    expect(sources.find((s: { name: string }) => s.name === 'uipath-queue').title).toMatch(/UiPath/);
  });

  test('two loads at once are done one after the other', async () => {
    const uploads = await Promise.all([uploaded('costs.csv', COST), uploaded('costs.csv', COST)]);
    const ended = await Promise.all(uploads.map(({ upload }) => done(upload, 'load')));
    expect(ended.map(({ state, error }) => ({ state, error }))).toEqual([
      { state: 'loaded', error: null },
      { state: 'loaded', error: null },
    ]);
  });
});

describe('nothing of the user’s reaches the disk but the bytes', () => {
  test.each([
    ['../../../etc/costs.csv', 'costs.csv'],
    ['C:\\mine filer\\costs.csv', 'costs.csv'],
    ['.htaccess', 'htaccess'],
    ['..', 'fil'],
    ['a\u0001b\n.csv', 'a_b_.csv'],
    ['Borger 010190-1234.csv', 'Borger XXXXXX-XXXX.csv'],
    [`${'å'.repeat(400)}.csv`, `${'å'.repeat(120)}.csv`],
  ])('%j is kept as %j', async (name, stored) => {
    const { upload, files } = await uploaded(name, 'a');
    expect(files).toEqual([{ name: stored, bytes: 1 }]);
    const [place] = kept();
    expect(readdirSync(`${folder.path}/${place}/${upload}/1`)).toEqual([stored]);
  });

  test('a file is gone when it is loaded, and when it is dropped', async () => {
    const [first, second] = [await uploaded('costs.csv', COST), await uploaded('costs.csv', COST)];
    await done(first.upload, 'load');
    expect(uploadsOnDisk()).not.toContain(first.upload);
    await fetch(`${url}/api/uploads/${second.upload}`, { method: 'DELETE', headers: OWN });
    expect(uploadsOnDisk()).not.toContain(second.upload);
    expect((await fetch(`${url}/api/uploads/${second.upload}`)).status).toBe(404);
  });

  test('a file that is not sent to its end is removed', async () => {
    const before = uploadsOnDisk();
    const sending = request(`${url}/api/uploads?name=a.csv`, {
      method: 'POST',
      headers: { ...BYTES, 'Content-Length': '1000' },
    });
    sending.on('error', () => undefined);
    sending.write('a;b');
    await expect.poll(() => uploadsOnDisk().length).toBe(before.length + 1);
    sending.destroy();
    await expect.poll(uploadsOnDisk).toEqual(before);
  });

  test('a file over 4 GB is refused before it is sent', async () => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { ...BYTES, 'Content-Length': String(5 * 1024 ** 3) };
      const sending = request(`${url}/api/uploads?name=a.csv`, { method: 'POST', headers }, resolve);
      sending.on('error', reject);
      sending.flushHeaders();
    });
    expect(response.statusCode).toBe(413);
    response.destroy();
  });

  test('no personal number is in an answer', async () => {
    const { upload } = await uploaded('costs.csv', `${COST}P1 010190-1234;2024-03;once;5;training;actual\n`);
    await done(upload, 'load');
    const answers = [
      await json(`/api/uploads/${upload}`),
      await json('/api/loads'),
      await json('/api/loads/12'),
    ];
    expect(JSON.stringify(answers)).not.toContain('010190-1234');
  });
});

describe('only our own pages change anything', () => {
  const post = (path: string, headers: Record<string, string>) =>
    fetch(url + path, { method: 'POST', headers, body: 'a' });
  test.each([
    ['without the header', { 'Content-Type': 'application/octet-stream' }, 403],
    ['from another origin', { ...BYTES, Origin: 'https://evil.example' }, 403],
    ['from another port', { ...BYTES, Origin: 'http://localhost:1' }, 403],
    ['from a sandboxed frame', { ...BYTES, Origin: 'null' }, 403],
    ['as a form', { ...OWN, 'Content-Type': 'text/plain' }, 400],
  ])('a file %s is refused', async (_, headers, status) => {
    const before = uploadsOnDisk();
    expect((await post('/api/uploads?name=a.csv', headers as Record<string, string>)).status).toBe(status);
    expect(uploadsOnDisk()).toEqual(before);
  });

  test('a load is not undone for another site', async () => {
    expect((await post('/api/loads/1/undo', {})).status).toBe(403);
    expect((await loads()).at(-1).undone).toBeNull();
  });

  test('a page of our own origin may', async () => {
    expect((await post('/api/uploads?name=a.csv', { ...BYTES, Origin: url })).status).toBe(200);
  });

  test.each([
    [{ files: { 'a.csv': { source: '../../mapping.yaml' } } }],
    [{ files: { 'a.csv': { source: '--db=other.db' } } }],
    [{ files: { 'a.csv': { queue: 'a\nb' } } }],
  ])('a source or queue that is no name is refused: %j', async (options) => {
    const { upload } = await uploaded('a.csv', 'a');
    const response = await post(`/api/uploads/${upload}/preview`, {
      ...OWN,
      'Content-Type': 'application/json',
    });
    expect(response.status).toBe(400);
    const refused = await fetch(`${url}/api/uploads/${upload}/preview`, {
      method: 'POST',
      headers: { ...OWN, 'Content-Type': 'application/json' },
      body: JSON.stringify(options),
    });
    expect(refused.status).toBe(400);
  });

  test('what an upload answers is never kept by a cache', async () => {
    const { upload } = await uploaded('a.csv', 'a');
    expect((await fetch(`${url}/api/uploads/${upload}`)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('a load is undone', () => {
  test('its rows leave, the figures follow, and the record says when and by whom', async () => {
    const before = await costsOfP2();
    const { upload } = await uploaded('costs.csv', COST.replace('2024-03', '2024-04'));
    const [file] = await outcome(upload, 'load');
    expect((await costsOfP2()) - before).toBe(1000);
    const response = await post(`/api/loads/${file?.load}/undo`);
    expect(await response.json()).toMatchObject({ load: file?.load, removed: 1, restored: 0 });
    expect(await costsOfP2()).toBe(before);
    const [record] = await loads();
    expect(record).toMatchObject({ load: file?.load, undoneBy: record.by });
    expect(record.undone).toMatch(/^\d{4}-\d\d-\d\dT/);
    const again = await post(`/api/loads/${file?.load}/undo`);
    expect([again.status, (await again.json()).error.code]).toEqual([409, 'cannot-undo']);
  });

  test('a load that others build on is refused with what to do, and one that is not there is not found', async () => {
    const departments = (await loads()).find((load: { source: string }) => load.source === 'departments');
    const response = await post(`/api/loads/${departments.load}/undo`);
    expect(response.status).toBe(409);
    expect((await response.json()).error.message).toMatch(/Undo those first/);
    expect((await post('/api/loads/9999/undo')).status).toBe(404);
  });
});

test('refused rows are a CSV file that a Danish Excel opens and that runs no formula', async () => {
  const { upload } = await uploaded(
    'costs.csv',
    `${COST}=1+1;2024-03;once;5;training;actual\nP1;"a;""b""";once;5;training;actual\nP1;2024-03;once;-;training;actual\n`,
  );
  const [file] = await outcome(upload, 'load');
  const response = await fetch(`${url}/api/loads/${file?.load}/refusals.csv`);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toContain(`afviste-raekker-${file?.load}.csv`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, ...lines] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
  expect(header).toBe('linje;kolonne;værdi;årsag;kode');
  expect(lines.map((line) => line.split(';').slice(0, 3).join(';'))).toEqual([
    "3;project;'=1+1",
    '4;from;"a',
    "5;amount_kr;'-",
  ]);
  expect(lines[1]).toContain('"a;""b"""');
});

test('on PostgreSQL the same, and the database’s password is no argument of any process', async () => {
  const database = await createDatabase();
  process.env.DATABASE_URL = database.url;
  const other = await startGevinst(['serve']);
  const mine = url;
  url = other.url;
  try {
    const { upload } = await uploaded('projects.csv', 'project;name;municipality\nP1;Et;Vejle');
    const loading = outcome(upload, 'load');
    const seen = [];
    for (let i = 0; i < 20; i++, await pause(10)) seen.push(...commandLines());
    expect((await loading)[0]).toMatchObject({ kept: 1, load: 1 });
    expect(seen.filter((line) => line.includes(database.url))).toEqual([]);
    expect((await json('/api/projects/P1')).name).toBe('Et');
    expect((await post('/api/loads/1/undo')).status).toBe(200);
  } finally {
    url = mine;
    delete process.env.DATABASE_URL;
    await other.stop();
    await database.drop();
  }
});

/** Of every process of the machine, where that can be seen. */
function commandLines(): string[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((process_) => {
      try {
        return [readFileSync(`/proc/${process_}/cmdline`, 'utf8')];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

test('what a server that died has left is removed by the next, but not what another has', async () => {
  const dead = `${folder.path}/gevinst-uploads-999999999-a`;
  const alive = `${folder.path}/gevinst-uploads-${process.pid}-b`;
  const old = new Date(Date.now() - 24 * 60 * 60 * 1000);
  for (const path of [dead, alive]) {
    mkdirSync(path);
    utimesSync(path, old, old);
  }
  const other = await startGevinst(['serve', '--db', `${folder.path}/other.db`]);
  await other.stop();
  expect([existsSync(dead), existsSync(alive)]).toEqual([false, true]);
  rmdirSync(alive);
});

test('what was uploaded is gone when the server stops', async () => {
  const other = await startGevinst(['serve', '--db', `${folder.path}/other.db`]);
  const before = kept();
  const response = await fetch(`${other.url}/api/uploads?name=a.csv`, {
    method: 'POST',
    headers: BYTES,
    body: 'a',
  });
  expect(response.status).toBe(200);
  expect(kept().length).toBe(before.length + 1);
  await other.stop();
  expect(kept()).toEqual(before);
});
