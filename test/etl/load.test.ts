import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { zoneNamed } from '../../etl/time/zone.ts';
import { GevinstError } from '../../server/errors.ts';
import { version } from '../../server/queries/version.ts';
import { engines, type TestWarehouse } from '../support/databases.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';
import { fixture, LOADED } from './support.ts';

const PROJECT = 'project;name;municipality\nP1;Projekt;Vejle';
const ROBOT = 'robot;project;name\nR1;P1;Robot';
const runsOf = (...rows: string[]) =>
  ['robot;transaction;started;ended;status;items;reason', ...rows].join('\n');

describe.each(engines)('on $name', ({ open }) => {
  let warehouse: TestWarehouse;
  let folder: ReturnType<typeof tempFolder>;
  let written = 0;
  beforeEach(async () => {
    warehouse = await open();
    folder = tempFolder();
  });
  afterEach(async () => {
    await warehouse.close();
    folder.remove();
  });

  const load = (tables: Record<string, string>, options: Partial<Parameters<typeof loadPaths>[2]> = {}) =>
    loadPaths(warehouse.db, [writeBundle(join(folder.path, String(written++)), tables)], {
      ...LOADED,
      ...options,
    });
  const rows = async (table: string, columns = '*') =>
    (
      await sql<
        Record<string, unknown>
      >`select ${sql.raw(columns)} from ${sql.table(table)} order by 1, 2`.execute(warehouse.db)
    ).rows;

  test.each(['csv', 'json'])(
    'times without an offset are in the zone that is said, also of the table runs as %s',
    async (format) => {
      await load({ projects: PROJECT, robots: ROBOT });
      const file = join(folder.path, `runs.${format}`);
      const [local, offset] = ['2024-07-01T23:30:00', '2024-07-01T23:30:00Z'];
      const found = async (ended: string, zone: string) => {
        const run = { robot: 'R1', transaction: zone + ended, ended, status: 'success' };
        const csv = `${Object.keys(run).join(';')}\n${Object.values(run).join(';')}\n`;
        writeFileSync(file, format === 'csv' ? csv : JSON.stringify([run]));
        const { files } = await loadPaths(warehouse.db, [file], { ...LOADED, zone: zoneNamed(zone) });
        return files.map(({ kept, localTimes }) => ({ kept, localTimes }));
      };
      expect(await found(local, 'UTC')).toEqual([{ kept: 1, localTimes: 'UTC' }]);
      expect(await rows('run', 'cast(ended as integer) as ended, status')).toMatchObject([
        { ended: 1_719_876_600 },
      ]);
      expect(await found(offset, 'UTC')).toEqual([{ kept: 1, localTimes: null }]);
      expect(await found(local, 'Europe/Copenhagen')).toEqual([{ kept: 1, localTimes: 'Europe/Copenhagen' }]);
      expect(await rows('run_day', 'day, runs')).toMatchObject([
        { day: '2024-07-01' },
        { day: '2024-07-02' },
      ]);
    },
  );

  describe('a benefit that names a measure which its method cannot reckon with', () => {
    const benefits = 'benefit;project;name;type;method;hours;cashable\nB1;P1;Tid;productivity;hours;M1;no';
    const measures = (unit: string, kind = 'flow') =>
      `measure;project;name;unit;kind;better\nM1;P1;Udgift;${unit};${kind};lower`;
    const told = async (tables: Record<string, string>) =>
      (await load(tables)).files.flatMap((f) => f.told.map((one) => one.text));
    const text = (what: string) =>
      `the hours of the benefit “B1” is the measure “M1” (Udgift, ${what}), but must be a flow of time: its figures are unknown until it names another measure, or the measure is put right`;

    test('is kept and told of, whichever of the two is loaded last', async () => {
      await load({ projects: PROJECT });
      expect(await told({ measures: measures('kr.') })).toEqual([]);
      expect(await told({ benefits })).toEqual([text('a flow in kr.')]);
      expect(await told({ measures: measures('timer', 'level') })).toEqual([text('a level in timer')]);
      expect(await told({ measures: measures('timer') })).toEqual([]);
      expect(await rows('benefit', 'benefit, project')).toHaveLength(1);
    });
  });

  describe('a run that comes again', () => {
    const first = 'R1;T;2024-01-31T23:50:00;2024-01-31T23:55:00;system_exception;1;Nede';
    const final = 'R1;T;2024-01-31T23:50:00;2024-02-01T00:10:00;success;2;';
    const rollups = async () => ({
      days: await rows('run_day', 'day, status, runs, items, seconds, timed'),
      months: await rows('run_month', 'month, status, runs, items, seconds, timed'),
    });
    const FINAL = {
      days: [{ day: '2024-02-01', status: 0, runs: 1, items: 2, seconds: 1200, timed: 1 }],
      months: [{ month: '2024-02', status: 0, runs: 1, items: 2, seconds: 1200, timed: 1 }],
    };
    beforeEach(() => load({ projects: PROJECT, robots: ROBOT }));

    test('with a later end replaces the earlier one, and leaves nothing of it in the rollups', async () => {
      await load({ runs: runsOf(first) });
      expect(await load({ runs: runsOf(final) })).toMatchObject({ read: 1, kept: 1, duplicate: 0 });
      expect(await rollups()).toEqual(FINAL);
      expect(await rows('run', 'status, items, reason_id, load_id')).toEqual([
        { status: 0, items: 2, reason_id: null, load_id: 4 },
      ]);
    });

    test('with an earlier end changes nothing', async () => {
      await load({ runs: runsOf(final) });
      expect(await load({ runs: runsOf(first) })).toMatchObject({ read: 1, kept: 0, duplicate: 1 });
      expect(await rollups()).toEqual(FINAL);
    });

    test('with the same end and other content takes the newest load’s', async () => {
      await load({ runs: runsOf('R1;T;;2024-02-01T00:10:00;abandoned;1;') });
      expect(await load({ runs: runsOf(final) })).toMatchObject({ kept: 1, duplicate: 0 });
      expect(await rollups()).toEqual(FINAL);
      expect(await load({ runs: runsOf(final) })).toMatchObject({ kept: 0, duplicate: 1 });
    });

    test('is one run, also when both states stand in one file, in either order', async () => {
      expect(await load({ runs: runsOf(final, first) })).toMatchObject({ read: 2, kept: 1, duplicate: 1 });
      expect(await rollups()).toEqual(FINAL);
      expect(await load({ runs: runsOf(first, final) })).toMatchObject({ read: 2, kept: 0, duplicate: 2 });
      expect(await rollups()).toEqual(FINAL);
    });

    test('new runs beside known ones are kept', async () => {
      await load({ runs: runsOf(final) });
      const more = runsOf(final, 'R1;U;;2024-02-01T10:00:00;success;1;');
      expect(await load({ runs: more })).toMatchObject({ read: 2, kept: 1, duplicate: 1 });
      expect((await rollups()).days).toEqual([
        { day: '2024-02-01', status: 0, runs: 2, items: 3, seconds: 1200, timed: 1 },
      ]);
    });
  });

  describe('a corrected row', () => {
    beforeEach(() => load({ projects: PROJECT }));

    test('replaces the one with its key, and only it carries the new load', async () => {
      await load({
        rates: 'rate;valid_from;hourly_kr;hours_per_fte\na;2024-01-01;400;1500\nb;2024-01-01;300;1500',
      });
      const corrected =
        'rate;valid_from;hourly_kr;hours_per_fte\na;2024-01-01;410;1500\nb;2024-01-01;300;1500';
      expect(await load({ rates: corrected })).toMatchObject({ read: 2, kept: 1, duplicate: 1 });
      expect(await rows('rate', 'rate, hourly_oere, load_id')).toEqual([
        { rate: 'a', hourly_oere: 41_000, load_id: 3 },
        { rate: 'b', hourly_oere: 30_000, load_id: 2 },
      ]);
    });

    test('a corrected amount, and an actual cost in place of the expected, are no second cost', async () => {
      const cost = (amount: string, basis: string) =>
        `project;from;per;amount_kr;category;basis;note\nP1;2024-01;once;${amount};hardware;${basis};Server`;
      await load({ costs: cost('1.000', 'expected') });
      await load({ costs: cost('1.100,50', 'actual') });
      expect(await rows('cost', 'project, amount_oere, basis')).toEqual([
        { project: 'P1', amount_oere: 110_050, basis: 'actual' },
      ]);
    });

    test('an emptied optional cell is emptied', async () => {
      await load({ projects: 'project;name;municipality;owner\nP1;Projekt;Vejle;Ida' });
      expect(await load({ projects: PROJECT })).toMatchObject({ kept: 1 });
      expect(await rows('project', 'project, owner')).toEqual([{ project: 'P1', owner: null }]);
    });

    test('a robot keeps its number, so that its runs stay its own', async () => {
      await load({ robots: 'robot;project;name\nR1;P1;Et\nR2;P1;To' });
      await load({ robots: 'robot;project;name\nR3;P1;Tre\nR2;P1;To igen\nR1;P1;Et' });
      expect(await rows('robot', 'robot_id, robot, name')).toEqual([
        { robot_id: 1, robot: 'R1', name: 'Et' },
        { robot_id: 2, robot: 'R2', name: 'To igen' },
        { robot_id: 3, robot: 'R3', name: 'Tre' },
      ]);
    });
  });

  describe('all or nothing', () => {
    test('a file that breaks off leaves nothing of itself, and the others are loaded', async () => {
      const many = Array.from({ length: 60_000 }, (_, i) => `R1;T${i};;2024-01-01T00:00:00;success;1;`);
      const result = await load({
        projects: PROJECT,
        robots: ROBOT,
        runs: runsOf(...many, 'R1;"aldrig lukket'),
      });
      expect(result.files.map(({ table, status }) => [table, status])).toEqual([
        ['projects', 'loaded'],
        ['robots', 'loaded'],
        ['runs', 'failed'],
      ]);
      expect(await rows('run')).toEqual([]);
      expect(await rows('run_day')).toEqual([]);
      expect(await rows('load', 'load_id, file, status, rows_kept, bytes, error')).toMatchObject([
        { load_id: 1, status: 'loaded' },
        { load_id: 2, status: 'loaded' },
        {
          load_id: 3,
          file: 'runs.csv',
          status: 'failed',
          rows_kept: 0,
          error: 'The quote that opens on line 60002 is never closed.',
        },
      ]);
    });

    test('good rows are kept beside refused ones, and the refused are recorded in the file’s order', async () => {
      const result = await load({
        projects: 'project;name;municipality\nP1;Et;Vejle\nP2;;Vejle\nP3;Tre;9999\nP4;Fire;Vejle',
      });
      expect(result).toMatchObject({ read: 4, kept: 2, duplicate: 0, refused: 2 });
      expect(await rows('refusal', 'load_id, seq, line, column_name, value, code')).toEqual([
        { load_id: 1, seq: 0, line: 3, column_name: 'name', value: '', code: 'missing' },
        {
          load_id: 1,
          seq: 1,
          line: 4,
          column_name: 'municipality',
          value: '9999',
          code: 'unknown-municipality',
        },
      ]);
    });

    test('of 10,001 refused rows all are counted and 10,000 kept', async () => {
      const many = Array.from({ length: 10_001 }, (_, i) => `R9;T${i};;2024-01-01T00:00:00;success;1;`);
      const { files } = await load({ projects: PROJECT, robots: ROBOT, runs: runsOf(...many) });
      expect(files.at(-1)).toMatchObject({ read: 10_001, refused: 10_001, kept: 0 });
      expect(files.at(-1)?.refusals).toHaveLength(10_000);
      expect(await rows('refusal', 'count(*) as n, 1')).toMatchObject([{ n: 10_000 }]);
      expect(await rows('load', 'load_id, rows_refused')).toContainEqual({
        load_id: 3,
        rows_refused: 10_001,
      });
    });
  });

  describe('the order of files', () => {
    test('in a folder, and of paths, makes no difference', async () => {
      const runs = join(
        writeBundle(join(folder.path, 'a'), { runs: runsOf('R1;T;;2024-01-01T00:00:00;success;1;') }),
        'runs.csv',
      );
      const robots = join(writeBundle(join(folder.path, 'b'), { robots: ROBOT }), 'robots.csv');
      const bundle = writeBundle(join(folder.path, 'c'), { projects: PROJECT });
      const result = await loadPaths(warehouse.db, [runs, robots, bundle], LOADED);
      expect(result.files.map((file) => [file.table, file.kept])).toEqual([
        ['projects', 1],
        ['robots', 1],
        ['runs', 1],
      ]);
    });

    test('what is no table is passed over in a folder, quietly for a README, and is an error alone', async () => {
      const bundle = writeBundle(join(folder.path, 'bundle'), { projects: PROJECT, other: 'a;b\n1;2' });
      for (const name of ['README.md', '.DS_Store', 'expected.json', 'old.xlsx'])
        writeFileSync(join(bundle, name), 'x');
      mkdirSync(join(bundle, 'archive'));
      const result = await loadPaths(warehouse.db, [bundle], LOADED);
      expect(result.files.map((file) => file.file)).toEqual(['projects.csv']);
      expect(result.skipped.sort()).toEqual(['archive', 'old.xlsx', 'other.csv']);
      const alone = await loadPaths(warehouse.db, [join(bundle, 'other.csv')], LOADED);
      expect(alone.files).toMatchObject([{ status: 'failed', table: null }]);
      const named = loadPaths(warehouse.db, [join(bundle, 'none.csv')], LOADED);
      await expect(named).rejects.toThrow(/Cannot read .*none\.csv: it is not there/);
    });

    test('--source says the table where the name does not', async () => {
      const bundle = writeBundle(join(folder.path, 'x'), {
        export: 'projekt;navn;kommune;ekstra\nP1;Et;Vejle;x',
      });
      const result = await loadPaths(warehouse.db, [bundle], { ...LOADED, source: 'projekter' });
      expect(result.files).toMatchObject([{ table: 'projects', kept: 1, ignored: ['ekstra'] }]);
    });
  });

  describe('a dry run', () => {
    test('says the same as the load itself, sees earlier files, and writes nothing', async () => {
      const before = await version(warehouse.db);
      const rehearsed = await loadPaths(warehouse.db, [fixture('ok/minimal')], { ...LOADED, dryRun: true });
      for (const table of ['load', 'refusal', 'project', 'run', 'run_day', 'reason', 'municipality']) {
        expect(await rows(table, '1, 2'), table).toEqual([]);
      }
      expect(await version(warehouse.db)).toBe(before);
      const loaded = await loadPaths(warehouse.db, [fixture('ok/minimal')], LOADED);
      const files = loaded.files.map((file) => ({ ...file, load: null }));
      expect(rehearsed).toEqual({ ...loaded, files, dryRun: true });
    });

    test('goes on after a file that fails', async () => {
      const result = await load({ departments: 'department\nx', projects: PROJECT }, { dryRun: true });
      expect(result.files.map(({ status, kept }) => [status, kept])).toEqual([
        ['failed', 0],
        ['loaded', 1],
      ]);
    });
  });

  describe('the record', () => {
    test('has the file’s name, digest and size, who loaded and when, and the version moves with every load', async () => {
      const path = fixture('ok/minimal/projects.csv');
      await load({ departments: 'department;name;municipality\nadm;Administration;Vejle' });
      const before = Number(await version(warehouse.db));
      await loadPaths(warehouse.db, [path], LOADED);
      expect((await rows('load'))[1]).toMatchObject({
        load_id: 2,
        file: 'projects.csv',
        source: 'projects',
        sha256: digest(path),
        started: 1_748_736_000,
        finished: 1_748_736_000,
        loaded_by: 'test',
        status: 'loaded',
        rows_read: 1,
        rows_kept: 1,
        error: null,
      });
      expect(Number(await version(warehouse.db))).toBe(before + 1);
    });

    test('a personal number is in no table: not in a text, a refusal, an error or a file’s name', async () => {
      const cpr = /010190[- ]?1234/;
      const bundle = writeBundle(join(folder.path, 'cpr'), {
        'projects-010190-1234':
          'project;name;municipality;summary\nP1;Navn 0101901234;Vejle;010190 1234\nP2;Navn;010190-1234;',
        'rates 010190-1234': '010190-1234;rate\n1;2',
        robots: ROBOT,
        runs: runsOf(
          'R1;010190-1234;;2024-01-01T00:00:00;success;1;Fejl for 010190-1234',
          'R1;x;;010190-1234;success;1;',
        ),
      });
      const result = await loadPaths(warehouse.db, [bundle], LOADED);
      expect(result).toMatchObject({ kept: 3, refused: 2 });
      expect(JSON.stringify(result)).not.toMatch(cpr);
      for (const table of ['municipality', 'project', 'robot', 'run', 'reason', 'load', 'refusal']) {
        const all = JSON.stringify(await rows(table), (_, value) =>
          typeof value === 'bigint' ? String(value) : value,
        );
        expect(all, table).not.toMatch(cpr);
      }
    });
  });

  test('progress goes from nothing to all bytes', async () => {
    const seen: [number, number][] = [];
    await load(
      { projects: PROJECT, robots: ROBOT },
      { onProgress: (done, total) => seen.push([done, total]) },
    );
    const total = PROJECT.length + ROBOT.length + 2;
    expect(seen.at(-1)).toEqual([total, total]);
    expect(seen.every(([done], i) => i === 0 || done >= (seen[i - 1]?.[0] ?? 0))).toBe(true);
  });

  test('an unknown --source is refused before anything is loaded', async () => {
    const load = loadPaths(warehouse.db, [fixture('ok/minimal')], { ...LOADED, source: 'uipath' });
    await expect(load).rejects.toThrow(GevinstError);
    expect(await rows('load')).toEqual([]);
  });
});

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
