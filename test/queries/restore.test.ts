import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardAnswer } from '../../server/answers/card.ts';
import { followupsAnswer } from '../../server/answers/followups.ts';
import { mapAnswer } from '../../server/answers/map.ts';
import { measuresAnswer } from '../../server/answers/measures.ts';
import { planAnswer } from '../../server/answers/plan.ts';
import { saveBenefit } from '../../server/edits/benefit.ts';
import { closeBenefit, reopenBenefit } from '../../server/edits/benefitEnding.ts';
import { edit } from '../../server/edits/edit.ts';
import { saveFollowup } from '../../server/edits/followup.ts';
import { saveMap } from '../../server/edits/map.ts';
import { removeMeasurement, saveMeasurement } from '../../server/edits/measurement.ts';
import { saveProject } from '../../server/edits/project.ts';
import { restoreChange } from '../../server/edits/restore.ts';
import { revisionOf } from '../../server/edits/revision.ts';
import { saveRisks } from '../../server/edits/risks.ts';
import { putRow, removeRow } from '../../server/edits/rows.ts';
import { projectFacts } from '../../server/queries/projectFacts.ts';
import type { Db } from '../../server/warehouse/schema.ts';
import { engines } from '../support/databases.ts';
import { EXAMPLE } from '../support/exampleBundle.ts';
import { loadedWarehouse } from '../support/loadedWarehouse.ts';

const TODAY = '2024-08-15';
const EDITOR = { by: 'Grete Åkjær', at: 1_723_700_000 };

