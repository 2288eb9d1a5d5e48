import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { COPENHAGEN } from '../../etl/time/zone.ts';
import { undoLoad } from '../../etl/undo.ts';
import { engines, type TestWarehouse } from '../support/databases.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';
import { LOADED } from './support.ts';

const STATUSES = ['success', 'business_exception', 'system_exception', 'abandoned'] as const;

interface Run {
  robot: string;
  transaction: string;
  ended: number;
  took: number | null;
  status: (typeof STATUSES)[number];
  items: number;
  reason: string;
}

/** Few robots and transactions, so that the same comes again; ends near midnight, a month's end and summer time. */
const run: fc.Arbitrary<Run> = fc.record({
  robot: fc.constantFrom('R1', 'R2', 'R3'),
  transaction: fc.integer({ min: 1, max: 12 }).map(String),
  ended: fc.oneof(
    fc.integer({ min: 1_711_836_000, max: 1_711_850_400 }),
    fc.integer({ min: 1_704_060_000, max: 1_709_200_000 }),
  ),
  took: fc.option(fc.integer({ min: -50, max: 5_000 }), { nil: null }),
  status: fc.constantFrom(...STATUSES),
  items: fc.integer({ min: 0, max: 9 }),
  reason: fc.constantFrom('', 'Bilag mangler', 'Nede'),
});

/** Runs of which no two are the same run with the same end: which of two such counts depends on the order. */
const runs = fc.uniqueArray(run, {
  maxLength: 40,
  selector: (r) => `${r.robot} ${r.transaction} ${r.ended}`,
});

const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
const line = (r: Run) =>
  [
    r.robot,
    r.transaction,
    r.took === null ? '' : iso(r.ended - r.took),
    iso(r.ended),
    r.status,
    r.items,
    r.reason,
  ].join(';');
const csv = (some: readonly Run[]) =>
  ['robot;transaction;started;ended;status;items;reason', ...some.map(line)].join('\n');

describe.each(engines)('on $name, for any runs', ({ name, open }) => {
  const numRuns = name === 'sqlite' ? 60 : 20;
  let warehouse: TestWarehouse;
  const folder = tempFolder();
  let bundles = 0;
  beforeAll(async () => {
    warehouse = await open();
    await loadTables({
      projects: 'project;name;municipality\nP1;Et;Vejle',
      robots: 'robot;project;name\nR1;P1;Et\nR2;P1;To\nR3;P1;Tre',
    });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });
  beforeEach(clear);

  async function clear() {
    const loads = await warehouse.db
      .selectFrom('load')
      .select('load_id')
      .where('table_name', '=', 'runs')
      .where('undone', 'is', null)
      .orderBy('load_id', 'desc')
      .execute();
    for (const { load_id } of loads) await undoLoad(warehouse.db, load_id, LOADED);
    for (const table of ['run', 'run_day', 'run_month']) {
      expect(await rows(`select * from ${table}`), `${table} after all is undone`).toEqual([]);
    }
    await sql`delete from load where table_name = 'runs'`.execute(warehouse.db);
  }
  async function loadTables(tables: Record<string, string>) {
    return loadPaths(warehouse.db, [writeBundle(join(folder.path, String(bundles++)), tables)], LOADED);
  }
  const rows = async (query: string) =>
    (await sql.raw<Record<string, unknown>>(query).execute(warehouse.db)).rows;
  const stored = async () => ({
    runs: await rows(
      `select robot_id, cast(run_key as text) as key, started, ended, status, items, seconds, coalesce(reason, '') as reason
       from run left join reason on reason.reason_id = run.reason_id order by robot_id, 2`,
    ),
    ...(await rollups()),
  });
  const rollups = async () => ({
    days: await rows(
      'select robot_id, day, status, runs, items, seconds, timed from run_day order by 1, 2, 3',
    ),
    months: await rows(
      'select robot_id, month, status, runs, items, seconds, timed from run_month order by 1, 2, 3',
    ),
  });

  test('loading twice changes nothing, and the second time all are duplicates', () =>
    fc.assert(
      fc
        .asyncProperty(runs, async (some) => {
          const first = await loadTables({ runs: csv(some) });
          const before = await stored();
          expect(first.kept).toBe(before.runs.length);
          expect(await loadTables({ runs: csv(some) })).toMatchObject({ kept: 0, duplicate: some.length });
          expect(await stored()).toEqual(before);
          // By its keys too, where its bytes are not those of a file that is known.
          const again = await loadTables({ runs: `${csv(some)}\n\n` });
          expect(again).toMatchObject({ kept: 0, duplicate: some.length });
          expect(await stored()).toEqual(before);
        })
        .beforeEach(clear),
      { numRuns },
    ));

  test('the order of rows and of files makes no difference to what is stored', () =>
    fc.assert(
      fc
        .asyncProperty(
          runs.chain((some) =>
            fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }), fc.nat(40)),
          ),
          async ([some, shuffled, cut]) => {
            const once = await loadTables({ runs: csv(some) });
            expect(once.kept + once.duplicate).toBe(some.length);
            const expected = await stored();
            await clear();
            await loadTables({ 'runs-1': csv(shuffled.slice(cut)) });
            await loadTables({ 'runs-2': csv(shuffled.slice(0, cut)) });
            expect(await stored()).toEqual(expected);
          },
        )
        .beforeEach(clear),
      { numRuns },
    ));

  test('rollups are the sums of the runs that are stored, after any sequence of loads', () =>
    fc.assert(
      fc
        .asyncProperty(fc.array(fc.array(run, { maxLength: 15 }), { maxLength: 4 }), async (loads) => {
          for (const some of loads) await loadTables({ runs: csv(some) });
          const days = new Map<string, Record<string, unknown>>();
          const months = new Map<string, Record<string, unknown>>();
          for (const r of await rows('select robot_id, ended, status, items, seconds from run')) {
            const ended = Number(r.ended);
            const day = iso(ended + COPENHAGEN.offset(ended)).slice(0, 10);
            add(days, { robot_id: r.robot_id, day, status: r.status }, r);
            add(months, { robot_id: r.robot_id, month: day.slice(0, 7), status: r.status }, r);
          }
          const sorted = (sums: Map<string, unknown>) =>
            [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, s]) => s);
          expect(await rollups()).toEqual({ days: sorted(days), months: sorted(months) });
        })
        .beforeEach(clear),
      { numRuns },
    ));
});

function add(
  sums: Map<string, Record<string, unknown>>,
  key: Record<string, unknown>,
  { items, seconds }: Record<string, unknown>,
): void {
  const name = JSON.stringify(Object.values(key));
  const sum = sums.get(name) ?? { ...key, runs: 0, items: 0, seconds: 0, timed: 0 };
  sum.runs = Number(sum.runs) + 1;
  sum.items = Number(sum.items) + Number(items);
  sum.seconds = Number(sum.seconds) + Number(seconds ?? 0);
  sum.timed = Number(sum.timed) + (seconds === null ? 0 : 1);
  sums.set(name, sum);
}
