import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { undoLoad } from '../../etl/undo.ts';
import { edit } from '../../server/edits/edit.ts';
import { putRow, removeRow } from '../../server/edits/rows.ts';
import { engines, type TestWarehouse } from '../support/databases.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';
import { fixture, LOADED } from './support.ts';

const folder = tempFolder();
afterAll(() => folder.remove());
let written = 0;
const TABLES =
  'department rate project robot measure measurement benefit target cost risk link followup run_day run_month replaced';

describe.each(engines)('on $name', ({ open }) => {
  let warehouse: TestWarehouse;
  beforeEach(async () => {
    warehouse = await open();
  });
  afterEach(() => warehouse.close());

  const load = (tables: Record<string, string>) =>
    loadPaths(warehouse.db, [writeBundle(join(folder.path, String(written++)), tables)], LOADED);
  const undo = (loadId: number) => undoLoad(warehouse.db, loadId, LOADED);

  /** Everything but the audit. */
  async function stored(): Promise<Record<string, unknown>> {
    const all: Record<string, unknown> = {};
    const texts = async (query: string) =>
      (await sql.raw<object>(query).execute(warehouse.db)).rows.map((row) => JSON.stringify(row)).sort();
    for (const table of TABLES.split(' ')) all[table] = await texts(`select * from ${table}`);
    all.run = await texts(
      `select robot_id, cast(run_key as text) as key, started, ended, status, items, seconds, load_id,
         (select reason from reason r where r.reason_id = run.reason_id) as reason from run`,
    );
    return all;
  }

  test('a bundle’s loads, undone from the last to the first, leave nothing but their records', async () => {
    const empty = await stored();
    const { files } = await loadPaths(warehouse.db, [fixture('ok/all-tables')], LOADED);
    for (const { load: id } of files.toReversed()) await undo(id ?? 0);
    expect(await stored()).toEqual(empty);
    const records = await warehouse.db.selectFrom('load').select(['undone', 'undone_by']).execute();
    expect(records).toHaveLength(files.length);
    expect(new Set(records.map(({ undone, undone_by }) => `${undone} ${undone_by}`))).toEqual(
      new Set([`${LOADED.now()} test`]),
    );
  });

  test('a row that the load had changed is what it was before', async () => {
    await load({
      projects: 'project;name;municipality\nP1;Før;Vejle',
      robots: 'robot;project;name\nR1;P1;Et',
    });
    const runs = 'robot;transaction;started;ended;status;items;reason\n';
    await load({ runs: `${runs}R1;a;2024-01-01 08:00;2024-01-01 08:01;system_exception;2;Nede` });
    const before = await stored();
    await load({ projects: 'project;name;municipality\nP1;Efter;Aarhus' });
    await load({
      runs: `${runs}R1;a;2024-01-01 08:00;2024-02-01 08:02;success;3;\nR1;b;;2024-01-05 10:00;success;;`,
    });
    expect(await undo(5)).toMatchObject({ removed: 1, restored: 1 });
    expect(await undo(4)).toMatchObject({ removed: 0, restored: 1 });
    expect(await stored()).toEqual(before);
  });

  test('a load in the middle is taken out of the chain: the next one brings back what was before both', async () => {
    const name = (project: string) => ({ projects: `project;name;municipality\nP1;${project};Vejle` });
    await load(name('første'));
    const before = await stored();
    await load(name('anden'));
    await load(name('tredje'));
    expect(await undo(2)).toMatchObject({ removed: 0, restored: 0 });
    expect(await warehouse.db.selectFrom('project').select('name').execute()).toEqual([{ name: 'tredje' }]);
    await undo(3);
    expect(await stored()).toEqual(before);
  });

  test('after any loads of runs, undoing the last is as if it had never been', async () => {
    await load({
      projects: 'project;name;municipality\nP1;Et;Vejle',
      robots: 'robot;project;name\nR1;P1;Et\nR2;P1;To',
    });
    const run = fc.record({
      robot: fc.constantFrom('R1', 'R2'),
      id: fc.nat(6),
      minute: fc.nat(5),
      status: fc.constantFrom('success', 'abandoned', 'business_exception'),
      reason: fc.constantFrom('', 'Bilag mangler', 'Nede'),
    });
    const file = fc
      .array(run, { minLength: 1, maxLength: 12 })
      .map((rows) =>
        [
          'robot;transaction;ended;status;reason',
          ...rows.map((r) => `${r.robot};${r.id};2024-03-31 0${r.minute}:30;${r.status};${r.reason}`),
        ].join('\n'),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 2 }), file, async (earlier, last) => {
        const ids: number[] = [];
        for (const runs of earlier) ids.push((await load({ runs })).files[0]?.load ?? 0);
        const before = await stored();
        const { files } = await load({ runs: last });
        await undo(files[0]?.load ?? 0);
        expect(await stored()).toEqual(before);
        const again = await load({ runs: last });
        expect(again.kept).toBe(files[0]?.kept);
        for (const id of [...ids, again.files[0]?.load ?? 0].toReversed()) await undo(id);
      }),
      { numRuns: 25 },
    );
  });

  test('a load whose rows others refer to says which are to be undone first, and nothing changes', async () => {
    await load({ projects: 'project;name;municipality\nP1;Et;Vejle' });
    await load({ robots: 'robot;project;name\nR1;P1;Et' });
    const before = await stored();
    await expect(undo(1)).rejects.toThrow(/rows of later loads refer to its rows.*2 \(robots\.csv\)/);
    expect(await stored()).toEqual(before);
  });

  test('a load that rows entered by hand refer to says what those are, and nothing changes', async () => {
    await load({ projects: 'project;name;municipality\nP1;Et;Vejle' });
    const risk = { project: 'P1', risk: 'Udbud', probability: 0.1, consequence_oere: 100 };
    const key = ['project', 'risk'];
    await edit(warehouse.db, (trx) => putRow(trx, 'risk', key, risk));
    const before = await stored();
    await expect(undo(1)).rejects.toMatchObject({
      message:
        'Load 1 cannot be undone: risks that were entered or changed by hand in Gevinst refer to its rows. Remove those there first.',
      details: { why: 'remove', what: 'risks' },
    });
    expect(await stored()).toEqual(before);
    await edit(warehouse.db, (trx) => removeRow(trx, 'risk', key, risk));
    expect(await undo(1)).toMatchObject({ removed: 1 });
  });

  test('a benefit that was changed by hand can be archived, not removed, and that is what is said', async () => {
    const measures = 'measure;project;name;unit;kind;better\nM1;P1;Tid;timer;flow;lower';
    await load({ projects: 'project;name;municipality\nP1;Et;Vejle', measures });
    const benefit = { benefit: 'B1', project: 'P1', name: 'Tid', type: 'time', method: 'hours', hours: 'M1' };
    await edit(warehouse.db, (trx) => putRow(trx, 'benefit', ['benefit'], benefit));
    await expect(undo(1)).rejects.toMatchObject({
      message: expect.stringContaining('archive the benefits that are not to count'),
      details: { why: 'kept', what: 'benefits' },
    });
    await expect(undo(2)).rejects.toMatchObject({
      message: expect.stringContaining('Choose others there first'),
      details: { why: 'choose', what: 'benefits' },
    });
    await edit(warehouse.db, (trx) => putRow(trx, 'benefit', ['benefit'], { ...benefit, hours: null }));
    expect(await undo(2)).toMatchObject({ removed: 1 });
  });

  test('later files that had some of the same rows are named, and loading one again brings its rows back', async () => {
    const line = 'R1;a;2024-01-01 08:00;success';
    const runs = `robot;transaction;ended;status\n${line}`;
    await load({
      projects: 'project;name;municipality\nP1;Et;Vejle',
      robots: 'robot;project;name\nR1;P1;Et',
    });
    await load({ runs });
    const overlap = { runs: `${runs}\nR1;b;2024-01-02 08:00;success` };
    await load(overlap);
    await load({ runs: 'robot;transaction;ended;status\nR9;a;2024-01-01 08:00;success' });
    await load(overlap);
    expect(await undo(5)).toMatchObject({ removed: 0, alsoIn: [] });
    expect(await undo(3)).toMatchObject({
      removed: 1,
      alsoIn: [4, 6].map((load) => ({ load, file: 'runs.csv' })),
    });
    expect(await load(overlap)).toMatchObject({ kept: 1, duplicate: 1 });
  });

  test('what cannot be undone says why', async () => {
    await expect(undo(7)).rejects.toMatchObject({ code: 'not-found', message: 'There is no load 7.' });
    await load({ projects: 'project\nP1' });
    await expect(undo(1)).rejects.toThrow('Nothing of load 1 was kept.');
    await load({ projects: 'project;name;municipality\nP1;Et;Vejle' });
    await undo(2);
    await expect(undo(2)).rejects.toThrow('Load 2 has been undone already.');
  });
});