describe.each(engines)('on $name what was before a change', ({ open }) => {
  let warehouse: Awaited<ReturnType<typeof open>>;
  let db: Db;
  beforeAll(async () => {
    warehouse = await loadedWarehouse(open, EXAMPLE);
    db = warehouse.db;
  });
  afterAll(() => warehouse.close());

  const last = async () => {
    const rows = await db.selectFrom('change').select('change_id').orderBy('change_id', 'desc').execute();
    return rows[0]?.change_id ?? 0;
  };
  const restore = (change: number) => restoreChange(db, change, EDITOR);
  const cannot = async (change: number, why: string, day: string | null = null) => {
    const before = await last();
    await expect(restore(change)).rejects.toMatchObject({ code: 'cannot-restore', details: { why, day } });
    expect(await last()).toBe(before);
  };

  test('of a project’s facts comes back after further edits, once', async () => {
    const facts = async () => {
      const found = await projectFacts(db, 'P1');
      if (!found) throw new Error('P1');
      return found;
    };
    const first = await facts();
    const rename = async (name: string) => {
      const content = await facts();
      await saveProject(
        db,
        'P1',
        { revision: revisionOf(content), content: { ...content, name } as never },
        EDITOR,
      );
      return last();
    };
    const change = await rename('Andet navn');
    await rename('Tredje navn');
    await restore(change);
    expect(await facts()).toEqual(first);
    await cannot(change, 'same');
  });

  test('of a card comes back after further edits, but not to an hourly rate that is gone', async () => {
    const card = () => cardAnswer(db, 'P1', 'B1');
    const change = async (part: object) => {
      const { card: now, revision } = await card();
      await saveBenefit(db, 'P1', 'B1', { revision, card: { ...now, ...part }, newRate: null }, EDITOR);
      return last();
    };
    const first = await card();
    const renamed = await change({ name: 'Hurtigere' });
    await change({ owner: 'En anden' });
    await restore(renamed);
    expect((await card()).card).toEqual(first.card);
    await cannot(renamed, 'same');
    const other = {
      rate: 'anden',
      valid_from: '2024-01-01',
      hourly_oere: 1,
      hours_per_fte: 1500,
      source: null,
    };
    await edit(db, (trx) => putRow(trx, 'rate', ['rate', 'valid_from'], other));
    await change({ rate: 'anden' });
    const back = await change({ rate: 'std' });
    await edit(db, (trx) => removeRow(trx, 'rate', ['rate', 'valid_from'], other));
    await cannot(back, 'unfit');
    expect((await card()).card.rate).toBe('std');
  });

  test('of a measurement does not come back beside the one it has been moved to, nor onto another', async () => {
    const points = async () => {
      const { measures } = await measuresAnswer(db, 'P2', TODAY);
      return measures.find((m) => m.measure === 'tilf')?.measurements ?? [];
    };
    const days = async () => (await points()).filter((p) => p.phase === 'after').map((p) => p.from);
    const move = async (from: string | null, to: string) => {
      const found = (await points()).find((p) => p.phase === 'after' && p.from === from);
      const replaces = found ? { phase: found.phase, from: found.from, revision: found.revision } : null;
      const value = { value: 75, low: null, high: null, n: 40, counted: 30 };
      const entry = {
        phase: 'after',
        from: to,
        to: null,
        per: null,
        basis: 'actual',
        note: null,
        ...value,
      } as const;
      await saveMeasurement(db, { project: 'P2', measure: 'tilf', entry, replaces, today: TODAY }, EDITOR);
      return last();
    };
    const made = await move(null, '2024-06-01');
    const moved = await move('2024-06-01', '2024-06-10');
    await move('2024-06-10', '2024-06-20');
    await cannot(moved, 'moved');
    await cannot(made, 'moved');
    expect(await days()).toEqual(['2024-05-01', '2024-06-20']);
    const again = await last();
    await move(null, '2024-06-10');
    await cannot(again, 'taken', '2024-06-10');
    const point = (await points()).find((p) => p.from === '2024-06-20');
    const seen = { phase: 'after', from: '2024-06-20', revision: point?.revision ?? '' } as const;
    await removeMeasurement(db, { project: 'P2', measure: 'tilf', seen }, EDITOR);
    const removed = await last();
    await restore(removed);
    await cannot(removed, 'same');
    expect(await days()).toEqual(['2024-05-01', '2024-06-10', '2024-06-20']);
    await db.updateTable('measure').set({ kind: 'flow' }).where('measure', '=', 'tilf').execute();
    await edit(db, (trx) => removeRow(trx, 'measurement', ['measure', 'phase', 'from_day'], KEY));
    await cannot(removed, 'unfit');
    await db.updateTable('measure').set({ kind: 'level' }).where('measure', '=', 'tilf').execute();
  });
  const KEY = { measure: 'tilf', phase: 'after', from_day: '2024-06-20' };

  test('of a follow-up does not come back beside the one it has been moved to, nor on a benefit that is closed', async () => {
    const of = async () => {
      const { benefits } = await followupsAnswer(db, 'P2', TODAY);
      const found = benefits.find((b) => b.benefit === 'B2');
      if (!found) throw new Error('B2');
      return found;
    };
    const seen = async () => ({ project: 'P2', benefit: 'B2', revision: (await of()).revision });
    const save = async (was: string, given: object) => {
      const open = { done: null, status: null, note: null, value: null, asMeasurement: false };
      await saveFollowup(db, await seen(), { ...open, was, due: was, ...given }, TODAY, EDITOR);
      return last();
    };
    const first = await save('2024-07-01', { due: '2024-07-10' });
    const second = await save('2024-07-10', { due: '2024-07-20' });
    await cannot(first, 'moved');
    await restore(second);
    await restore(first);
    expect((await of()).followups.map((f) => f.due)).toEqual(['2024-07-01']);
    const done = await save('2024-07-01', { done: TODAY, status: 'realised', note: 'Nået.' });
    await closeBenefit(db, await seen(), TODAY, EDITOR);
    await cannot(done, 'closed', TODAY);
    await reopenBenefit(db, await seen(), EDITOR);
    await restore(done);
    expect((await of()).followups[0]?.done).toBeNull();
  });

  test('of a map and of risks comes back after further edits, once', async () => {
    const map = () => mapAnswer(db, 'P1', TODAY);
    const arrow = async (goal: string) => {
      const { revision } = await map();
      const links = [{ from: 'B1', to: goal }];
      await edit(db, (trx) =>
        saveMap(trx, 'P1', { revision, nodes: [{ node: goal, kind: 'goal' }], links }, EDITOR),
      );
      return last();
    };
    const first = (await map()).links;
    const drawn = await arrow('Kortere ventetid');
    await arrow('Bedre service');
    await restore(drawn);
    expect((await map()).links).toEqual(first);
    await cannot(drawn, 'same');
    const risks = async (probability: number) => {
      const { revision } = (await planAnswer(db, 'P1', TODAY)).risks;
      const list = [{ risk: 'Udbud', probability, consequence: 100 }];
      await saveRisks(db, 'P1', { risks: list, revision }, EDITOR);
      return last();
    };
    const told = await risks(0.1);
    await risks(0.2);
    await restore(told);
    expect((await planAnswer(db, 'P1', TODAY)).risks.list).toEqual([]);
    await cannot(told, 'same');
  });
});
