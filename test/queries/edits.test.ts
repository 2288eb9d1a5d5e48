import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPaths } from '../../etl/load.ts';
import { undoLoad } from '../../etl/undo.ts';
import { recordChange } from '../../server/edits/changes.ts';
import { edit } from '../../server/edits/edit.ts';
import { restoreChange } from '../../server/edits/restore.ts';
import { requireRevision, revisionOf } from '../../server/edits/revision.ts';
import { putRow, removeRow } from '../../server/edits/rows.ts';
import { version } from '../../server/queries/version.ts';
import { openWarehouse } from '../../server/warehouse/open.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { moveVersion } from '../../server/warehouse/state.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { tempFolder, writeBundle } from '../support/gevinst.ts';

const KEY = ['project', 'risk'] as const;
const RISKS =
  'project;risk;probability;consequence_kr\nP1;Udvikleren stopper;10;1000\nP1;Systemet skiftes;20;2000';
const row = (risk: string, kroner: number) => ({
  project: 'P1',
  risk,
  probability: 0.1,
  consequence_oere: kroner * 100,
});

describe.each(engines)('$name', ({ open }) => {
  const folder = tempFolder();
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;
  let files = 0;

  const load = async (risks: string) => {
    const { files: results } = await loadPaths(db, [writeBundle(`${folder.path}/${++files}`, { risks })], {
      by: 'test',
    });
    return results[0];
  };
  const risks = async () => {
    const rows = await db.selectFrom('risk').selectAll().orderBy('risk').execute();
    return rows.map((r) => `${r.risk} ${r.consequence_oere / 100} (${r.load_id === 0 ? 'hand' : 'load'})`);
  };
  const put = (risk: string, kroner: number) =>
    edit(db, (trx) => putRow(trx, 'risk', KEY, row(risk, kroner)));

  beforeAll(async () => {
    warehouse = await open();
    db = warehouse.db;
    await loadPaths(db, [writeBundle(folder.path, EXAMPLE)], { by: 'test' });
  });
  afterAll(async () => {
    await warehouse.close();
    folder.remove();
  });

  test('while another writes, edits wait their turn, and every question is answered meanwhile', async () => {
    const other = await openWarehouse(warehouse.url);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = () => {};
    const writing = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const load = other.transaction().execute(async (trx) => {
      await moveVersion(trx);
      begun();
      await held;
    });
    await writing;
    const edits = Array.from({ length: 12 }, (_, i) => put(`Ventende ${i}`, i));
    const first = await Promise.race([risks(), pause(10_000, 'no answer')]);
    release();
    await Promise.all([load, ...edits]);
    await other.destroy();
    expect(first).toBeInstanceOf(Array);
    expect(String(first)).not.toContain('Ventende');
    expect((await risks()).filter((r) => r.includes('Ventende'))).toHaveLength(12);
    await db.deleteFrom('risk').where('risk', 'like', 'Ventende%').execute();
  });

  test('a file that is the same as before tells of its rows that were changed by hand since', async () => {
    const same = 'project;risk;probability;consequence_kr\nP1;Uændret fil;1;1';
    await load(same);
    expect(await load(same)).toMatchObject({ told: [{ text: expect.stringContaining('the same file') }] });
    await put('Uændret fil', 2);
    expect(await load(same)).toMatchObject({ told: [{ text: expect.stringContaining('1 rows were left') }] });
    await edit(db, (trx) => removeRow(trx, 'risk', KEY, row('Uændret fil', 0)));
  });

  test('what was changed by hand stays when a file says again what it said before, and the load tells so', async () => {
    await load(RISKS);
    await put('Systemet skiftes', 9_000);
    const again = await load(`${RISKS}\nP1;Prisen stiger;30;3000`);
    expect(again).toMatchObject({
      kept: 1,
      duplicate: 2,
      told: [{ text: expect.stringContaining('1 rows were left') }],
    });
    expect(await risks()).toEqual([
      'Prisen stiger 3000 (load)',
      'Systemet skiftes 9000 (hand)',
      'Udvikleren stopper 1000 (load)',
    ]);
  });

  test('what was removed by hand stays away as long as the file says the same of it', async () => {
    await edit(db, (trx) => removeRow(trx, 'risk', KEY, row('Prisen stiger', 0)));
    await load(`${RISKS}\nP1;Prisen stiger;30;3000\nP1;Strømmen går;1;1`);
    expect(await risks()).not.toContainEqual(expect.stringContaining('Prisen stiger'));
  });

  test('a file that says something new is newer than the hand; undoing it brings the hand’s row back', async () => {
    const told = await load('project;risk;probability;consequence_kr\nP1;Systemet skiftes;20;2500');
    expect(told?.told).toMatchObject([
      { text: expect.stringContaining('1 rows that had been changed by hand') },
    ]);
    expect(await risks()).toContain('Systemet skiftes 2500 (load)');
    await undoLoad(db, told?.load ?? 0, { by: 'test' });
    expect(await risks()).toContain('Systemet skiftes 9000 (hand)');
  });

  test('a file loaded again is the newest where another file has had the last word since the edit', async () => {
    const RISK = (kroner: number) => `project;risk;probability;consequence_kr\nP1;Lovkrav;10;${kroner}`;
    await load(RISK(100));
    await put('Lovkrav', 150);
    await load(RISK(200));
    const again = await load(RISK(100));
    expect(again).toMatchObject({ kept: 1, duplicate: 0, told: [] });
    expect(await risks()).toContain('Lovkrav 100 (load)');
    await edit(db, (trx) => removeRow(trx, 'risk', KEY, row('Lovkrav', 0)));
    const removed = await load(RISK(100));
    expect(removed?.told).toMatchObject([{ text: expect.stringContaining('1 rows were left') }]);
    expect(await risks()).not.toContainEqual(expect.stringContaining('Lovkrav'));
  });

  test('a file that writes over a measurement or a follow-up takes what only the hand knew with it; undoing brings it back', async () => {
    const measurements = (value: number) => `measure;phase;from;value;n\nM9;after;2026-01-01;${value};50`;
    const followups = (note: string) =>
      `benefit;due;done;status;note\nB1;2026-05-31;2026-05-30;partly;${note}`;
    const files = (value: number, note: string) =>
      writeBundle(`${folder.path}/hand${value}`, {
        measures: 'measure;project;name;unit;kind;better\nM9;P1;Tilfredse;%;level;higher',
        measurements: measurements(value),
        followups: followups(note),
      });
    const by = { by: 'test' };
    const state = async () => {
      const m = await db
        .selectFrom('measurement')
        .select(['value', 'counted'])
        .where('measure', '=', 'M9')
        .executeTakeFirst();
      const f = await db
        .selectFrom('followup')
        .select(['note', 'value'])
        .where('due', '=', '2026-05-31')
        .executeTakeFirst();
      return [m?.value, m?.counted, f?.note, f?.value];
    };
    await loadPaths(db, [files(40, 'Godt')], by);
    await edit(db, async (trx) => {
      const measured = { measure: 'M9', phase: 'after', from_day: '2026-01-01' };
      await putRow(trx, 'measurement', Object.keys(measured), {
        ...measured,
        ...{ value: 38, n: 50, counted: 19, basis: 'actual' },
      });
      await putRow(trx, 'followup', ['benefit', 'due'], {
        benefit: 'B1',
        due: '2026-05-31',
        note: 'Bedre',
        value: 7,
      });
    });
    expect(await state()).toEqual([38, 19, 'Bedre', 7]);
    const newer = await loadPaths(db, [files(44, 'Bedst')], by);
    expect(await state()).toEqual([44, null, 'Bedst', null]);
    for (const { load } of newer.files.toReversed()) if (load !== null) await undoLoad(db, load, by);
    expect(await state()).toEqual([38, 19, 'Bedre', 7]);
  });

  test('undoing the load that a changed row came from leaves the row', async () => {
    const first = await load('project;risk;probability;consequence_kr\nP1;Alene;1;1');
    await put('Alene', 7);
    await undoLoad(db, first?.load ?? 0, { by: 'test' });
    expect(await risks()).toContain('Alene 7 (hand)');
  });

  test('what was changed in a project whose load is undone since cannot be put back, and that is said', async () => {
    const project = 'project;name;municipality\nP9;Væk;Vejle';
    const { files: loaded } = await loadPaths(
      db,
      [writeBundle(`${folder.path}/gone`, { projects: project })],
      { by: 'test' },
    );
    const editor = { by: 'Anne Holm', at: 1_700_000_000 };
    const before = { risks: [{ risk: 'R', probability: 0.1, consequence: 100 }] };
    await edit(db, (trx) =>
      recordChange(trx, editor, {
        ...{ project: 'P9', subject: 'risks', key: 'P9', verb: 'removed', before, after: null },
      }),
    );
    await undoLoad(db, loaded[0]?.load ?? 0, { by: 'test' });
    const last = await db
      .selectFrom('change')
      .select('change_id')
      .where('project', '=', 'P9')
      .executeTakeFirst();
    await expect(restoreChange(db, last?.change_id ?? 0, editor)).rejects.toMatchObject({
      code: 'not-found',
    });
    await db.deleteFrom('change').execute();
  });

  test('an edit moves the version; one that fails changes nothing', async () => {
    const before = await version(db);
    await put('Alene', 8);
    const after = await version(db);
    expect(Number(after)).toBe(Number(before) + 1);
    const failing = edit(db, async (trx) => {
      await putRow(trx, 'risk', KEY, row('Alene', 99));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await risks()).toContain('Alene 8 (hand)');
    expect(await version(db)).toBe(after);
  });

  test('changes are numbered in order, with what was and what is', async () => {
    const editor = { by: 'Grete Åkjær', at: 1_700_000_000 };
    const change = { project: 'P1', subject: 'risks', key: 'P1', verb: 'changed' } as const;
    for (const at of [1, 2]) {
      await edit(db, (trx) =>
        recordChange(trx, editor, { ...change, before: { at: at - 1 }, after: { at } }),
      );
    }
    const rows = await db.selectFrom('change').selectAll().orderBy('change_id').execute();
    expect(rows.map((r) => r.change_id)).toEqual([1, 2]);
    expect(rows[1]).toMatchObject({ by: 'Grete Åkjær', before: '{"at":1}', after: '{"at":2}' });
  });

  test('an edit waits for another program that writes, and the process answers meanwhile', async () => {
    const other = await openWarehouse(warehouse.url);
    let free = () => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    let writing: Promise<void> = Promise.resolve();
    await new Promise<void>((holding) => {
      writing = edit(other, () => {
        holding();
        return held;
      });
    });
    let answered = 0;
    const asking = setInterval(() => answered++, 20);
    const waiting = put('Alene', 11);
    await expect.poll(() => answered).toBeGreaterThan(20);
    expect(await risks()).toContain('Alene 8 (hand)');
    free();
    await Promise.all([writing, waiting]);
    clearInterval(asking);
    await other.destroy();
    expect(await risks()).toContain('Alene 11 (hand)');
  });
});

test('a revision is that of the content, in whatever order it is said; another content is refused', () => {
  const seen = revisionOf({ name: 'A', steps: [1, 2], more: { x: null } });
  expect(revisionOf({ more: { x: null }, steps: [1, 2], name: 'A' })).toBe(seen);
  expect(revisionOf({ name: 'A', steps: [2, 1], more: { x: null } })).not.toBe(seen);
  expect(() => requireRevision({ name: 'B' }, seen, 'The card')).toThrow(
    expect.objectContaining({ code: 'changed-meanwhile' }),
  );
});
