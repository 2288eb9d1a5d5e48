import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../../etl/sources/pull/connect.ts';
import { locationOf } from '../../../etl/sources/pull/location.ts';
import { COPENHAGEN } from '../../../etl/time/zone.ts';
import { AutomationServer, send, type WorkItem } from './automationServer.ts';

let server: AutomationServer;
let base: string;
beforeEach(async () => {
  server = new AutomationServer();
  base = await server.start();
  server.queues = [{ id: 7, name: 'Sygedagpenge' }];
});
afterEach(() => server.stop());

const clock = (minutes: number) =>
  new Date(Date.UTC(2026, 2, 1) + minutes * 60_000).toISOString().slice(0, 19);
const item = (id: number, minutes = id): WorkItem => ({
  id,
  workqueue_id: 7,
  status: 'completed',
  updated_at: clock(minutes),
});
const items = (count: number) => Array.from({ length: count }, (_, i) => item(i + 1));

interface Asking {
  since?: number | null;
  token?: string | null;
  url?: string;
  signal?: AbortSignal;
}

/** All rows that come of the API. */
async function read({ since = null, token = null, url = base, signal }: Asking = {}): Promise<string[][]> {
  const access = { zone: COPENHAGEN, token, signal: signal ?? new AbortController().signal };
  const connector = await connect('automation-server', locationOf(url), access);
  const rows: string[][] = [];
  for await (const page of connector.pages(since)) rows.push(...page);
  return rows;
}

const ids = (rows: string[][]) => rows.map(([id]) => Number(id));
const distinct = (rows: string[][]) => new Set(ids(rows)).size;
const askedFor = (path: string) => server.asked.filter((one) => one.includes(path)).length;

describe('items of the API', () => {
  test('become rows with what a run is made of, and no payload', async () => {
    server.items = [{ ...item(1), started_at: '2026-03-01T00:00:10', work_duration_seconds: 50 }, item(2)];
    expect(await read()).toEqual([
      ['2', '7', 'Sygedagpenge', 'completed', '', '', '2026-03-01T00:02:00'],
      ['1', '7', 'Sygedagpenge', 'completed', '2026-03-01T00:00:10', '50', '2026-03-01T00:01:00'],
    ]);
  });

  test('come from all pages of all queues, 200 at a time', async () => {
    server.queues.push({ id: 8, name: 'Tom' }, { id: 9, name: 'Byggesag' });
    server.items = [...items(401), { ...item(1000), workqueue_id: 9 }];
    expect(distinct(await read())).toBe(402);
    expect(askedFor('/7/items?')).toBe(3);
  });

  test('come of queues whose list has pages too', async () => {
    server.pagedQueues = true;
    server.queues = Array.from({ length: 201 }, (_, i) => ({ id: i + 1, name: `K${i}` }));
    server.items = [{ ...item(1), workqueue_id: 201 }];
    expect(await read()).toHaveLength(1);
  });

  test('are read back to a time, and no further', async () => {
    server.items = items(1000);
    const since = Date.parse(`${clock(751)}+01:00`) / 1000;
    const rows = await read({ since });
    expect(ids(rows).sort((a, b) => a - b)[0]).toBe(751);
    expect(rows).toHaveLength(250);
    expect(askedFor('/items')).toBe(2);
  });

  test('are read to the end where the server does not sort them', async () => {
    server.items = items(600);
    server.before = (path, response) => {
      if (!path.includes('/items')) return;
      const page = Number(/page=(\d+)/.exec(path)?.[1]);
      const all = server.items.slice((page - 1) * 200, page * 200);
      send(response, 200, { items: all, total_items: 600, total_pages: 3 });
      return true;
    };
    const since = Date.parse(`${clock(599)}+01:00`) / 1000;
    expect(ids(await read({ since }))).toEqual([599, 600]);
  });
});

describe('while pages are read', () => {
  /** Once the n-th page of items is asked for. */
  const atPage = (n: number, change: () => void) => {
    let done = false;
    server.before = (path) => {
      if (done || !path.includes(`/items?page=${n}&`)) return;
      done = true;
      change();
      return;
    };
  };

  test('new items lose none of the others', async () => {
    server.items = items(1000);
    atPage(3, () => server.items.push(...Array.from({ length: 300 }, (_, i) => item(2000 + i))));
    const found = new Set(ids(await read()));
    for (let id = 1; id <= 1000; id++) expect(found.has(id)).toBe(true);
  });

  test('deleted items lose none of the others', async () => {
    server.items = items(1000);
    // The 350 latest, which have been read: all others move up by almost two pages.
    atPage(4, () => {
      server.items = server.items.filter(({ id }) => id <= 650);
    });
    expect(distinct(await read())).toBe(1000);
  });

  test('items deleted and added at once lose none of the others', async () => {
    server.items = items(1000);
    atPage(4, () => {
      server.items = server.items.filter(({ id }) => id <= 700);
      server.items.push(...Array.from({ length: 100 }, (_, i) => item(2000 + i)));
    });
    const found = new Set(ids(await read()));
    for (let id = 1; id <= 1000; id++) expect(found.has(id)).toBe(true);
  });

  test('a queue that is deleted is passed over, and the others are read', async () => {
    server.queues.push({ id: 8, name: 'Byggesag' });
    server.items = [item(1), { ...item(2), workqueue_id: 8 }];
    atPage(1, () => {
      server.queues = server.queues.filter(({ id }) => id === 8);
    });
    expect(ids(await read())).toEqual([2]);
  });
});

describe('an answer that is an error', () => {
  const answers = (...statuses: [number, Record<string, string>?][]) => {
    server.before = (_, response) => {
      const next = statuses.shift();
      if (!next) return;
      send(response, next[0], 'busy', next[1]);
      return true;
    };
  };

  test.each([429, 503])('%i is tried again after as long as it says', async (status) => {
    server.items = items(1);
    answers([status, { 'retry-after': '1' }], [status, { 'retry-after': new Date().toUTCString() }]);
    const start = performance.now();
    expect(await read()).toHaveLength(1);
    expect(performance.now() - start).toBeGreaterThan(990);
    expect(askedFor('/workqueues?')).toBe(3);
  });

  test('that asks for a wait of more than ten minutes ends the pull', async () => {
    answers([429, { 'retry-after': '3600' }]);
    await expect(read()).rejects.toThrow(/answered 429: it asks for fewer requests/);
  });

  test('and a wait are ended by the signal', async () => {
    answers([503, { 'retry-after': '60' }]);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    await expect(read({ signal: stop.signal })).rejects.toThrow(/abort/);
  });

  test('401 says where the token goes, and never what it was', async () => {
    server.token = 'right-token';
    server.items = items(1);
    const error = await read({ token: 'wrong-token' }).catch((e) => e);
    expect(error).toMatchObject({ code: 'source-unreachable' });
    expect(error.message).toMatch(/answered 401: .*GEVINST_PULL_TOKEN/);
    expect(error.message).not.toContain('wrong-token');
    expect(await read({ token: 'right-token' })).toHaveLength(1);
  });

  test.each([
    ['404 asks for the address of the API', '/elsewhere', /answered 404: .*ends in \/api/],
    ['what is no JSON is not the API', '/api', /does not answer with JSON/],
  ])('%s', async (_, path, message) => {
    if (path === '/api') server.before = (_path, response) => Boolean(response.end('<html>')) || true;
    await expect(read({ url: base.replace('/api', path) })).rejects.toThrow(message);
  });

  test('JSON of another shape is not the API, and says in what', async () => {
    server.items = [{ ...item(1), updated_at: null as unknown as string }];
    await expect(read()).rejects.toThrow(
      /does not answer as Automation Server does \(items\.0\.updated_at\)/,
    );
  });

  test('nobody there is said at once', async () => {
    const url = 'http://127.0.0.1:2/api';
    await expect(read({ url })).rejects.toThrow(/^Cannot read from http.*: nothing answers there/);
  });
});
